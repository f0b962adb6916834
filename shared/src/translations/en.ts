import { confirmationEn } from './en/confirmation.ts'
import { feesEn } from './en/fees.ts'
import { frontEn } from './en/front.ts'
import { languagesEn } from './en/languages.ts'
import { membersEn } from './en/members.ts'
import { membershipEn } from './en/membership.ts'
import { previewEn } from './en/preview.ts'
import { privacyEn } from './en/privacy.ts'
import { signupFormEn } from './en/signup-form.ts'
import { siteEn } from './en/site.ts'
import { statementEn } from './en/statement.ts'
import type { sv } from './sv.ts'

/** The same keys as `sv.ts`; a missing one does not compile. */
export const en: Record<keyof typeof sv, string> = {
  ...siteEn,
  ...membershipEn,
  ...frontEn,
  ...confirmationEn,
  ...feesEn,
  ...languagesEn,
  ...membersEn,
  ...previewEn,
  ...privacyEn,
  ...signupFormEn,
  ...statementEn,
}
