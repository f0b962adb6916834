import { z } from 'zod'
import { optionalIdSchema, optionalTextSchema } from './id.ts'
import { isSafeAddress } from './link.ts'

/** Whether the law on digital public services binds the organisation, or it follows the law by choice. */
export const accessibilityRegimes = ['dos', 'voluntary'] as const
export const complianceLevels = ['full', 'partial', 'none'] as const
/** Why something is not accessible: the law tells these apart. */
export const shortcomingReasons = ['non-compliance', 'burden', 'outside'] as const
export const assessmentMethods = ['self', 'third-party', 'both'] as const

/** Where the authority takes reports; it may move. */
export const reportAddressOfDigg = 'https://www.digg.se/tdosanmalan'

const shortcomingSchema = z.object({
  what: optionalTextSchema,
  reason: z.enum(shortcomingReasons).nullish().catch(null),
  motivation: optionalTextSchema,
  planned: optionalTextSchema, // until when it is mended
})

/** What the accessibility statement is made from, in one language. */
export const accessibilitySchema = z.object({
  page: optionalIdSchema, // pages; shows the statement
  regime: z.enum(accessibilityRegimes).nullish().catch(null),
  service: optionalTextSchema, // what the statement covers; none: the site's address
  compliance: z.enum(complianceLevels).nullish().catch(null),
  shortcomings: z
    .array(shortcomingSchema)
    .nullish()
    .transform((shortcomings) => shortcomings ?? []),
  method: z.enum(assessmentMethods).nullish().catch(null),
  methodText: optionalTextSchema,
  publishedOn: optionalTextSchema, // ISO 8601, as the others
  assessedOn: optionalTextSchema,
  updatedOn: optionalTextSchema,
  email: optionalTextSchema, // none: that of the site
  phone: optionalTextSchema,
  answerDays: z.number().int().positive().nullish(),
  reportAddress: optionalTextSchema.refine((address) => address === null || isSafeAddress(address), 'unsafe-address'),
})
export type Accessibility = z.infer<typeof accessibilitySchema>

/** What of a statement is missing or cannot be right; `accessibility.gap.<code>` says it to an editor. */
export type AccessibilityGap =
  | 'page'
  | 'regime'
  | 'compliance'
  | 'shortcomings'
  | 'contradiction'
  | 'what'
  | 'reason'
  | 'motivation'
  | 'method'
  | 'assessedOn'
  | 'updatedOn'
  | 'future'
  | 'order'
  | 'stale'
  | 'contact'

const monthsUntilStale = 12

const isOlderThanMonths = (date: string, months: number, now: Date): boolean => {
  const limit = new Date(now)
  limit.setMonth(limit.getMonth() - months)
  return new Date(date) < limit
}

/**
 * The parts that the law asks for and the statement lacks, and those that contradict one another.
 * @param site the contact details that the whole site has
 */
export const gapsIn = (
  accessibility: Accessibility,
  site: { email: string | null; phone: string | null },
  now: Date,
): AccessibilityGap[] => {
  const { page, regime, compliance, shortcomings, method, assessedOn, updatedOn, email, phone } = accessibility
  const againstTheLaw = shortcomings.filter(({ reason }) => reason !== 'outside')
  const dates = [assessedOn, updatedOn].filter((date) => date !== null)
  const found: [AccessibilityGap, boolean][] = [
    ['page', page === null],
    ['regime', !regime],
    ['compliance', !compliance],
    ['shortcomings', (compliance === 'partial' || compliance === 'none') && againstTheLaw.length === 0],
    ['contradiction', compliance === 'full' && againstTheLaw.length > 0],
    ['what', shortcomings.some(({ what }) => what === null)],
    ['reason', shortcomings.some(({ reason }) => !reason)],
    ['motivation', shortcomings.some(({ reason, motivation }) => reason === 'burden' && motivation === null)],
    ['method', !method],
    ['assessedOn', assessedOn === null],
    ['updatedOn', updatedOn === null],
    ['future', dates.some((date) => new Date(date) > now)],
    ['order', assessedOn !== null && updatedOn !== null && new Date(updatedOn) < new Date(assessedOn)],
    ['stale', assessedOn !== null && isOlderThanMonths(assessedOn, monthsUntilStale, now)],
    ['contact', [email, phone, site.email, site.phone].every((way) => way === null)],
  ]
  return found.flatMap(([gap, isThere]) => (isThere ? [gap] : []))
}
