import * as z from 'zod/mini' // a tenth of zod's size, as the form in the browser reads this too
import { languages } from '../languages.ts'
import { readCountry, homeCountry } from './country.ts'
import { type AskedItem, nameOfItem, shownItems } from './form-items.ts'
import { readEmailAddress, readWebAddress } from './internet-address.ts'
import { readLogo } from './logo-picture.ts'
import { readOrganisationNumber } from './organisation-number.ts'
import { readPeppolId } from './peppol-id.ts'
import { readPhone } from './phone.ts'
import type { FeeFigure, Plan } from './plan.ts'
import { readPostalCode } from './postal-code.ts'
import type { SignupErrorCode } from './signup-error.ts'
import {
  type ContactFieldName,
  contactFieldNames,
  longestAnswers,
  longestQuestionAnswers,
  mostContacts,
  requiredContactFields,
} from './signup-field.ts'
import type { FormConsent, FormField, FormItem, FormQuestion } from './signup-form.ts'
import { readVatNumber } from './vat-number.ts'
import { isAmbiguousNumber, readFigure, readNumber } from './written-number.ts'

/** A code, where zod wants the words of an error. */
const says = (code: SignupErrorCode) => code
const saysRequiredOrWrong = (issue: { input?: unknown }) => says(issue.input === undefined ? 'required' : 'wrong-type')

