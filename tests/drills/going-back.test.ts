import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { contentsDirectory } from '../../site/src/publishing/release.ts'
import { drill } from '../support/drill.ts'
import { keptIds, liveId, pathsThatDiffer, readListed } from '../support/kept-release.ts'
import { textBlock } from '../support/rich-text.ts'
import { waitFor } from '../support/server-process.ts'
import { signIn, type StaffMember } from '../support/staff.ts'
import { startWeb, type Web } from '../support/start-web.ts'
import { createVisitor } from '../support/visitor.ts'

let web: Web
let publisher: StaffMember

beforeAll(async () => {
  web = await startWeb()
  publisher = await signIn(web.cms.url)
})
afterAll(() => web.end())

drill('R13 going back to the release before, and to the fourth before', { minutes: 2 }, async ({ tell }) => {
  const visitor = createVisitor(web.url)
  const page = (words: string) => ({ title: 'Tillbaka', slug: 'tillbaka', blocks: [textBlock(words)] })
  const { id } = await publisher.creates('pages', 'sv', page('Utgåva 1.'), 'published')
  await visitor.sees('/sv/tillbaka/', 'Utgåva 1.')
  for (let number = 2; number <= 6; number += 1) {
    await publisher.publishes('pages', id, 'sv', page(`Utgåva ${number}.`))
    await visitor.sees('/sv/tillbaka/', `Utgåva ${number}.`)
  }
  const kept = await keptIds(web)
  for (const [back, words] of [
    [1, 'Utgåva 5.'],
    [4, 'Utgåva 2.'],
  ] as const) {
    const wanted = kept[back] ?? ''
    const startedAt = performance.now()
    const answer = await waitFor('the CMS to know of the release', async () => {
      const asked = await publisher.ask('POST', '/api/publishing/restore', { release: wanted })
      return asked.status === 202 ? asked : undefined
    })
    expect(answer.status).toBe(202)
    await visitor.sees('/sv/tillbaka/', words)
    const milliseconds = performance.now() - startedAt
    tell(`n-${back}: ${Math.round(milliseconds)} ms until visitors see it`)
    expect(milliseconds).toBeLessThan(5000)
    expect(await liveId(web)).toBe(wanted)
    expect(await pathsThatDiffer(web, await readListed(web, wanted))).toEqual([])
  }
})

drill('R13 the check sees a release that is not served as it is listed', { minutes: 1 }, async ({ tell }) => {
  const release = await readListed(web, await liveId(web))
  const file = release.files['/en/feed.xml']
  if (!file || !('hash' in file)) throw new Error('There is no feed.')
  for (const ending of ['', '.br', '.gz'])
    await rm(join(contentsDirectory(web.cms.store.dataDirectory), file.hash + ending), { force: true })
  await web.restartSite() // else it is remembered
  const differing = await pathsThatDiffer(web, release)
  tell(`with a content taken away it names ${differing.join(', ')}`)
  expect(differing).toEqual(['/en/feed.xml'])
})
