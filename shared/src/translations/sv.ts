import { confirmationSv } from './sv/confirmation.ts'
import { feesSv } from './sv/fees.ts'
import { frontSv } from './sv/front.ts'
import { membersSv } from './sv/members.ts'
import { membershipSv } from './sv/membership.ts'
import { previewSv } from './sv/preview.ts'
import { signupFormSv } from './sv/signup-form.ts'
import { siteSv } from './sv/site.ts'

/** Every sentence that the site, its front and the e-mails say. Admin sentences are in `sv/admin.ts`. */
export const sv = {
  ...siteSv,
  ...membershipSv,
  ...frontSv,
  ...confirmationSv,
  ...feesSv,
  ...membersSv,
  ...previewSv,
  ...signupFormSv,
} as const
