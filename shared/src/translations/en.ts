import { frontEn } from './en/front.ts'
import { membershipEn } from './en/membership.ts'
import { previewEn } from './en/preview.ts'
import { siteEn } from './en/site.ts'
import { statementEn } from './en/statement.ts'
import type { sv } from './sv.ts'

/** The same keys as `sv.ts`; a missing one does not compile. */
export const en: Record<keyof typeof sv, string> = {
  ...siteEn,
  ...membershipEn,
  ...frontEn,
  ...previewEn,
  ...statementEn,
}
