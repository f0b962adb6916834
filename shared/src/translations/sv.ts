import { confirmationSv } from './sv/confirmation.ts'
import { feesSv } from './sv/fees.ts'
import { frontSv } from './sv/front.ts'
import { languagesSv } from './sv/languages.ts'
import { membersSv } from './sv/members.ts'
import { membershipSv } from './sv/membership.ts'
import { previewSv } from './sv/preview.ts'
import { privacySv } from './sv/privacy.ts'
import { signupFormSv } from './sv/signup-form.ts'
import { siteSv } from './sv/site.ts'
import { statementSv } from './sv/statement.ts'

/** Every sentence that the site, its front and the e-mails say. Admin sentences are in `sv/admin.ts`. */
export const sv = {
  ...siteSv,
  ...membershipSv,
  ...frontSv,
  ...confirmationSv,
  ...feesSv,
  ...languagesSv,
  ...membersSv,
  ...previewSv,
  ...privacySv,
  ...signupFormSv,
  ...statementSv,
} as const
