import { frontSv } from './sv/front.ts'
import { membershipSv } from './sv/membership.ts'
import { previewSv } from './sv/preview.ts'
import { siteSv } from './sv/site.ts'
import { statementSv } from './sv/statement.ts'

/** Every sentence that the site, its front and the e-mails say. Admin sentences are in `sv/admin.ts`. */
export const sv = { ...siteSv, ...membershipSv, ...frontSv, ...previewSv, ...statementSv } as const
