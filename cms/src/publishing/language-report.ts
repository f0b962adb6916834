import type { Payload, PayloadRequest, Where } from 'payload'
import { type Language, languages, otherLanguage } from 'shared/languages'
import { emailKinds } from 'shared/membership/email-kind'
import { problemOfBehind } from 'shared/publishing/behind-text'
import type { ReleaseProblem } from 'shared/publishing/release-report'
import { adminLanguage } from 'shared/translations/admin'
import { z } from 'zod'
import { hasRole } from '../access.ts'
import { groupOf } from '../membership/emails/read-email-text.ts'
import { countBehind, readBehind } from './behind-texts.ts'
import { readLanguages } from './release-notes.ts'
import { sayProblems } from './say-problems.ts'

const mostDocuments = 30
const mostBehind = 100

/** What of a document one language lacks, in words. */
interface Lacking {
  title: string
  document: { collection: string; id: string } | null
  sentences: string[]
  /** Whoever asks may say that the text that was left behind is right as it is. */
  mayConfirm: boolean
}

/** What one language of the site lacks and the other has. */
export interface LanguageReport {
  documents: Lacking[]
  /** How many lacks there are in all, of which the documents above are the first. */
  total: number
  /** Nothing goes live in one language alone. */
  holds: boolean
}

/** The letters by the names of their groups; the settings beside them are none. */
const textsSchema = z.record(
  z.string(),
  z.object({ subject: z.string().nullish(), body: z.string().nullish() }).catch({}),
)
type EmailTexts = z.infer<typeof textsSchema>

/** Letters with words of the organisation's own in one language only: in the other they say what they said before. */
const problemsOfEmails = async (payload: Payload): Promise<ReleaseProblem[]> => {
  const read = async (locale: Language) =>
    textsSchema.parse(await payload.findGlobal({ slug: 'email-texts', locale, depth: 0 }))
  const texts: Record<Language, EmailTexts> = { sv: await read('sv'), en: await read('en') }
  return emailKinds.flatMap((kind) =>
    languages.flatMap((language): ReleaseProblem[] => {
      const own = texts[language][groupOf(kind)]
      const twin = texts[otherLanguage(language)][groupOf(kind)]
      const lacks = (['subject', 'body'] as const).some((part) => !own?.[part] && twin?.[part])
      const values = { label: `emails.kind.${kind}` }
      const document = { collection: 'email-texts', id: 'email-texts', title: '', language }
      return lacks ? [{ ...document, code: 'publishing.problem.language-email', values }] : []
    }),
  )
}

const labelSchema = z.partialRecord(z.enum(languages), z.string())

/** What a document is called; of a global, what the admin calls it. */
const nameOf = (req: PayloadRequest, { collection, title }: ReleaseProblem): string => {
  if (title) return title
  const label = labelSchema.safeParse(req.payload.config.globals.find(({ slug }) => slug === collection)?.label)
  return label.data?.[adminLanguage(req)] ?? collection
}

const named = (req: PayloadRequest, problems: ReleaseProblem[]): ReleaseProblem[] =>
  problems.map((problem) => ({ ...problem, title: nameOf(req, problem) }))

/** Who may say that a text that was left behind is right as it is: whoever may change it for visitors, or for those it is sent to. */
export const mayConfirm = (req: PayloadRequest, slug: string): boolean =>
  hasRole(req, 'administrator', slug === 'email-texts' ? 'membershipOfficer' : 'publisher')

/** What one language lacks, document by document: what was left behind first, then what the site found in the live release. */
export const languageReport = async (req: PayloadRequest): Promise<LanguageReport> => {
  const { payload } = req
  const seesEmails = hasRole(req, 'administrator', 'membershipOfficer')
  const where: Where = seesEmails ? {} : { collectionSlug: { not_equals: 'email-texts' } }
  const behind = await readBehind(payload, mostBehind, where)
  const found = await readLanguages(payload)
  const emails = seesEmails ? await problemsOfEmails(payload) : []
  const { languageRule } = await payload.findGlobal({ slug: 'site-settings', depth: 0 })
  const problems = named(req, [...behind.map(problemOfBehind), ...emails, ...found.problems])
  const byDocument = Map.groupBy(problems, ({ collection, id }) => `${collection}:${id}`)
  return {
    documents: [...byDocument.values()].slice(0, mostDocuments).flatMap((own): Lacking[] => {
      const [first] = own
      if (!first) return []
      const { collection, id, title } = first
      const document = collection === 'site' ? null : { collection, id }
      const isBehind = behind.some((text) => text.collection === collection && text.id === id)
      return [
        { title, document, sentences: sayProblems(own, req), mayConfirm: isBehind && mayConfirm(req, collection) },
      ]
    }),
    total: (await countBehind(payload, where)) + emails.length + found.total,
    holds: languageRule === 'hold',
  }
}

/** What one language of a single document lacks, in words, and whether whoever asks may say that a text is right as it is. */
export const languagesOfDocument = async (
  req: PayloadRequest,
  slug: string,
  id: string,
): Promise<{ languages: string[]; mayConfirm: boolean }> => {
  const behind = await readBehind(req.payload, languages.length, {
    collectionSlug: { equals: slug },
    documentId: { equals: id },
  })
  const found = (await readLanguages(req.payload)).problems.filter((each) => each.collection === slug && each.id === id)
  return {
    languages: sayProblems(named(req, [...behind.map(problemOfBehind), ...found]), req),
    mayConfirm: behind.length > 0 && mayConfirm(req, slug),
  }
}
