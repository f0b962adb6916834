/**
 * A CMS process without its server, that takes the first scheduled change that is due and is killed, as `kill -9` does
 * it, before it has published. It is started with the settings of a CMS.
 */
import { getPayload } from 'payload'
import config from '../../cms/src/payload.config.ts'
import { startScheduleWorker } from '../../cms/src/publishing/run-schedule.ts'

const payload = await getPayload({ config, cron: false })
startScheduleWorker({
  payload,
  carryOut: (_payload, change) => {
    console.log(`took ${change.documentTitle}`)
    process.kill(process.pid, 'SIGKILL')
    return new Promise(() => undefined)
  },
})
