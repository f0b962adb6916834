import { homeCountry } from './country.ts'
import { isSignupFieldName, type SignupFieldName } from './signup-field.ts'
import type { FormField, FormItem, FormQuestion, ShowWhen, SignupForm } from './signup-form.ts'

/** What is asked: a field of the catalogue or a question of the communicator's own. */
export type AskedItem<Item = FormItem> = Extract<Item, { blockType: 'field' | 'question' }>

/** As much of an item as decides whether it is shown. */
export type ShownItem =
  | { blockType: 'step' }
  | { blockType: 'field'; name: SignupFieldName; showWhen?: ShowWhen | null | undefined }
  | { blockType: 'question'; key: string; showWhen?: ShowWhen | null | undefined }

/** The fields of the catalogue in a form, in its order. */
export const fieldsOf = (items: readonly FormItem[]): FormField[] => items.filter((item) => item.blockType === 'field')

/** The communicator's own questions in a form, in its order. */
export const questionsOf = (items: readonly FormItem[]): FormQuestion[] =>
  items.filter((item) => item.blockType === 'question')

/** What an item is called in answers, errors and conditions: the name of a field or the key of a question. */
export const nameOfItem = (
  item: { blockType: 'field'; name: string } | { blockType: 'question'; key: string },
): string => (item.blockType === 'field' ? item.name : item.key)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The answer to a field or a question, whatever was sent. */
const answerTo = (name: string, answers: Record<string, unknown>): unknown => {
  if (isSignupFieldName(name)) return answers[name]
  const questions = answers['questions']
  return isRecord(questions) && Object.hasOwn(questions, name) ? questions[name] : undefined
}

/** An answer as conditions know it: yes and no in words, every choice of several. */
const inWords = (answer: unknown): string[] => {
  if (Array.isArray(answer)) return answer.flatMap(inWords)
  if (typeof answer === 'boolean') return [answer ? 'yes' : 'no']
  return typeof answer === 'string' || typeof answer === 'number' ? [String(answer).trim()] : []
}

/** Where the company is from, as answered so far. */
const countryIn = (answers: Record<string, unknown>): string =>
  inWords(answers['country'])[0]?.toUpperCase() || homeCountry

/**
 * Do these answers, as typed so far, call for an item? It says nothing of items that are hidden themselves: for a whole
 * form ask `shownItems`.
 */
export const isShown = (item: ShownItem, answers: Record<string, unknown>): boolean => {
  if (item.blockType === 'step') return true
  if (item.blockType === 'field') {
    if (item.name === 'organisationNumber' && countryIn(answers) !== homeCountry) return false
    if (item.name === 'foreignNumber' && countryIn(answers) === homeCountry) return false
  }
  const { showWhen } = item
  return !showWhen || inWords(answerTo(showWhen.name, answers)).some((answer) => showWhen.is.includes(answer))
}

/** The items that these answers call for, in order. What a hidden item was answered calls for nothing. */
export const shownItems = <Item extends ShownItem>(
  items: readonly Item[],
  answers: Record<string, unknown>,
): Item[] => {
  const questions: Record<string, unknown> = {}
  const heeded: Record<string, unknown> = { questions }
  return items.filter((item) => {
    if (!isShown(item, heeded)) return false
    if (item.blockType === 'field') heeded[item.name] = answers[item.name]
    if (item.blockType === 'question') questions[item.key] = answerTo(item.key, answers)
    return true
  })
}

/** The plans that a company can choose between in this form, in the order in which they are given. */
export const offeredPlans = <Plan extends { id: string }>(
  form: Pick<SignupForm, 'plans'>,
  plans: readonly Plan[],
): Plan[] => plans.filter(({ id }) => form.plans.length === 0 || form.plans.includes(id))

/** The plan that a form is about without asking: it offers one and no other. Null when it asks, or says nothing of plans. */
export const impliedPlan = <Plan extends { id: string }>(
  form: Pick<SignupForm, 'items' | 'plans'>,
  plans: readonly Plan[],
): Plan | null => {
  const [only, ...others] = form.plans.length > 0 ? offeredPlans(form, plans) : []
  const isAsked = form.items.some((item) => item.blockType === 'field' && item.name === 'plan')
  return only && others.length === 0 && !isAsked ? only : null
}

/** Does the form take signups at this moment? */
export const whetherOpen = (
  { opensAt, closesAt }: Pick<SignupForm, 'opensAt' | 'closesAt'>,
  now: Date,
): 'open' | 'not-yet-open' | 'closed' => {
  if (opensAt && now < new Date(opensAt)) return 'not-yet-open'
  return closesAt && now >= new Date(closesAt) ? 'closed' : 'open'
}
