import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from '../support/command.ts'
import { keptIds, liveId, pathsThatDiffer, readListed } from '../support/kept-release.ts'
import { waitFor } from '../support/server-process.ts'
import { signIn, type StaffMember } from '../support/staff.ts'
import { startWeb, type Web } from '../support/start-web.ts'
import { createVisitor, type Visitor } from '../support/visitor.ts'

const mostMilliseconds = 5000

let web: Web
let publisher: StaffMember
let visitor: Visitor
let page = ''

beforeAll(async () => {
  web = await startWeb()
  publisher = await signIn(web.cms.url)
  visitor = createVisitor(web.url)
  const data = { title: 'Sidan som ändras', slug: 'sidan-som-andras', introduction: 'Version 0.' }
  page = (await publisher.creates('pages', 'sv', data, 'published')).id
  for (let version = 1; version <= 5; version += 1) await publishes(version)
})
afterAll(() => web.end())

const path = '/sv/sidan-som-andras/'
const publishes = async (version: number) => {
  await publisher.publishes('pages', page, 'sv', { introduction: `Version ${version}.` })
  await visitor.sees(path, `Version ${version}.`)
}

/** Goes back, and waits until visitors see it; tells how long that took. */
const rollBack = async (version: number, ...release: string[]): Promise<number> => {
  const startedAt = performance.now()
  const { code, said } = await runCommand(web, 'scripts/roll-back.ts', ...release)
  expect(said).toContain('Live again: ')
  expect(code).toBe(0)
  await visitor.sees(path, `Version ${version}.`)
  return performance.now() - startedAt
}

describe('going back to an earlier release while the site is running', () => {
  test('to the one before: within five seconds, and every address is answered as that release lists it', async () => {
    const [, before = ''] = await keptIds(web)
    expect(await rollBack(4)).toBeLessThan(mostMilliseconds)
    expect(await liveId(web)).toBe(before)
    expect(await pathsThatDiffer(web, await readListed(web, before))).toEqual([])
  })

  test('to one that is four releases old, and a restart does not undo it', async () => {
    const [newest = '', , , , old = ''] = await keptIds(web)
    expect(await rollBack(1, old)).toBeLessThan(mostMilliseconds)
    expect(await pathsThatDiffer(web, await readListed(web, old))).toEqual([])

    await web.restartSite()
    await waitFor('every part to be ready', async () => {
      const { status } = Object(await (await fetch(`${web.url}/readyz`)).json())
      return status === 'ready' ? true : undefined
    })
    await new Promise((resolve) => setTimeout(resolve, 3000)) // what wanted to publish would have done so by now
    expect(await liveId(web)).toBe(old)
    expect(await pathsThatDiffer(web, await readListed(web, old))).toEqual([])

    expect(await rollBack(5, newest)).toBeLessThan(mostMilliseconds)
    await publishes(6) // and what is published next has everything in it
  })

  test('what cannot be gone back to is told in words, and the live release stays', async () => {
    const live = await liveId(web)
    for (const [release, reason] of [
      ['20200101-000000-aaaa', /There is no release 20200101-000000-aaaa .*"npm run releases" lists/],
      ['förra', /"förra" is not the name of a release/],
      [live, /is live already, so nothing was changed/],
    ] as const) {
      const { code, said } = await runCommand(web, 'scripts/roll-back.ts', release)
      expect(said).toMatch(reason)
      expect(said).not.toContain('    at ')
      expect(code).toBe(1)
    }
    expect(await liveId(web)).toBe(live)
  })
})

test('the releases are listed, the newest first, with their pages, and which of them is live', async () => {
  const { code, said } = await runCommand(web, 'scripts/releases.ts')
  const [head = '', ...rows] = said.trim().split('\n')
  expect(code).toBe(0)
  expect(head.split(/ {2,}/)).toEqual(['release', 'made', 'pages', 'live', 'code', 'new in it'])
  expect(rows.map((row) => row.split(' ')[0])).toEqual(await keptIds(web))
  const live = await liveId(web)
  expect(rows.filter((row) => /\blive\b/.test(row)).map((row) => row.split(' ')[0])).toEqual([live])
  expect(rows[0]).toMatch(/ {2,}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2,}\d+ .*\d+ files, +\d+ kB$/)
})

describe('publishing from the command line', () => {
  test('tells the release, and how to undo it', async () => {
    const { code, said } = await runCommand(web, 'scripts/publish.ts')
    expect(said).toContain(`Live: ${await liveId(web)}, `)
    expect(said).toContain('To undo: npm run roll-back')
    expect(code).toBe(0)
  })

  test('tells in words what is in the way, and what was not understood', async () => {
    const broken = await publisher.creates(
      'pages',
      'sv',
      {
        title: 'Trasig länk',
        slug: 'trasig-lank',
        blocks: [
          {
            blockType: 'callToAction',
            heading: 'Hit',
            link: { kind: 'address', label: 'Ingenstans', address: '/sv/finns-inte-alls/' },
          },
        ],
      },
      'published',
    )
    const refused = await runCommand(web, 'scripts/publish.ts')
    expect(refused.said).toMatch(/^- .*Trasig länk.*\/sv\/finns-inte-alls\//m)
    await publisher.removes('pages', broken.id)

    const misspelt = await runCommand(web, 'scripts/publish.ts', '--too', 'out')
    expect(misspelt.said).toMatch(/'--too'.* Use: npm run publish/)
    expect(misspelt.code).toBe(1)
  })

  test('says so when the site is not running', async () => {
    await web.site().stop()
    const { code, said } = await runCommand(web, 'scripts/publish.ts')
    expect(said).toContain('The site does not answer')
    expect(code).toBe(1)
  })
})
