import { z } from 'zod'
import { waitFor } from './server-process.ts'
import { siteReader } from './staff.ts'
import type { Web } from './start-web.ts'

const waitingSchema = z.object({ waiting: z.array(z.unknown()) })

/** Waits until nothing waits to be published any more. */
export const untilNothingWaits = async (web: Web, seconds = 60): Promise<void> => {
  const site = siteReader(web.cms.url)
  await waitFor(
    'nothing to wait to be published',
    async () => {
      const { body } = await site.ask('GET', '/api/publishing/waiting')
      return waitingSchema.parse(body).waiting.length === 0 ? true : undefined
    },
    { seconds, every: 20 },
  )
}
