import { createServer, type Server } from 'node:http'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand, startCommand } from '../support/command.ts'
import { securityTextPath } from '../../site/src/content/security-text.ts'
import { liveId, readListed } from '../support/kept-release.ts'
import { waitFor } from '../support/server-process.ts'
import { signIn, type StaffMember } from '../support/staff.ts'
import { startWeb, type Web } from '../support/start-web.ts'
import { createVisitor, type Visitor } from '../support/visitor.ts'

let web: Web
let publisher: StaffMember
let visitor: Visitor
let place = ''
let receiver: Server
const told: { release: string; changed: string[]; removed: string[] }[] = []

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'klusterwebb-elsewhere-'))
  receiver = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      told.push(JSON.parse(body))
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const { port } = receiver.address() as AddressInfo
  web = await startWeb({ RELEASE_WEBHOOK_URL: `http://127.0.0.1:${port}/` })
  publisher = await signIn(web.cms.url)
  visitor = createVisitor(web.url)
})
afterAll(async () => {
  await web.end()
  receiver.close()
  await rm(place, { recursive: true, force: true })
})

const layOut = (directory: string, ...options: string[]) =>
  runCommand(web, 'scripts/publish.ts', '--to', directory, ...options)

/** Every file below a directory by its name, but for what the laying out keeps for itself. */
const treeOf = async (directory: string): Promise<Map<string, Buffer>> => {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const tree = new Map<string, Buffer>()
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name)
    const name = relative(directory, file)
    if (entry.isFile() && !name.startsWith('.klusterwebb')) tree.set(name, await readFile(file))
  }
  return tree
}

const fileOf = (path: string) => `${path.slice(1)}${path.endsWith('/') ? 'index.html' : ''}`

test('what is laid out is what the site serves, file by file, and a webhook told of each release', async () => {
  const directory = join(place, 'live')
  await publisher.creates('redirects', 'sv', { from: '/sv/gammal-adress/', address: '/sv/om-oss/' })
  await visitor.meets('/sv/gammal-adress/', 301)
  const { code, said } = await layOut(directory)
  expect(said).toMatch(/^Laid out: \d{8}-\d{6}-[0-9a-f]{4}, \d+ files written, 0 removed, after \d+ ms\.$/m)
  expect(code).toBe(0)
  const { files } = await readListed(web, await liveId(web))
  const tree = await treeOf(directory)
  for (const [path, file] of Object.entries(files)) {
    if ('location' in file || path === securityTextPath) continue // sent with a later day than it has there
    const answer = await fetch(web.url + encodeURI(path))
    const served = Buffer.from(await answer.arrayBuffer())
    expect(tree.get(fileOf(path))?.equals(served), path).toBe(true)
  }
  expect(tree.get('sv/gammal-adress/index.html')?.toString()).toContain('url=/sv/om-oss/')
  await waitFor('the webhook to have been told', async () =>
    told.some(({ changed }) => changed.includes('/sv/gammal-adress/')) ? true : undefined,
  )
  expect((await layOut(directory)).said).toContain(' 0 files written, 0 removed,')
})

test('a static build is the same site: the same files, but that each page says itself what it may load', async () => {
  const directory = join(place, 'static')
  const astro = 'node_modules/astro/bin/astro.mjs'
  const { code, said } = await runCommand(web, astro, 'build', '--root', 'site', '--outDir', directory)
  expect(code, said).toBe(0)
  const laidOut = join(place, 'beside')
  await layOut(laidOut)
  const [built, served] = [await treeOf(directory), await treeOf(laidOut)]
  const withoutTwins = [...served.keys()].filter((name) => !/\.(?:br|gz)$/.test(name))
  expect([...built.keys()].toSorted()).toEqual(withoutTwins.toSorted())

  const policy = /<meta http-equiv="content-security-policy" content="[^"]*">/g
  for (const name of withoutTwins.filter((each) => !each.startsWith('_headers'))) {
    const page = built.get(name) ?? Buffer.alloc(0)
    const text = name.endsWith('.html') ? page.toString().replace(policy, '') : page.toString('latin1')
    expect(text === served.get(name)?.toString(name.endsWith('.html') ? 'utf8' : 'latin1'), name).toBe(true)
  }
  const page = built.get('sv/om-oss/index.html')?.toString() ?? ''
  expect(page.match(policy)).toHaveLength(1)
  expect(page).not.toContain('frame-ancestors') // a browser ignores it there, and says so
  expect(built.get('_headers')?.toString()).toContain("Content-Security-Policy: frame-ancestors 'none'")
}, 180_000)

test('killed at any moment, the next run finishes', async () => {
  const [whole, cut] = [join(place, 'whole'), join(place, 'cut')]
  await layOut(whole)
  for (let round = 0; round < 6; round += 1) {
    await rm(cut, { recursive: true, force: true })
    const laying = startCommand(web, 'scripts/publish.ts', '--to', cut)
    const begun = () => readdir(cut).catch((): string[] => [])
    await waitFor('the laying out to begin', async () => ((await begun()).length > 0 ? true : undefined), { every: 1 })
    await pause(Math.random() * 60)
    await laying.kill()
    expect((await layOut(cut)).code, `round ${round}`).toBe(0)
    expect(await treeOf(cut)).toEqual(await treeOf(whole))
  }
}, 120_000)

test('kept in step with what is published, until it is told to end', async () => {
  const directory = join(place, 'watched')
  const watching = startCommand(web, 'scripts/publish.ts', '--to', directory, '--watch')
  const data = { title: 'Sidan som följs', slug: 'sidan-som-foljs', introduction: 'Före.' }
  const { id } = await publisher.creates('pages', 'sv', data, 'published')
  const shows = (text: string) =>
    waitFor(`the page to show "${text}"`, async () => {
      const html = await readFile(join(directory, 'sv/sidan-som-foljs/index.html'), 'utf8').catch(() => '')
      return html.includes(text) ? true : undefined
    })
  await shows('Före.')
  await publisher.publishes('pages', id, 'sv', { introduction: 'Efter.' })
  await shows('Efter.')
  await publisher.removes('pages', id)
  await waitFor('the page to be gone', async () =>
    existsSync(join(directory, 'sv/sidan-som-foljs/index.html')) ? undefined : true,
  )
  await watching.stop()
  expect(await watching.ended).toBe(0)
  expect(watching.output()).toMatch(new RegExp(`Laid out: ${await liveId(web)}, \\d+ files written, \\d+ removed`))
  expect(told.some(({ removed }) => removed.includes('/sv/sidan-som-foljs/'))).toBe(true)
})

test('it needs neither the site nor the CMS to be running, and says so when nothing is live', async () => {
  await web.site().stop()
  await web.cms.process().stop()
  const { code, said } = await layOut(join(place, 'alone'))
  expect(said).toContain('Laid out: ')
  expect(code).toBe(0)
  await rm(join(web.cms.store.dataDirectory, 'releases/live'))
  const nothing = await layOut(join(place, 'nothing'))
  expect(nothing.said).toContain('Nothing is live yet, so there is nothing to lay out.')
  expect(nothing.code).toBe(1)
})
