import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Settings } from '../env.ts'
import { headersOf, readRelease, type Release, type ReleaseChange, type ReleaseFile } from './release.ts'

const answerWithinMilliseconds = 10_000
const pausesMilliseconds = [2000, 10_000] // between the three tries
const mostPathsTold = 1000

/** What is posted when a release went live. Paths are not percent-encoded. */
interface Announcement {
  event: 'release'
  release: string
  createdAt: string
  siteUrl: string
  pages: number
  changed: string[]
  removed: string[]
  complete: boolean // false when more paths changed than are told
}

/** Tells others that a release went live. */
export interface Announcer {
  /** Begins to tell; nothing waits for it. `change` is asked for only when there is somebody to tell. */
  announce: (change: () => ReleaseChange | Promise<ReleaseChange>) => void
  /** Resolves when all that was begun is told or given up. */
  settled: () => Promise<void>
  /** Gives up what is underway. */
  stop: () => void
}

interface Needs extends Pick<Settings, 'siteUrl' | 'releaseWebhookUrls' | 'releaseWebhookSecret'> {
  pauses?: number[]
}

/** Announces by webhook: `RELEASE_WEBHOOK_URL`, signed with `RELEASE_WEBHOOK_SECRET` if there is one. */
export const createAnnouncer = (needs: Needs): Announcer => {
  const { siteUrl, releaseWebhookUrls, releaseWebhookSecret, pauses = pausesMilliseconds } = needs
  const ending = new AbortController()
  const underway = new Set<Promise<void>>()

  const tell = async (url: string, body: string, release: string): Promise<void> => {
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Klusterwebb',
      ...(releaseWebhookSecret ? { 'x-klusterwebb-signature': signatureOf(body, releaseWebhookSecret) } : {}),
    }
    let answer = ''
    for (const rest of [0, ...pauses]) {
      if (rest > 0) await pause(rest, undefined, { signal: ending.signal, ref: false })
      const outcome = await post(url, headers, body, ending.signal)
      if (outcome === 'told') return
      answer = outcome.answer
      if (!outcome.mayPass) break
    }
    console.error(`${new URL(url).host} could not be told that release ${release} is live (${answer}).`)
  }

  const tellAll = async (change: () => ReleaseChange | Promise<ReleaseChange>): Promise<void> => {
    const announcement = announcementOf(await change(), siteUrl)
    const body = JSON.stringify(announcement)
    await Promise.all(releaseWebhookUrls.map((url) => tell(url, body, announcement.release)))
  }

  const begin = (work: Promise<void>): void => {
    const quiet = work.catch(() => {}).finally(() => underway.delete(quiet)) // only `stop` makes it throw
    underway.add(quiet)
  }

  return {
    announce: (change) => {
      if (releaseWebhookUrls.length === 0) return
      begin(tellAll(change))
    },
    settled: async () => {
      await Promise.all(underway)
    },
    stop: () => ending.abort(),
  }
}

const post = async (
  url: string,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
): Promise<'told' | { answer: string; mayPass: boolean }> => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual', // a POST that is led on arrives as a GET
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerWithinMilliseconds)]),
    })
    await response.body?.cancel()
    const { status, ok } = response
    return ok ? 'told' : { answer: `it answered ${status}`, mayPass: status >= 500 || [408, 425, 429].includes(status) }
  } catch {
    return { answer: 'it did not answer', mayPass: true }
  }
}

/** `sha256=…`: what the receiver makes of the body, byte for byte, with the same secret. */
export const signatureOf = (body: string, secret: string): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`

/** To be told that something is gone is to find nothing there. */
const isRemoved = (file: ReleaseFile | null): boolean => file === null || file.status === 410

const announcementOf = ({ release, files }: ReleaseChange, siteUrl: string): Announcement => {
  const changed: string[] = []
  const removed: string[] = []
  for (const [path, file] of Object.entries(files)) (isRemoved(file) ? removed : changed).push(path)
  return {
    event: 'release',
    release: release.id,
    createdAt: release.createdAt,
    siteUrl,
    pages: release.pages,
    changed: changed.toSorted().slice(0, mostPathsTold),
    removed: removed.toSorted().slice(0, mostPathsTold),
    complete: changed.length <= mostPathsTold && removed.length <= mostPathsTold,
  }
}

/** What visitors see change when one release is live after another. */
export const changeBetween = (before: Release | null, after: Release): ReleaseChange => {
  const { files, ...release } = after
  const changed: ReleaseChange['files'] = {}
  const earlier = before?.files ?? {}
  const isSame = (old: ReleaseFile | undefined, file: ReleaseFile) =>
    before !== null && old !== undefined && seenOf(before, old) === seenOf(after, file)
  for (const [path, file] of Object.entries(files)) {
    if (!isSame(Object.hasOwn(earlier, path) ? earlier[path] : undefined, file)) changed[path] = file
  }
  for (const path of Object.keys(earlier)) if (!Object.hasOwn(files, path)) changed[path] = null
  return { from: before?.id ?? null, release, files: changed }
}

/** The same of two releases on the disk. */
export const readChange = async (dataDir: string, before: string | null, after: string): Promise<ReleaseChange> =>
  changeBetween(before === null ? null : await readRelease(dataDir, before), await readRelease(dataDir, after))

/** All that a visitor sees of a file. */
const seenOf = (release: Release, file: ReleaseFile): string =>
  'hash' in file ? `${file.hash} ${JSON.stringify(headersOf(release, file))}` : `${file.status} ${file.location}`
