import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { createCompany } from '../../support/company.ts'
import { drill, isLong, onMongo } from '../../support/drill.ts'
import { startWeb } from '../../support/start-web.ts'
import { readStoredSignups } from '../../support/stored-signups.ts'
import { createVisitor } from '../../support/visitor.ts'

const pageLoads = isLong ? 1000 : 100
const forms = isLong ? 20 : 4
const awaySeconds = isLong ? 120 : 3
const longestPauseSeconds = 60

// The form's own half, what it says and keeps meanwhile, is tests/browser/company.test.ts.
drill(
  'R6 the CMS is away: visitors read on, and what is sent arrives afterwards, once',
  { minutes: 10, onlyLong: onMongo },
  async ({ tell }) => {
    const web = await startWeb()
    try {
      const visitor = createVisitor(web.url)
      const paths = await visitor.sitemap()
      const company = createCompany(web.url, web.cms.url)
      const signups = await Promise.all(
        Array.from({ length: forms }, (_, place) => company.fillsIn(place % 2 ? 'sv' : 'en')),
      )
      await web.cms.process().stop()
      const backAt = Date.now() + awaySeconds * 1000

      /** Sends, and waits twice as long after each try, as the form does it. */
      let refused = 0
      const sendUntilTaken = async (signup: (typeof signups)[number]) => {
        const key = randomUUID()
        for (let seconds = 2; ; seconds = Math.min(seconds * 2, longestPauseSeconds)) {
          const answer = await company.sends(signup, { key })
          if (answer.status === 201) return
          refused += 1
          expect([502, 503, 504]).toContain(answer.status)
          expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
          await pause(seconds * (isLong ? 1000 : 200))
        }
      }
      const sending = Promise.all(signups.map(sendUntilTaken))

      const statuses = new Map<number, number>()
      for (let load = 0; load < pageLoads; load += 1) {
        const { status } = await visitor.opens(paths[load % paths.length] ?? '/sv/')
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }
      await pause(Math.max(backAt - Date.now(), 0))
      await web.cms.restart()
      await sending

      await web.cms.process().stop()
      const { rows } = await readStoredSignups(web.cms.store)
      const stored = signups.map(
        ({ answers }) => rows.filter(({ contactEmail }) => contactEmail === answers['contactEmail']).length,
      )
      tell(
        `away for ${awaySeconds} s: ${pageLoads} page loads, ${statuses.get(200) ?? 0} of them 200; ${forms} forms were put off ` +
          `${refused} times, and ${stored.filter((count) => count === 1).length} arrived once`,
      )
      expect([...statuses.keys()]).toEqual([200])
      expect(refused).toBeGreaterThanOrEqual(forms)
      expect(stored).toEqual(signups.map(() => 1))
    } finally {
      await web.end()
    }
  },
)
