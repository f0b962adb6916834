import type { Language } from 'shared/languages'
import { countryCodes, countryName } from 'shared/membership/country'
import { figuresNeeded } from 'shared/membership/fee'
import type { Plan } from 'shared/membership/plan'
import { indispensableFields, isSignupFieldName, type SignupFieldName } from 'shared/membership/signup-field'
import { keyPattern } from 'shared/membership/signup-form'
import type { AdminTextKey } from 'shared/translations/admin'
import { en } from 'shared/translations/en'
import { sv } from 'shared/translations/sv'
import { z } from 'zod'

const textSchema = z
  .string()
  .nullish()
  .transform((text) => text?.trim() ?? '')

/** An item as it is written in the admin, complete or not. */
const rowSchema = z.object({
  blockType: z.enum(['step', 'field', 'question']),
  heading: textSchema,
  name: textSchema,
  key: textSchema,
  type: textSchema,
  label: textSchema,
  required: z
    .boolean()
    .nullish()
    .transform((required) => required ?? false),
  options: z
    .array(z.object({ value: textSchema, label: textSchema }))
    .nullish()
    .transform((options) => options ?? []),
  showWhen: z
    .object({ name: textSchema, is: z.array(z.string()).nullish().catch(null) })
    .nullish()
    .transform((condition) => ({ name: condition?.name ?? '', is: condition?.is ?? [] })),
})
type Row = z.infer<typeof rowSchema>

/** The items of a form as the admin sends them. */
export const formRowsSchema = z
  .array(rowSchema)
  .nullish()
  .transform((rows) => rows ?? [])

/** Why a form cannot work, as a sentence of the admin. */
export interface FormProblem {
  key: AdminTextKey
  values: Record<string, string>
}

interface Circumstances {
  rows: readonly Row[]
  /** The plans that the form offers. */
  offered: readonly Plan[]
  /** Does the form offer these only, or every plan there is? */
  choosesPlans: boolean
  /** The day from which it is published. */
  on: string
  language: Language
}

const sentences = { sv, en }

/** What a field of the catalogue is called. */
export const fieldLabel = (name: SignupFieldName, language: Language): string =>
  sentences[language][`signup.field.${name}.label`]

const problem = (key: AdminTextKey, values: Record<string, string> = {}): FormProblem => ({ key, values })

/** The first reason why nobody could sign up by this form, or why a signup could not be answered; null when it works. */
export const findFormProblem = (circumstances: Circumstances): FormProblem | null => {
  for (const check of [problemOfSteps, problemOfFields, problemOfQuestions, problemOfConditions, problemOfPlans]) {
    const found = check(circumstances)
    if (found) return found
  }
  return null
}

const titleOf = (row: Row, language: Language): string =>
  row.blockType === 'field' && isSignupFieldName(row.name)
    ? fieldLabel(row.name, language)
    : row.label || row.heading || row.key

const isField = (row: Row, name: SignupFieldName): boolean => row.blockType === 'field' && row.name === name

const problemOfSteps = ({ rows }: Circumstances): FormProblem | null => {
  const first = rows.findIndex(({ blockType }) => blockType === 'step')
  if (first > 0) return problem('refusal.form.step-first')
  const empty = rows.find(
    ({ blockType }, place) => blockType === 'step' && (rows[place + 1]?.blockType ?? 'step') === 'step',
  )
  return empty ? problem('refusal.form.step-empty', { step: empty.heading }) : null
}

const problemOfFields = ({ rows, language }: Circumstances): FormProblem | null => {
  const names = rows.flatMap((row) => (row.blockType === 'field' && isSignupFieldName(row.name) ? [row.name] : []))
  const about = (key: AdminTextKey, name: SignupFieldName) => problem(key, { field: fieldLabel(name, language) })
  const repeated = names.find((name, place) => names.indexOf(name) !== place)
  if (repeated) return about('refusal.form.field-twice', repeated)

  const asksForCountry = names.includes('country')
  const asksForForeignNumber = names.includes('foreignNumber')
  if (asksForCountry && !asksForForeignNumber) return problem('refusal.form.foreign-number-missing')
  if (asksForForeignNumber && !asksForCountry) return problem('refusal.form.country-missing')
  const needed: SignupFieldName[] = [...indispensableFields, ...(asksForCountry ? abroad : [])]
  for (const name of needed) {
    const row = rows.find((candidate) => isField(candidate, name))
    if (!row) return about('refusal.form.field-missing', name)
    if (!row.required) return about('refusal.form.field-optional', name)
    if (row.showWhen.name) return about('refusal.form.field-conditional', name)
  }
  if (rows.some((row) => isField(row, 'logo') && row.required)) return problem('refusal.form.logo-required')
  const countryIsLate =
    asksForCountry && names.indexOf('country') > Math.min(...numbers.map((name) => names.indexOf(name)))
  return countryIsLate ? problem('refusal.form.country-late') : null
}

