import { setImmediate } from 'node:timers/promises'
import type { PayloadRequest, RequiredDataFromCollectionSlug } from 'payload'
import type { Language } from 'shared/languages'
import { adminLanguage, adminText, type AdminTextKey, isAdminTextKey, sayAdmin } from 'shared/translations/admin'
import { z } from 'zod'
import { codeOf } from '../error-code.ts'
import { addedAddresses, whoKnows } from '../inform-contacts.ts'
import { isPersonal } from '../member-columns.ts'
import { requestRelease, withoutRelease } from '../../publishing/request-release.ts'
import type { SaveNote } from '../member-history.ts'
import { type MemberContact, type MemberRow } from '../member-row.ts'
import { columnOf, isWrittenColumn, readCell, type WrittenColumn, type WrittenName } from './import-columns.ts'
import type { Table } from './read-table.ts'
import { type PlanNames, readPlanNames } from './register-cells.ts'
import { registerRows } from './register-rows.ts'

const mostTold = 500
const savedAtOnce = 200
const rowsWithoutPause = 200

type Value = string | number | boolean | string[]
type Values = Partial<Record<WrittenName, Value>>

/** Something about a row, in words. Row 1 is the headings. */
export interface Told {
  row: number | null
  column: string | null
  message: string
}

/** What a list would do to the register, or did. */
export interface ImportReport {
  rows: number
  creates: number
  updates: number
  unchanged: number
  /** How many rows have a problem; these are left alone. */
  faulty: number
  problems: Told[]
  warnings: Told[]
  /** Which members the rows change, and what of them. */
  changes: Told[]
  /** How many were saved just now, and how many are still to be. */
  saved: number
  remaining: number
  /** Contact persons who are new to the register. Each is told by e-mail, unless they know already. */
  contacts: number
}

interface Planned {
  row: number
  values: Values
  member: MemberRow | null // that the row is about; null: a new one
}

interface Reader {
  say: (key: AdminTextKey, values?: Record<string, string | number>) => string
  label: (name: WrittenName) => string
}

const readerIn = (language: Language): Reader => ({
  say: (key, values) => sayAdmin(language, key, values),
  label: (name) => adminText(`members.${name}`)[language],
})

/**
 * Reads a list against the register and tells all that is wrong with it, row by row. With `apply` it then saves rows that are
 * right, a few hundred at a time: sent again, it goes on where it was, since what is in the register already is left alone.
 */
export const importMembers = async (
  req: PayloadRequest,
  table: Table,
  { apply, fileName, contactsKnow = false }: { apply: boolean; fileName: string; contactsKnow?: boolean },
): Promise<ImportReport> => {
  const language = adminLanguage(req)
  const reader = readerIn(language)
  const headingRow = table.findIndex((row) => row.some(Boolean))
  const { columns, warnings } = readHeadings(table[headingRow] ?? [], headingRow + 1, reader)
  const problems: Told[] = []
  if (![...columns.values()].some(({ name }) => name === 'organisationName' || name === 'memberNumber')) {
    problems.push({ row: headingRow + 1, column: null, message: reader.say('import.problem.no-names') })
    return { ...nothing, problems, warnings, faulty: 1 }
  }
  const known = await readKnown(req)
  const plans = await readPlanNames(req.payload)
  const report: ImportReport = { ...nothing, problems, warnings, changes: [] }
  const seen = new Map<string, number>()
  const planned: Planned[] = []

  for (const [place, cells] of table.entries()) {
    if (place <= headingRow || !cells.some(Boolean)) continue
    if (place % rowsWithoutPause === 0) await setImmediate() // others may be waiting to sign up
    const row = place + 1
    report.rows += 1
    const found: Told[] = []
    const tell = (name: WrittenName | null, message: string) =>
      found.push({ row, column: name && reader.label(name), message })
    const values = readValues(cells, columns, plans, (name, message) => tell(name, message), reader)
    const member = findMember(values, known)
    checkRow({
      values,
      member,
      known,
      seen,
      row,
      reader,
      tell,
      warn: (message) => found.length === 0 && warnings.push({ row, column: null, message }),
    })
    if (found.length > 0) {
      report.faulty += 1
      problems.push(...found)
      continue
    }
    const changes = member && changesOf(values, member, language)
    if (changes && Object.keys(changes).length === 0) report.unchanged += 1
    else {
      planned.push({ row, values, member })
      if (!changes) report.creates += 1
      else {
        report.updates += 1
        report.changes.push({
          row,
          column: null,
          message: `${member.organisationName}: ${sayChanges(changes, language)}`,
        })
      }
    }
  }
  report.remaining = planned.length
  report.contacts = planned.reduce((count, { values, member }) => count + newContactsIn(values, member).length, 0)
  if (apply) {
    report.saved = await save(req, planned.slice(0, savedAtOnce), { fileName, plans, contactsKnow }, (row, message) => {
      report.faulty += 1
      problems.push({ row, column: null, message })
    })
    report.remaining = Math.max(planned.length - savedAtOnce, 0)
  }
  return {
    ...report,
    problems: problems.slice(0, mostTold),
    warnings: warnings.slice(0, mostTold),
    changes: report.changes.slice(0, mostTold),
  }
}

