import type { Payload } from 'payload'
import { type Language, languageLocales } from 'shared/languages'
import { translateTo } from 'shared/translations/translate'
import { z } from 'zod'
import { membersIn, rowsIn } from './find-person.ts'
import { findTraces } from './find-traces.ts'
import { isSame } from './personal-page.ts'
import { personalMemberSchema, personalSignupSchema } from './personal-record.ts'

const recordSchema = z.record(z.string(), z.unknown())

/** Everything that is kept about a person, for a program and for a person to read. */
export interface PersonExport {
  about: string // the address
  at: string
  signups: Record<string, unknown>[]
  members: Record<string, unknown>[]
  memberHistory: Record<string, unknown>[]
  emails: Record<string, unknown>[]
  consents: Record<string, unknown>[]
}

/** What is of the machinery, and tells nobody anything of themselves. */
const machinery = [
  'idempotencyKey',
  'bodyHash',
  'confirmTokenHash',
  'mailMessageId',
  'mailError',
  'related',
  '_id',
  '__v',
]

const withoutMachinery = (row: unknown, more: readonly string[] = []): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(recordSchema.parse(JSON.parse(JSON.stringify(row)))).filter(
      ([name, value]) => !machinery.includes(name) && !more.includes(name) && value !== null && value !== '',
    ),
  )

interface ExportOptions {
  withNotes: boolean // what staff wrote, which a person gets when staff have read it through
}

/** Collects everything that is kept under an address. Of a signup in which somebody is a further contact, only their part. */
export const collectPerson = async (
  payload: Payload,
  email: string,
  { withNotes }: ExportOptions,
): Promise<PersonExport> => {
  const hidden = withNotes ? [] : ['notes', 'enteredBy']
  const traces = await findTraces(payload, [email])
  const signups = (await rowsIn(payload, traces, 'signups')).map((row) => {
    const signup = personalSignupSchema.parse(row)
    if (isSame(signup.contactEmail, email)) return withoutMachinery(row, hidden)
    const { reference, organisationName, createdAt, answers } = signup
    const contact = answers.contacts?.filter(({ contactEmail }) => isSame(contactEmail, email))
    return withoutMachinery({ reference, organisationName, createdAt, contact })
  })
  const found = await membersIn(payload, traces)
  const members = found.map((document) => {
    const { id, organisationName, contacts, memberNumber } = personalMemberSchema.parse(document)
    const own = contacts.filter((contact) => contact.email && isSame(contact.email, email))
    return own.some(({ isMain }) => isMain)
      ? withoutMachinery(document, hidden)
      : withoutMachinery({ id, organisationName, memberNumber, contacts: own })
  })
  return {
    about: email,
    at: new Date().toISOString(),
    signups,
    members,
    memberHistory: (await historyOf(payload, found))
      .filter((row) => holds(row, email))
      .map((row) => withoutMachinery(row)),
    emails: (await rowsOf(payload, 'emails', 'to', email)).map((row) => withoutMachinery(row, ['values', 'error'])),
    consents: (await rowsOf(payload, 'consents', 'subject', email)).map((row) => withoutMachinery(row, ['key'])),
  }
}

const holds = (row: unknown, word: string): boolean => JSON.stringify(row).toLowerCase().includes(word.toLowerCase())

/** Rows whose address is this one, whatever its capitals. */
export const rowsOf = async (
  payload: Payload,
  collection: 'emails' | 'consents',
  column: 'to' | 'subject',
  email: string,
): Promise<unknown[]> => {
  const { docs } = await payload.db.find({
    collection,
    where: { [column]: { like: email } },
    limit: 0,
    pagination: false,
  })
  const addressSchema = z.looseObject({ [column]: z.string() })
  return docs.filter((row) => isSame(String(addressSchema.safeParse(row).data?.[column] ?? ''), email))
}

const idSchema = z.looseObject({ id: z.union([z.string(), z.number()]) })

/** The rows of the register's history about these members; none while there is no register with a history. */
export const historyOf = async (payload: Payload, members: unknown[]): Promise<unknown[]> => {
  if (!payload.config.collections.some(({ slug }) => slug === 'member-history') || members.length === 0) return []
  const ids = members.map((member) => idSchema.parse(member).id)
  const { docs } = await payload.db.find({
    collection: 'member-history',
    where: { member: { in: ids } },
    limit: 0,
    pagination: false,
  })
  return docs
}

/** The same as a file for programs and as a page for people. */
export const exportOf = async (
  payload: Payload,
  email: string,
  language: Language,
  options: ExportOptions,
): Promise<{ json: PersonExport; html: string }> => {
  const json = await collectPerson(payload, email, options)
  return { json, html: pageOf(json, language) }
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

const parts = ['signups', 'members', 'memberHistory', 'emails', 'consents'] as const

const pageOf = (person: PersonExport, language: Language): string => {
  const t = translateTo(language)
  const at = new Intl.DateTimeFormat(languageLocales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  }).format(new Date(person.at))
  const sections = parts
    .filter((part) => person[part].length > 0)
    .map(
      (part) =>
        `<section><h2>${escape(t(`personal.export.${part}`))}</h2>${person[part].map((row) => listOf(row)).join('<hr>')}</section>`,
    )
  const title = escape(t('personal.export.title', { email: person.about }))
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${title}</title><style>body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}dt{font-weight:bold}dd{margin:0 0 .5rem 1rem;overflow-wrap:anywhere}</style></head>
<body><h1>${title}</h1><p>${escape(t('personal.export.introduction', { at }))}</p>
${sections.length > 0 ? sections.join('\n') : `<p>${escape(t('personal.export.none'))}</p>`}
</body></html>
`
}

const listOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map((item) => `<div>${listOf(item)}</div>`).join('')
  if (typeof value === 'string' && value.startsWith('data:image/')) return `<img src="${escape(value)}" alt="">`
  if (typeof value !== 'object' || value === null) return escape(String(value))
  return `<dl>${Object.entries(value)
    .map(([name, inner]) => `<dt>${escape(name)}</dt><dd>${listOf(inner)}</dd>`)
    .join('')}</dl>`
}