const numbers: SignupFieldName[] = ['organisationNumber', 'foreignNumber']
const abroad: SignupFieldName[] = ['country', 'foreignNumber']

const problemOfQuestions = ({ rows }: Circumstances): FormProblem | null => {
  const questions = rows.filter(({ blockType }) => blockType === 'question')
  for (const [place, { key, label, type, options }] of questions.entries()) {
    const question = label || key
    if (!isUsableKey(key)) return problem('refusal.form.key-malformed', { question })
    if (isSignupFieldName(key)) return problem('refusal.form.key-of-field', { question, key })
    if (questions.findIndex((other) => other.key === key) !== place) return problem('refusal.form.key-twice', { key })
    if (type !== 'one' && type !== 'several') continue
    if (options.length < (type === 'one' ? 2 : 1)) return problem('refusal.form.options-missing', { question })
    const values = options.map(({ value }) => value)
    const repeated = values.find((value, index) => values.indexOf(value) !== index)
    if (repeated !== undefined) return problem('refusal.form.option-twice', { question, option: repeated })
  }
  return null
}

/** May a question or a consent be called so? Names that every object has are not. */
export const isUsableKey = (key: string): boolean => keyPattern.test(key) && !(key in {})

/** What a condition may ask for: the answers to an item of which there are only so many. Null: anything can be written. */
const possibleAnswers = (row: Row, { offered, language }: Circumstances): Map<string, string> | null => {
  if (isField(row, 'country')) return new Map(countryCodes.map((code) => [code, countryName(code, language)]))
  if (isField(row, 'plan')) return new Map(offered.map(({ slug, name }) => [slug, name]))
  if (row.blockType !== 'question') return null
  if (row.type === 'yesNo') return new Map(['yes', 'no'].map((answer) => [answer, answer]))
  const hasOptions = row.type === 'one' || row.type === 'several'
  return hasOptions ? new Map(row.options.map(({ value, label }) => [value, label])) : null
}

const problemOfConditions = (circumstances: Circumstances): FormProblem | null => {
  const { rows, language } = circumstances
  for (const [place, row] of rows.entries()) {
    const { name, is } = row.showWhen
    if (row.blockType === 'step' || name === '') continue
    const about = { item: titleOf(row, language), name }
    const other = rows.findIndex(
      (candidate) => candidate.blockType !== 'step' && (candidate.key || candidate.name) === name,
    )
    const asked = rows[other]
    if (!asked) return problem('refusal.form.condition-unknown', about)
    if (other >= place) return problem('refusal.form.condition-late', { ...about, name: titleOf(asked, language) })
    const possible = possibleAnswers(asked, circumstances)
    if (!possible) return problem('refusal.form.condition-open', { ...about, name: titleOf(asked, language) })
    if (is.length === 0) return problem('refusal.form.condition-empty', about)
    const unknown = is.find((answer) => !possible.has(answer))
    if (unknown !== undefined)
      return problem('refusal.form.condition-answer', { ...about, name: titleOf(asked, language), answer: unknown })
  }
  return null
}

/** A company must be able to choose a plan where it is asked to, and its price must follow from what the form asks. */
const problemOfPlans = ({ rows, offered, choosesPlans, on, language }: Circumstances): FormProblem | null => {
  const isAsked = rows.some((row) => isField(row, 'plan'))
  if (isAsked && offered.length === 0) return problem('refusal.form.plans-missing')
  if (!isAsked && choosesPlans && offered.length > 1) return problem('refusal.form.plan-not-asked')
  if (!isAsked && !choosesPlans) return null
  for (const plan of offered) {
    const days = [on, ...plan.feeTables.map(({ from }) => from).filter((from) => from > on)]
    for (const figure of days.flatMap((day) => figuresNeeded(plan, day))) {
      if (!rows.some((row) => isField(row, figure)))
        return problem('refusal.form.figure-missing', { plan: plan.name, field: fieldLabel(figure, language) })
    }
  }
  return null
}