const nothing: ImportReport = {
  rows: 0,
  creates: 0,
  updates: 0,
  unchanged: 0,
  faulty: 0,
  problems: [],
  warnings: [],
  changes: [],
  saved: 0,
  remaining: 0,
  contacts: 0,
}

const readHeadings = (headings: string[], row: number, { say }: Reader) => {
  const columns = new Map<number, WrittenColumn>()
  const warnings: Told[] = []
  for (const [place, heading] of headings.entries()) {
    if (!heading) continue
    const column = columnOf(heading)
    if (!column) warnings.push({ row, column: heading, message: say('import.warning.unknown-column', { heading }) })
    else if (!isWrittenColumn(column))
      warnings.push({ row, column: heading, message: say('import.warning.computed-column', { heading }) })
    else if ([...columns.values()].includes(column))
      warnings.push({ row, column: heading, message: say('import.warning.column-twice', { heading }) })
    else columns.set(place, column)
  }
  return { columns, warnings }
}

const isMasked = (text: string): boolean => /^[•\s-]+$/.test(text)

/** What the cells of a row say. An empty cell says nothing, and changes nothing. */
const readValues = (
  cells: string[],
  columns: Map<number, WrittenColumn>,
  plans: PlanNames,
  tell: (name: WrittenName, message: string) => void,
  { say }: Reader,
): Values => {
  const written = [...columns].flatMap(([place, column]) => {
    const text = cells[place] ?? ''
    return text === '' || isMasked(text) ? [] : [{ column, text }]
  })
  const countryText = written.find(({ column }) => column.name === 'country')
  const country = countryText && readCell(countryText.column, countryText.text, { plans, isSwedish: true })
  const isSwedish = !country || !('value' in country) || country.value === 'SE'
  const values: Values = {}
  for (const { column, text } of written) {
    const read = readCell(column, text, { plans, isSwedish })
    if ('value' in read) values[column.name] = read.value
    else tell(column.name, say(`import.problem.${read.problem}`, { value: text.slice(0, 80) }))
  }
  return values
}

/** The register by what a row can be told by. */
interface Known {
  byNumber: Map<number, MemberRow>
  byOrganisation: Map<string, MemberRow>
  byName: Map<string, MemberRow>
}

