import { type Accessibility, reportAddressOfDigg, shortcomingReasons } from 'shared/content/accessibility'
import type { Section } from './outline.ts'
import { dateIn, type Store } from './store.ts'

type Reason = (typeof shortcomingReasons)[number]

/** The accessibility statement in one language, ready to be shown. Sections are in the order that the agency Digg asks for. */
export interface Statement {
  introduction: string[]
  compliance: string[]
  email: string | null
  phone: string | null
  answer: string | null
  supervision: string
  reportAddress: string
  shortcomings: { reason: Reason; heading: string; text: string | null; items: Accessibility['shortcomings'] }[]
  method: string[]
}

/** Where the footer of every page leads whoever has a problem to report. */
export const reportAnchor = 'report'

/** The parts of the statement, for a table of contents. */
export const statementSections = ({ t }: Store): Section[] => [
  { id: 'statement-compliance', text: t('statement.compliance.heading') },
  { id: reportAnchor, text: t('statement.report.heading') },
  { id: 'statement-supervision', text: t('statement.supervision.heading') },
  { id: 'statement-shortcomings', text: t('statement.shortcomings.heading') },
  { id: 'statement-method', text: t('statement.method.heading') },
]

/** Does this page show the statement? */
export const showsStatement = (pageId: string, store: Store): boolean => store.settings().accessibility?.page === pageId

/** What has not been filled in is left out: a wrong claim would be worse. `host` is the site's, as people write it. */
export const statementOf = (store: Store, host: string): Statement => {
  const { name, email, phone, accessibility } = store.settings()
  const { language, t } = store
  if (!accessibility) throw new Error('There are no settings to make an accessibility statement from.')
  const { regime, compliance, shortcomings, method, methodText, answerDays } = accessibility
  const isVoluntary = regime === 'voluntary'
  const on = (key: 'assessed' | 'updated' | 'published', date: string | null): string[] =>
    date ? [t(`statement.method.${key}`, { date: dateIn(language, date) })] : []
  const days = answerDays === 1 ? 'statement.report.answer-days_one' : 'statement.report.answer-days_other'
  const groups = shortcomingReasons.flatMap((reason) => {
    const items = shortcomings.filter((each) => (each.reason ?? 'non-compliance') === reason && each.what)
    const text = reason === 'burden' ? t('statement.shortcomings.burden.text') : null
    return items.length > 0 ? [{ reason, heading: t(`statement.shortcomings.${reason}`), text, items }] : []
  })
  return {
    introduction: [
      t('statement.intro.text', { name }),
      t('statement.intro.scope', { service: accessibility.service ?? host }),
      ...(isVoluntary ? [t('statement.intro.voluntary')] : []),
    ],
    compliance: [...(compliance ? [t(`statement.compliance.${compliance}`)] : []), t('statement.compliance.yardstick')],
    email: accessibility.email ?? email,
    phone: accessibility.phone ?? phone,
    answer: answerDays ? t(days, { count: answerDays }) : null,
    supervision: t(isVoluntary ? 'statement.supervision.voluntary' : 'statement.supervision.dos'),
    reportAddress: accessibility.reportAddress ?? reportAddressOfDigg,
    shortcomings: groups,
    method: [
      ...(method ? [t(`statement.method.${method}`)] : []),
      ...(methodText?.split(/\n+/).filter((line) => line.trim()) ?? []),
      ...on('published', accessibility.publishedOn),
      ...on('assessed', accessibility.assessedOn),
      ...on('updated', accessibility.updatedOn),
    ],
  }
}