// Control characters, lone halves of a character, and marks that turn the reading direction of what follows.
const unallowedInLine = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u
const unallowedInText = /(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u

const shows = z.refine<string>((text) => /[^\p{C}\p{Z}]/u.test(text), says('required')) // not only characters of no width
const lacks = (pattern: RegExp) => z.refine<string>((text) => !pattern.test(text), says('unallowed-character'))

/** A line as a person types it: white space trimmed and made one. */
const line = (longest: number, shortest = 1) =>
  z.string({ error: saysRequiredOrWrong }).check(
    z.overwrite((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim()),
    shows,
    z.minLength(shortest, says('too-short')),
    z.maxLength(longest, says('too-long')),
    lacks(unallowedInLine),
  )

/** Several lines of text. */
const text = (longest: number) =>
  z.string({ error: saysRequiredOrWrong }).check(
    z.overwrite((answer) => answer.normalize('NFC').replace(/\r\n?/g, '\n').trim()),
    shows,
    z.maxLength(longest, says('too-long')),
    lacks(unallowedInText),
  )

/** A line that `read` understands, kept in the form that `read` gives it. */
const lineReadBy = <Answer>(longest: number, read: (text: string) => Answer | null, code: SignupErrorCode) =>
  z.pipe(
    line(longest),
    z.transform((written: string, context): Answer => {
      const answer = read(written)
      if (answer !== null) return answer
      context.issues.push({ code: 'custom', message: says(code), input: written })
      return z.NEVER
    }),
  )

const numberAsText = (answer: unknown) => (typeof answer === 'number' ? String(answer) : answer)

/** A whole number, which may be written in groups and with what it counts. */
const figure = (name: FeeFigure) =>
  z.pipe(
    z.transform(numberAsText),
    lineReadBy(longestAnswers[name], (written) => readFigure(name, written), 'not-a-number'),
  )

/** A day as browsers send it, `2026-11-22`, or without its dashes. */
const readDay = (written: string): string | null => {
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(written.replace(/[\p{Pd}\u2212]/gu, '-')) ?? []
  if (!year || !month || !day || Number(year) < 1000) return null
  const iso = `${year}-${month}-${day}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}

const readDigits = (written: string): string | null => readOrganisationNumber(written)?.digits ?? null

/** The number of a company that is not Swedish: what a register calls it, letters and digits, of which one is a digit. */
const readForeignNumber = (written: string): string | null => {
  const plain = written.normalize('NFKC').toUpperCase()
  return /^(?=.*\d)[\p{L}\d][\p{L}\d .:/&+-]{2,39}$/u.test(plain) ? plain : null
}

const emailAddress = (longest: number) => lineReadBy(longest, readEmailAddress, 'not-an-email')
const postalCode = (name: 'postalCode' | 'postalPostalCode' | 'invoicePostalCode') =>
  lineReadBy(longestAnswers[name], readPostalCode, 'not-a-postal-code')

/** A picture, told by its bytes, as it was sent: the server draws it anew and keeps that. */
const logo = z.string({ error: saysRequiredOrWrong }).check(
  z.check<string>((payload) => {
    const read = readLogo(payload.value)
    if (typeof read === 'string') payload.issues.push({ code: 'custom', message: says(read), input: payload.value })
  }),
)

/** What each field of the catalogue takes, and how it is kept. `plan` and `contacts` depend on more. */
const answersOfFields = {
  country: lineReadBy(longestAnswers.country, readCountry, 'unknown-country'),
  organisationNumber: lineReadBy(longestAnswers.organisationNumber, readDigits, 'not-an-organisation-number'),
  foreignNumber: lineReadBy(longestAnswers.foreignNumber, readForeignNumber, 'not-a-foreign-number'),
  organisationName: line(longestAnswers.organisationName, 2),
  website: lineReadBy(longestAnswers.website, readWebAddress, 'not-a-web-address'),
  logo,
  vatNumber: lineReadBy(longestAnswers.vatNumber, readVatNumber, 'not-a-vat-number'),
  employees: figure('employees'),
  turnover: figure('turnover'),
  area: figure('area'),
  contactName: line(longestAnswers.contactName, 2),
  contactRole: line(longestAnswers.contactRole),
  contactEmail: emailAddress(longestAnswers.contactEmail),
  contactPhone: lineReadBy(longestAnswers.contactPhone, readPhone, 'not-a-phone-number'),
  streetAddress: line(longestAnswers.streetAddress),
  postalCode: postalCode('postalCode'),
  city: line(longestAnswers.city),
  postalStreetAddress: line(longestAnswers.postalStreetAddress),
  postalPostalCode: postalCode('postalPostalCode'),
  postalCity: line(longestAnswers.postalCity),
  invoiceStreetAddress: line(longestAnswers.invoiceStreetAddress),
  invoicePostalCode: postalCode('invoicePostalCode'),
  invoiceCity: line(longestAnswers.invoiceCity),
  invoiceEmail: emailAddress(longestAnswers.invoiceEmail),
  invoiceReference: line(longestAnswers.invoiceReference),
  peppolId: lineReadBy(longestAnswers.peppolId, readPeppolId, 'not-a-peppol-id'),
  howDidYouHear: line(longestAnswers.howDidYouHear),
  message: text(longestAnswers.message),
}

/** Outside Sweden a postal code is whatever is written. */
const answersFromAbroad = {
  ...answersOfFields,
  postalCode: line(longestAnswers.postalCode),
  postalPostalCode: line(longestAnswers.postalPostalCode),
  invoicePostalCode: line(longestAnswers.invoicePostalCode),
}

const contactSchema = z.object({
  contactName: z.string(),
  contactRole: z.optional(z.string()),
  contactEmail: z.string(),
  contactPhone: z.optional(z.string()),
})
/** A further contact person as stored. */
export type SignupContact = z.infer<typeof contactSchema>

const optionalText = z.optional(z.string())
const optionalNumber = z.optional(z.number())

/** A signup's answers as stored: what its form asked, in one form however it was written. */
export const storedAnswersSchema = z.object({
  country: optionalText, // ISO code; not asked: from Sweden
  organisationNumber: optionalText, // ten digits; of companies from Sweden
  foreignNumber: optionalText, // of all others
  organisationName: z.string(),
  website: optionalText,
  logo: optionalText, // the size of the picture: it has a column of its own
  vatNumber: optionalText,
  employees: optionalNumber,
  turnover: optionalNumber,
  area: optionalNumber,
  plan: optionalText, // its slug
  contactName: z.string(),
  contactRole: optionalText,
  contactEmail: z.string(),
  contactPhone: optionalText,
  contacts: z.optional(z.array(contactSchema)),
  streetAddress: optionalText,
  postalCode: optionalText,
  city: optionalText,
  postalStreetAddress: optionalText,
  postalPostalCode: optionalText,
  postalCity: optionalText,
  invoiceStreetAddress: optionalText,
  invoicePostalCode: optionalText,
  invoiceCity: optionalText,
  invoiceEmail: optionalText,
  invoiceReference: optionalText,
  peppolId: optionalText,
  howDidYouHear: optionalText,
  message: optionalText,
  questions: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))),
  consents: z._default(z.record(z.string(), z.boolean()), {}),
})
export type SignupAnswers = z.infer<typeof storedAnswersSchema>

type AskedField = Pick<FormField, 'blockType' | 'name' | 'required'> & Partial<Pick<FormField, 'showWhen'>>
type AskedQuestion = Pick<FormQuestion, 'blockType' | 'key' | 'type' | 'required'> & {
  options: readonly { value: string }[]
} & Partial<Pick<FormQuestion, 'showWhen'>>
type AskedConsent = Pick<FormConsent, 'name' | 'required'>

/** What of a form decides which answers are valid. */
export interface AskedForm {
  items: readonly (Pick<Extract<FormItem, { blockType: 'step' }>, 'blockType'> | AskedField | AskedQuestion)[]
  consents: readonly AskedConsent[]
}

type Found = { answer: unknown } | { issues: { path: PropertyKey[]; code: string }[] }
/** Reads one answer; undefined is what was not answered. */
type Read = (answer: unknown) => Found

const nothing: Found = { answer: undefined }
const wrong = (code: SignupErrorCode, path: PropertyKey[] = []): Found => ({ issues: [{ path, code }] })

const readBy =
  (schema: z.ZodMiniType): Read =>
  (answer) => {
    const parsed = schema.safeParse(answer)
    if (parsed.success) return { answer: parsed.data }
    return { issues: parsed.error.issues.map(({ path, message }) => ({ path, code: message })) }
  }

const isEmpty = (answer: unknown): boolean =>
  answer === undefined ||
  (typeof answer === 'string' && answer.trim() === '') ||
  (Array.isArray(answer) && answer.length === 0)

const requiredOrNot =
  (required: boolean, read: Read): Read =>
  (answer) => {
    if (isEmpty(answer)) return required ? wrong('required') : nothing
    return read(answer)
  }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const hasOwn = (names: readonly string[], name: string): boolean => names.includes(name)

/** Reads several answers by their names and tells of those that nobody asked for. */
const readEach = (
  answers: Record<string, unknown>,
  readers: ReadonlyMap<string, Read>,
  known: (name: string) => boolean = (name) => readers.has(name),
): Found => {
  const issues = Object.keys(answers)
    .filter((name) => !known(name))
    .map((name): { path: PropertyKey[]; code: string } => ({ path: [name], code: says('unknown-field') }))
  const found: [string, unknown][] = []
  for (const [name, read] of readers) {
    const one = read(Object.hasOwn(answers, name) ? answers[name] : undefined)
    if ('issues' in one) issues.push(...one.issues.map(({ path, code }) => ({ path: [name, ...path], code })))
    else if (one.answer !== undefined) found.push([name, one.answer])
  }
  return issues.length > 0 ? { issues } : { answer: Object.fromEntries(found) }
}

/** The further contact persons; a row in which nothing is written is none. */
const readContacts: Read = (answer) => {
  if (!Array.isArray(answer)) return wrong('wrong-type')
  const rows: unknown[] = answer
  const written = rows
    .map((row, place) => ({ row, place }))
    .filter(({ row }) => !isRecord(row) || !Object.values(row).every(isEmpty))
  if (written.length > mostContacts) return wrong('too-many-contacts')
  const read = (name: ContactFieldName): [string, Read] => [
    name,
    requiredOrNot(requiredContactFields.includes(name), readBy(answersOfFields[name])),
  ]
  const readers = new Map(contactFieldNames.map(read))
  const found = written.map(({ row, place }) => {
    const one = isRecord(row) ? readEach(row, readers) : wrong('wrong-type')
    return 'issues' in one ? { issues: one.issues.map(({ path, code }) => ({ path: [place, ...path], code })) } : one
  })
  const issues = found.flatMap((one) => ('issues' in one ? one.issues : []))
  if (issues.length > 0) return { issues }
  return { answer: found.flatMap((one) => ('answer' in one ? [one.answer] : [])) }
}

const yesOrNo = new Map<unknown, boolean>([
  [true, true],
  ['yes', true],
  [false, false],
  ['no', false],
])

/** How the answer to a question is read: the form without JavaScript sends words where the island sends yes and no. */
const readerOf = ({ type, options }: AskedQuestion): Read => {
  const longest = longestQuestionAnswers[type]
  const isOption = (answer: unknown) => options.some(({ value }) => value === answer)
  switch (type) {
    case 'text':
      return readBy(line(longest))
    case 'longText':
      return readBy(text(longest))
    case 'number':
      return (answer) =>
        typeof answer === 'string' && isAmbiguousNumber(answer)
          ? wrong('ambiguous-number')
          : readBy(z.pipe(z.transform(numberAsText), lineReadBy(longest, readNumber, 'not-a-number')))(answer)
    case 'date':
      return readBy(lineReadBy(longest, readDay, 'not-a-date'))
    case 'one':
      return (answer) =>
        isOption(answer) ? { answer } : wrong(typeof answer === 'string' ? 'unknown-option' : 'wrong-type')
    case 'several':
      return (answer) => {
        const chosen: unknown[] = Array.isArray(answer) ? answer : [answer]
        if (!chosen.every((one) => typeof one === 'string')) return wrong('wrong-type')
        return chosen.every(isOption) ? { answer: [...new Set(chosen)] } : wrong('unknown-option')
      }
    case 'yesNo':
      return (answer) => {
        const read = yesOrNo.get(answer)
        return read === undefined ? wrong('wrong-type') : { answer: read }
      }
  }
}

/**
 * The one schema of a valid signup by this form: the island, the form without JavaScript and the endpoint all use it. It
 * takes answers as people write them and gives them as they are stored. What the answers do not call for is never required
 * and is left out. Every issue's message is a `SignupErrorCode`.
 */
export const signupAnswersSchema = (
  form: AskedForm,
  plans: readonly Pick<Plan, 'slug'>[],
): z.ZodMiniType<SignupAnswers> => {
  const planSlug = line(longestAnswers.plan).check(
    z.refine((slug) => plans.some((plan) => plan.slug === slug), says('unknown-plan')),
  )
  const fieldReader = ({ name, required }: AskedField, abroad: boolean): Read => {
    if (name === 'contacts') return requiredOrNot(required, readContacts)
    if (name === 'plan') return requiredOrNot(required, readBy(planSlug))
    return requiredOrNot(required, readBy((abroad ? answersFromAbroad : answersOfFields)[name]))
  }
  const asked = form.items.filter((item): item is AskedItem<(typeof form.items)[number]> => item.blockType !== 'step')
  const readers = (abroad: boolean) =>
    new Map<string, Read>(
      asked.map((item) => [
        nameOfItem(item),
        item.blockType === 'field' ? fieldReader(item, abroad) : requiredOrNot(item.required, readerOf(item)),
      ]),
    )
  const [athome, fromAbroad] = [readers(false), readers(true)]
  const namesOf = (blockType: 'field' | 'question') =>
    asked.filter((item) => item.blockType === blockType).map((item) => nameOfItem(item))
  const [fieldNames, questionKeys] = [namesOf('field'), namesOf('question')]
  const consentReaders = new Map(
    form.consents.map(({ name, required }): [string, Read] => [
      name,
      (answer) => {
        if (required) return answer === true ? { answer } : wrong('consent-required')
        if (answer === undefined) return { answer: false }
        return typeof answer === 'boolean' ? { answer } : wrong('wrong-type')
      },
    ]),
  )

  const read: Read = (answers) => {
    if (!isRecord(answers)) return wrong('wrong-type')
    const shown = shownItems(asked, answers)
    const countryItem = shown.some((item) => item.blockType === 'field' && item.name === 'country')
    const country = countryItem && typeof answers['country'] === 'string' ? readCountry(answers['country']) : null
    const all = country !== null && country !== homeCountry ? fromAbroad : athome
    const readersOf = (blockType: 'field' | 'question') =>
      new Map(
        shown
          .filter((item) => item.blockType === blockType)
          .flatMap((item): [string, Read][] => {
            const reader = all.get(nameOfItem(item))
            return reader ? [[nameOfItem(item), reader]] : []
          }),
      )
    const inner = (given: unknown, readers: ReadonlyMap<string, Read>, known: readonly string[]): Found => {
      if (given !== undefined && !isRecord(given)) return wrong('wrong-type')
      return readEach(given ?? {}, readers, (name) => hasOwn(known, name))
    }
    const whole = new Map<string, Read>(readersOf('field'))
    whole.set('questions', (given) => {
      const found = inner(given, readersOf('question'), questionKeys)
      return 'answer' in found && isRecord(found.answer) && Object.keys(found.answer).length === 0 ? nothing : found
    })
    whole.set('consents', (given) => inner(given, consentReaders, [...consentReaders.keys()]))
    return readEach(answers, whole, (name) => hasOwn(fieldNames, name) || whole.has(name))
  }

  return z.pipe(
    z.transform((answers: unknown, context): unknown => {
      const found = read(answers)
      if ('answer' in found) return found.answer
      for (const { path, code } of found.issues)
        context.issues.push({ code: 'custom', message: code, path, input: answers })
      return z.NEVER
    }),
    storedAnswersSchema,
  )
}

const mostDeep = 3
const mostAnswers = 200

/**
 * Answers as sent: fields, and below them questions, consents and rows of contact persons. What they may be is for the
 * form's own schema to say; here only their depth and number is.
 */
const areAnswers = (value: unknown): value is Record<string, unknown> => isRecord(value) && isShallow(value, mostDeep)

const isShallow = (value: unknown, levels: number): boolean => {
  if (typeof value !== 'object' || value === null) return true
  const inner: unknown[] = Object.values(value)
  return levels > 0 && inner.length <= mostAnswers && inner.every((one) => isShallow(one, levels - 1))
}

/**
 * What is sent to `POST /api/signup`. `trap` is a field that people do not see; who fills it in is likely a robot. `proof`
 * is explained in `proof-of-work.ts`.
 */
export const signupRequestSchema = z.strictObject({
  form: z.string(says('wrong-type')).check(z.regex(/^[a-z0-9-]{1,100}$/, says('unknown-form'))),
  formVersion: z
    .int(says('wrong-type'))
    .check(z.positive(says('wrong-type')), z.lte(1_000_000_000, says('wrong-type'))),
  language: z.enum(languages, says('wrong-type')),
  answers: z.custom<Record<string, unknown>>(areAnswers, says('wrong-type')),
  trap: z.optional(z.string(says('wrong-type')).check(z.maxLength(500, says('too-long')))),
  proof: z.optional(
    z.strictObject(
      {
        token: z.string(says('wrong-type')).check(z.maxLength(200, says('too-long'))),
        nonce: z.int(says('wrong-type')).check(z.nonnegative(says('wrong-type'))),
      },
      says('wrong-type'),
    ),
  ),
})
export type SignupRequest = z.infer<typeof signupRequestSchema>
