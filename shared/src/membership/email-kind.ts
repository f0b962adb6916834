/** The e-mails there are. Their texts are `email.<kind>.*` of the translations, until somebody writes others in the CMS. */
export const emailKinds = [
  'confirm',
  'reminder',
  'received',
  'approved',
  'declined',
  'withdrawn',
  'informed',
  'personal-page',
  'notice',
  'digest',
] as const
export type EmailKind = (typeof emailKinds)[number]

export const isEmailKind = (value: unknown): value is EmailKind => emailKinds.some((kind) => kind === value)

/** What a text can name. Each is filled in when the letter is written. */
export const emailValueNames = [
  'organisation', // the applicant
  'contact', // the applicant's contact person
  'reference',
  'date', // when the application came in
  'cluster', // who writes
  'clusterEmail', // where questions go; missing when nobody reads answers
  'form',
  'formLanguage',
  'confirmLink',
  'confirmBy',
  'personalLink',
  'validUntil',
  'reason',
  'memberNumber',
  'plan',
  'deskLink',
  'newSignups',
  'waiting',
  'held', // how many of those that wait a robot may have sent
  'undelivered',
] as const
export type EmailValueName = (typeof emailValueNames)[number]

/**
 * What each text may name, and what it must: a letter that asks for a confirmation is nothing without its link. A letter
 * that goes out before the address is confirmed repeats only the organisation's name: the form is open to all, so anybody
 * can have it sent to somebody else, and what it says must not be theirs to choose.
 */
export const emailValues: Record<EmailKind, { must: readonly EmailValueName[]; may: readonly EmailValueName[] }> = {
  confirm: {
    must: ['confirmLink'],
    may: ['organisation', 'reference', 'date', 'confirmBy', 'cluster', 'clusterEmail'],
  },
  reminder: {
    must: ['confirmLink'],
    may: ['organisation', 'reference', 'date', 'confirmBy', 'cluster', 'clusterEmail'],
  },
  received: {
    must: [],
    may: ['organisation', 'contact', 'reference', 'date', 'personalLink', 'cluster', 'clusterEmail'],
  },
  approved: {
    must: [],
    may: ['organisation', 'contact', 'reference', 'memberNumber', 'plan', 'personalLink', 'cluster', 'clusterEmail'],
  },
  declined: {
    must: ['reason'],
    may: ['organisation', 'contact', 'reference', 'personalLink', 'cluster', 'clusterEmail'],
  },
  withdrawn: { must: [], may: ['organisation', 'contact', 'reference', 'cluster', 'clusterEmail'] },
  informed: { must: [], may: ['organisation', 'personalLink', 'cluster', 'clusterEmail'] },
  'personal-page': { must: ['personalLink'], may: ['organisation', 'validUntil', 'cluster', 'clusterEmail'] },
  notice: {
    must: ['deskLink'],
    may: ['organisation', 'contact', 'reference', 'form', 'formLanguage', 'cluster', 'clusterEmail'],
  },
  digest: { must: ['deskLink'], may: ['newSignups', 'waiting', 'held', 'undelivered', 'cluster', 'clusterEmail'] },
}

const namedValue = /\{\{\s*([^{}]*?)\s*\}\}/g

/** @example valuesNamedIn('Hej {{contact}}!') // ['contact'] */
export const valuesNamedIn = (text: string): string[] => [
  ...new Set([...text.matchAll(namedValue)].map(([, name = '']) => name)),
]

/** What keeps a text from being used: names that the letter does not know, and those that it must have. */
export const problemsOfEmailText = (
  kind: EmailKind,
  { subject, body }: { subject: string; body: string },
): { unknown: string[]; missing: EmailValueName[] } => {
  const { must, may } = emailValues[kind]
  const known: readonly string[] = [...must, ...may]
  const named = valuesNamedIn(`${subject}\n${body}`)
  const inBody = valuesNamedIn(body)
  return {
    unknown: named.filter((name) => !known.includes(name)),
    missing: body.trim() === '' ? [] : must.filter((name) => !inBody.includes(name)), // an empty body means our own text
  }
}

/** Values as words; one that is missing or empty takes the paragraph that names it along. */
export type EmailValues = Partial<Record<EmailValueName, string>>

/**
 * Writes a text's paragraphs with their values. What is filled in is never read again, so that nobody's name can call for
 * another value.
 */
export const fillParagraphs = (body: string, values: EmailValues): string[] => {
  const known = new Map<string, string>(Object.entries(values))
  return body
    .split(/\n[^\S\n]*\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '' && valuesNamedIn(paragraph).every((name) => known.get(name)))
    .map((paragraph) => paragraph.replace(namedValue, (_, name: string) => known.get(name) ?? ''))
}

/** Writes a subject, on one line. */
export const fillSubject = (subject: string, values: EmailValues): string => {
  const known = new Map<string, string>(Object.entries(values))
  return subject
    .replace(namedValue, (_, name: string) => known.get(name) ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}
