/**
 * A CMS process without its server, that does the nightly work on personal data as if it were the night of the given day:
 * `night-work.ts 2027-06-01T03:00:00Z`. It is started with the settings of a CMS.
 */
import { getPayload } from 'payload'
import config from '../../cms/src/payload.config.ts'
import { workOfANight } from '../../cms/src/membership/privacy-work.ts'

const payload = await getPayload({ config, cron: false })
await workOfANight(payload, new Date(process.argv[2] ?? Date.now()))
await payload.destroy()
process.exit(0)
