import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeLive } from './make-live.ts'
import {
  contentsDirectory,
  listReleases,
  readLiveId,
  type Release,
  releasesDirectory,
  writeRelease,
} from './release.ts'
import { rollBack } from './roll-back.ts'
import { openContents } from './store-contents.ts'
import { sweepReleases } from './sweep-releases.ts'

let dataDir = ''

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'releases-'))
  await mkdir(contentsDirectory(dataDir), { recursive: true })
})
afterEach(() => rm(dataDir, { recursive: true }))

const releaseWith = async (id: string, text: string): Promise<Release> => {
  const contents = await openContents(dataDir)
  const page = await contents.store(Buffer.from(text), 'text/html; charset=utf-8')
  const content = await contents.store(Buffer.from('{}'), 'application/json')
  const release: Release = {
    id,
    createdAt: '2026-11-22T12:03:22.000Z',
    bundle: 'a',
    content: { 'sv/pages': [content.hash] },
    pages: 1,
    headers: [],
    files: { '/sv/': { ...page, type: 'text/html; charset=utf-8' } },
  }
  await writeRelease(dataDir, release)
  return release
}

test('the pointer names the release that was made live last, and nothing half-written is left', async () => {
  expect(await readLiveId(dataDir)).toBeNull()
  await releaseWith('20261122-120322-aaaa', 'one')
  await releaseWith('20261122-120323-bbbb', 'two')
  await makeLive(dataDir, '20261122-120322-aaaa')
  await makeLive(dataDir, '20261122-120323-bbbb')
  expect(await readLiveId(dataDir)).toBe('20261122-120323-bbbb')
  expect((await readdir(releasesDirectory(dataDir))).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('rolling back goes to the release before the live one, and once more to the one before that', async () => {
  for (const id of ['20261122-120322-aaaa', '20261122-120323-bbbb', '20261122-120324-cccc']) await releaseWith(id, id)
  await makeLive(dataDir, '20261122-120324-cccc')
  expect((await rollBack(dataDir)).id).toBe('20261122-120323-bbbb')
  expect((await rollBack(dataDir)).id).toBe('20261122-120322-aaaa')
  await expect(rollBack(dataDir)).rejects.toThrow('no earlier release')
  expect((await rollBack(dataDir, '20261122-120324-cccc')).id).toBe('20261122-120324-cccc')
})

test('a release that lacks a content cannot become live again', async () => {
  const broken = await releaseWith('20261122-120322-aaaa', 'one')
  await releaseWith('20261122-120323-bbbb', 'two')
  await makeLive(dataDir, '20261122-120323-bbbb')
  const page = broken.files['/sv/']
  if (!page || !('hash' in page)) throw new Error('The release has no page.')
  await rm(join(contentsDirectory(dataDir), page.hash))
  await expect(rollBack(dataDir)).rejects.toThrow('lacks some of its contents')
  expect(await readLiveId(dataDir)).toBe('20261122-120323-bbbb')
})

test('forty releases are kept, and the live one even if it is older', async () => {
  for (let second = 10; second < 55; second += 1) await releaseWith(`20261122-1203${second}-aaaa`, `page ${second}`)
  await makeLive(dataDir, '20261122-120311-aaaa')
  await sweepReleases(dataDir, await openContents(dataDir), { now: new Date('2026-11-23T00:00:00Z') })
  const kept = await listReleases(dataDir)
  expect(kept).toHaveLength(41)
  expect(kept.at(-1)).toBe('20261122-120311-aaaa')
  expect(kept.at(-2)).toBe('20261122-120315-aaaa')
})

test('a release is kept for ninety days after the next one took its place', async () => {
  for (const id of ['20260101-120000-aaaa', '20260301-120000-aaaa', '20260302-120000-aaaa']) await releaseWith(id, id)
  await makeLive(dataDir, '20260302-120000-aaaa')
  const sweep = async (now: string) => sweepReleases(dataDir, await openContents(dataDir), { now: new Date(now) })
  await sweep('2026-05-30T11:59:00Z')
  expect(await listReleases(dataDir)).toHaveLength(3)
  await sweep('2026-05-30T12:01:00Z')
  expect(await listReleases(dataDir)).toEqual(['20260302-120000-aaaa', '20260301-120000-aaaa'])
  await sweep('2027-01-01T12:00:00Z')
  expect(await listReleases(dataDir)).toEqual(['20260302-120000-aaaa'])
})