const nameKey = (name: unknown): string =>
  String(name ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()

const readKnown = async (req: PayloadRequest): Promise<Known> => {
  const known: Known = { byNumber: new Map(), byOrganisation: new Map(), byName: new Map() }
  for await (const members of registerRows(req.payload, { on: null, withLeft: true })) {
    for (const member of members) {
      if (member.memberNumber !== null) known.byNumber.set(member.memberNumber, member)
      for (const number of [member.organisationNumber, member.foreignNumber]) {
        if (number) known.byOrganisation.set(number, member)
      }
      known.byName.set(nameKey(member.organisationName), member)
    }
  }
  return known
}

/** The member that a row is about: by its number, else by that of the organisation, else by its name when it has neither. */
const findMember = (values: Values, { byNumber, byOrganisation, byName }: Known): MemberRow | null => {
  const { memberNumber, organisationNumber, foreignNumber, organisationName } = values
  if (typeof memberNumber === 'number') {
    const member = byNumber.get(memberNumber)
    if (member) return member
  }
  const number = organisationNumber ?? foreignNumber
  if (number !== undefined) {
    const member = byOrganisation.get(String(number))
    if (member) return member
  }
  const named = organisationName === undefined ? undefined : byName.get(nameKey(organisationName))
  const isSame = named && (!number || !(named.organisationNumber ?? named.foreignNumber)) && memberNumber === undefined
  return isSame ? named : null
}

interface CheckedRow {
  values: Values
  member: MemberRow | null
  known: Known
  seen: Map<string, number>
  row: number
  reader: Reader
  tell: (name: WrittenName | null, message: string) => void
  warn: (message: string) => void
}

/** What is wrong with a row as a whole. */
const checkRow = ({ values, member, known, seen, row, reader: { say }, tell, warn }: CheckedRow): void => {
  const { memberNumber, organisationNumber, foreignNumber, organisationName, joinedOn, leavingOn } = values
  if (member === null && !organisationName) tell('organisationName', say('import.problem.name-missing'))
  const holder = organisationNumber === undefined ? undefined : known.byOrganisation.get(String(organisationNumber))
  if (member && holder && holder.id !== member.id) {
    const message = say('import.problem.number-of-another', { name: holder.organisationName })
    tell('organisationNumber', message)
  }
  const last = leavingOn ?? member?.leavingOn
  const first = joinedOn ?? member?.joinedOn
  if (first && last && String(last) < String(first)) tell('leavingOn', say('refusal.member.leaves-before-joining'))
  const keys = [
    memberNumber === undefined ? null : `number:${String(memberNumber)}`,
    organisationNumber === undefined ? null : `organisation:${String(organisationNumber)}`,
    organisationNumber === undefined && foreignNumber === undefined && memberNumber === undefined
      ? `name:${nameKey(organisationName)}`
      : null,
  ]
  for (const key of keys) {
    if (key === null) continue
    const earlier = seen.get(key)
    if (earlier !== undefined) tell(null, say('import.problem.twice', { row: earlier }))
    else seen.set(key, row)
  }
  const number = organisationNumber ?? member?.organisationNumber
  if (!number && !(foreignNumber ?? member?.foreignNumber)) warn(say('import.warning.no-number'))
  if (typeof organisationNumber === 'string' && isPersonal(organisationNumber))
    warn(say('import.warning.personal-number'))
}

const contactColumns = ['contactName', 'contactRole', 'contactEmail', 'contactPhone'] as const
const isContactColumn = (name: string): name is (typeof contactColumns)[number] =>
  contactColumns.some((each) => each === name)
const contactFields = {
  contactName: 'name',
  contactRole: 'roles',
  contactEmail: 'email',
  contactPhone: 'phone',
} as const

/** The contact persons with what a row says of the main one. */
const contactsWith = (values: Values, contacts: MemberContact[]): MemberContact[] => {
  const said = contactColumns.flatMap((name) =>
    values[name] === undefined ? [] : [[contactFields[name], String(values[name])] as const],
  )
  if (said.length === 0) return contacts
  const main = contacts.find(({ isMain }) => isMain) ?? contacts[0]
  const written: MemberContact = {
    ...(main ?? { name: null, roles: null, email: null, phone: null, isMain: true }),
    ...Object.fromEntries(said),
    isMain: true,
  }
  return main ? contacts.map((contact) => (contact === main ? written : contact)) : [written]
}

/** What a row says otherwise than the register. */
const changesOf = (values: Values, member: MemberRow, language: Language): Record<string, unknown> => {
  const changes = Object.entries(values).filter(([name, value]) => {
    if (isContactColumn(name) || !(name in member)) return false
    const before: unknown = name === 'tags' ? (member.tags[language] ?? []) : Reflect.get(member, name)
    return JSON.stringify(before) !== JSON.stringify(value)
  })
  const contacts = contactsWith(values, member.contacts)
  const areOthers = JSON.stringify(contacts) !== JSON.stringify(member.contacts)
  return { ...Object.fromEntries(changes), ...(areOthers ? { contacts } : {}) }
}

/** The fields that would change, by their labels. A new name is told whole: the row may be about another than it seems. */
const sayChanges = (changes: Record<string, unknown>, language: Language): string =>
  Object.entries(changes)
    .map(([name, value]) => {
      const key = `members.${name}`
      const label = isAdminTextKey(key) ? sayAdmin(language, key) : name
      return name === 'organisationName' ? `${label} → ${String(value)}` : label
    })
    .join(', ')

const newMemberOf = (values: Values): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(values).filter(([name]) => !isContactColumn(name))),
  contacts: contactsWith(values, []),
})

const newContactsIn = (values: Values, member: MemberRow | null): string[] =>
  addedAddresses(member, { contacts: contactsWith(values, member?.contacts ?? []) })

const rawIdSchema = z.object({ id: z.union([z.string(), z.number()]) })

/** Saves rows one after another; one that the register refuses is told and does not hold up the others. */
const save = async (
  req: PayloadRequest,
  planned: Planned[],
  { fileName, plans, contactsKnow }: { fileName: string; plans: PlanNames; contactsKnow: boolean },
  tell: (row: number, message: string) => void,
): Promise<number> => {
  const { payload } = req
  const language = adminLanguage(req)
  const note: SaveNote = { memberSource: fileName }
  const changed: { collection: string; id: string }[] = []
  let title = ''
  for (const { row, values, member } of planned) {
    const said = member ? changesOf(values, member, language) : newMemberOf(values)
    const plan = plans.get(String(said['plan']))
    // The register's own types are strings by their names; Payload checks each value as it checks an officer's.
    const data = { ...said, ...(plan ? { plan: plan.rawId } : {}) } as RequiredDataFromCollectionSlug<'members'>
    const how = {
      collection: 'members',
      data,
      depth: 0,
      user: req.user,
      locale: language,
      context: { ...note, ...withoutRelease, ...(contactsKnow ? whoKnows : {}) },
    } as const
    try {
      const saved = rawIdSchema.parse(
        member ? await payload.update({ ...how, id: member.id }) : await payload.create(how),
      )
      changed.push({ collection: 'members', id: String(saved.id) })
      title ||= String(values.organisationName ?? member?.organisationName ?? '')
    } catch (error) {
      payload.logger.error(`A row of an imported list could not be saved (${codeOf(error)}).`)
      tell(row, sayAdmin(language, 'import.problem.refused'))
    }
    await setImmediate() // SQLite answers without letting go of the process
  }
  const [first, ...also] = changed
  if (first) {
    await requestRelease(req, {
      collectionSlug: first.collection,
      documentId: first.id,
      documentTitle: title,
      action: 'changed',
      also,
    })
  }
  return changed.length
}
