import { statfs } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { defaultLanguage } from 'shared/languages'
import type { ReleaseProblem } from 'shared/publishing/release-report'
import { type DocumentName, fetchBehind, fetchDocuments, fetchMedia } from '../content/from-cms.ts'
import { type ContentChange, isGlobal, keyOfChange, nameOfCollection } from '../content/kinds.ts'
import { gapOfBehind, languageGapsOf, readWords } from '../content/language-gaps.ts'
import { type Changed, createSite, noContent, type Site } from '../content/site.ts'
import type { CmsAccess } from '../env.ts'
import { problemsOf, type Route } from '../paths.ts'
import { sharePictureOf } from '../sharing/share-picture.ts'
import type { Asset } from './assets.ts'
import { checkRelease, type Finding, type LiveFacts, liveFactsOf, noticesOnMissing } from './check-release.ts'
import { createDrawnPictures } from './drawn-pictures.ts'
import { findInReleases } from './forget-person.ts'
import { createHeldDocuments } from './held-documents.ts'
import { findCulprits } from './hold-back.ts'
import { makeLive } from './make-live.ts'
import { createNextRelease, type ReleaseWithoutFiles } from './next-release.ts'
import { createPageRenderer } from './page-renderer.ts'
import { createAssembler } from './put-together.ts'
import { readChanges } from './read-changes.ts'
import {
  isPointedAfter,
  listReleases,
  readLiveId,
  readNewestReleases,
  readRelease,
  type Release,
  type ReleaseChange,
  releasesDirectory,
} from './release.ts'
import type { Answered } from './render-path.ts'
import { isPage } from './rendered-paths.ts'
import type { Forgotten, Progress, Published } from './renderer-messages.ts'
import { createSearchIndexes } from './search-files.ts'
import { openContents } from './store-contents.ts'
import { createContentStore, readStoredContent } from './stored-content.ts'
import { sweepReleases } from './sweep-releases.ts'

const leastFreeMegabytes = 32
const megabyte = 1024 * 1024
const mostNoticesTold = 100
const mostGapsTold = 500
const mostRounds = 30 // of holding back, each of which finds what the ones before had hidden
const bulkFrom = 200 // pages; from here on the disk is waited for once
const sweepEveryMilliseconds = 5 * 60 * 1000
const keptTold = 20

/** What a release is to be made of. */
export interface Order {
  /** The documents that changed, or everything there is. */
  changes: DocumentName[] | 'everything'
  /** Render every page anew, also those whose answers are the same. */
  anew: boolean
  /** The loss of pages is intended. */
  force: boolean
  /** Only get ready: no release, unless what is live is not what is published. */
  onlyPrepare?: boolean
}

/** Makes releases, each at the cost of what changed since the one before. One at a time: the caller sees to that. */
export interface ReleaseMaker {
  /** What pages made on request are made from: the newest content that is known. */
  site: () => Promise<Site>
  publish: (order: Order, tell: (progress: Progress) => void) => Promise<Published>
  /** Builds the search indexes of a large site, which can wait; the next release has them. May go on beside the rest. */
  buildIndexes: () => Promise<void>
  /** Draws the share pictures of a large site, which can wait longer. May go on beside the rest. */
  drawPictures: () => Promise<void>
  /** What can wait: a release with those, and sweeping old ones away. Null: nothing became live. */
  catchUp: () => Promise<Published | null>
  /**
   * Takes earlier releases away that have any of these words in them, with all that only they needed; without words, every
   * one. The live release stays, and it is told when it has them.
   */
  forget: (words: string[] | null) => Promise<Forgotten>
}

interface Tools {
  dataDir: string
  siteUrl: string
  cms: CmsAccess
  bundle: string // which compiled pages these are
  assets: Asset[] // of the compiled pages
  answer: (site: Site, path: string) => Promise<Answered>
}

const onSite = (code: ReleaseProblem['code'], values: ReleaseProblem['values'] = {}): ReleaseProblem => ({
  collection: 'site',
  id: '',
  title: '',
  code,
  values,
})

/** There is too little room on the disk. */
export const diskShort = (free: number): ReleaseProblem =>
  onSite('publishing.problem.disk-short', { free, needed: leastFreeMegabytes })

export const createReleaseMaker = async ({
  dataDir,
  siteUrl,
  cms,
  bundle,
  assets,
  answer,
}: Tools): Promise<ReleaseMaker> => {
  const contents = await openContents(dataDir)
  const contentStore = createContentStore(contents)
  const site = createSite(noContent())
  const [newestAtStart] = await readNewestReleases(dataDir, 1)
  const next = createNextRelease(dataDir, newestAtStart)
  const search = createSearchIndexes({ site, contents, next })
  const pictures = createDrawnPictures({ contents, fetchMedia: (filename) => fetchMedia(cms, filename) })
  const held = createHeldDocuments()
  const pages = createPageRenderer({
    site,
    siteUrl,
    contents,
    answer,
    onPage: ({ path, route, file }, asked) => {
      search.note(path, route, file ? asked : null)
      pictures.note(path, file ? sharePictureOf(route, site.storeFor(route.language, asked)) : null)
    },
    onGone: (path, route) => {
      search.note(path, route, null)
      pictures.note(path, null)
    },
  })
  const { rendered, findDirty, renderAll } = pages
  const { putTogether, drawPictures } = createAssembler({
    cms,
    bundle,
    assets,
    site,
    contents,
    next,
    pages,
    search,
    pictures,
  })

  let isComplete = false // all content was fetched and all pages rendered by this process
  let isSound = false // what is put together has passed the checks
  let sweptAt = 0
  let besides = 0 // works underway that store contents which nothing names yet
  let mustTidy = false // something of an erased person may lie there that no release names
  let hasStored = false // the content, by this process
  const unstored = new Map<string, ContentChange>() // changed since the content was stored

  const stored = readStored()
  async function readStored(): Promise<void> {
    if (!newestAtStart) return
    site.change(await readStoredContent(contents, newestAtStart.content).catch(() => []))
  }

  const readLiveFacts = async (): Promise<{ id: string | null; facts: LiveFacts | null }> => {
    const id = await readLiveId(dataDir)
    if (id === null) return { id, facts: null }
    const newest = next.newest()
    if (newest?.id === id) return { id, facts: liveFactsOf(newest.pages, (path) => next.before.has(path)) }
    const live = await readRelease(dataDir, id).catch(() => null)
    return { id, facts: live && liveFactsOf(live.pages, (path) => path in live.files) }
  }

  /** Writes the release and lets visitors see it; null when it would be the same as the one they have. */
  const release = async (
    liveId: string | null,
  ): Promise<{ made: ReleaseWithoutFiles; change: ReleaseChange | null } | null> => {
    const content = await contentStore.store(site.content(), hasStored ? unstored.values() : 'everything')
    hasStored = true
    unstored.clear()
    pages.settle()
    const newest = next.newest()
    const isSame = !next.isOther() && newest?.bundle === bundle && isDeepStrictEqual(content, newest.content)
    if (isSame && newest?.id === liveId) return null
    const { written, change } = await next.write({ bundle, content, pages: rendered.pages() })
    await makeLive(dataDir, written.id)
    return { made: written, change: change?.from === liveId ? change : null }
  }

  /** What an editor should know although the release is live. */
  const notices = (): ReleaseProblem[] =>
    [
      ...problemsOf(site.content()).map((problem): ReleaseProblem => ({
        ...problem,
        code: `publishing.problem.${problem.code}`,
      })),
      ...noticesOnMissing(rendered, site),
    ].slice(0, mostNoticesTold)

  /** What one language of the site lacks and the other has. */
  const languageReport = (): { problems: ReleaseProblem[]; total: number } => {
    const gaps = languageGapsOf(site.content())
    return { problems: gaps.slice(0, mostGapsTold).map(({ problem }) => problem), total: gaps.length }
  }

  /** Where nothing shall go live in one language alone: what would. The first release shows what there is. */
  const readLanguageRule = async (): Promise<Pick<Parameters<typeof checkRelease>[0], 'languageGaps'>> => {
    if (next.newest() === null || site.content()[defaultLanguage].settings.languageRule !== 'hold') return {}
    const behind = await fetchBehind(cms)
    return { languageGaps: () => [...languageGapsOf(site.content()), ...behind.map(gapOfBehind)] }
  }

  const freeMegabytes = async (): Promise<number> => {
    const { bavail, bsize } = await statfs(releasesDirectory(dataDir))
    return Math.floor((bavail * bsize) / megabyte)
  }

  const apply = (changes: ContentChange[]): Changed => {
    const changed = site.change(changes)
    for (const change of changed.documents) unstored.set(keyOfChange(change), change)
    return changed
  }

  /** Holds back what the findings are due to, and gives it as it was. Nothing: they are due to nothing that changed. */
  const holdBack = (
    findings: Finding[],
    before: Map<string, ContentChange>,
    gone: Map<string, Route>,
  ): ContentChange[] => {
    const undo = new Map<string, ContentChange>()
    for (const { key, problem } of findCulprits(findings, { site, before, gone })) {
      const was = before.get(key)
      if (!was) continue
      held.hold(was, problem)
      undo.set(key, was)
    }
    for (const key of undo.keys()) before.delete(key)
    return [...undo.values()]
  }

  /**
   * Renders what has to be rendered, and holds back what must not be seen, until nothing speaks against a release. What still
   * does then is given; all that changed is held back for it.
   */
  const makeSound = async (
    changed: Changed,
    {
      anew,
      force,
      before,
      live,
    }: Pick<Order, 'anew' | 'force'> & { before: Map<string, ContentChange>; live: LiveFacts | null },
    tell: (progress: Progress) => void,
  ): Promise<{ findings: Finding[]; pages: number }> => {
    const { dirty, gone } = findDirty(changed, anew)
    const rule = await readLanguageRule()
    const inBulk = dirty.size > bulkFrom ? contents.inBulk : <Result>(task: () => Promise<Result>) => task()
    const isThere = (path: string) => {
      const file = next.at(path)
      return file !== null && file.status !== 410
    }
    return inBulk(async () => {
      await renderAll(dirty, tell)
      for (let round = 0; ; round += 1) {
        const { missingMedia } = await putTogether()
        const findings = checkRelease({ site, rendered, before, isThere, missingMedia, live, force, ...rule })
        if (findings.length === 0) {
          const made = [...dirty].flatMap((path) => rendered.get(path) ?? [])
          return { findings, pages: made.filter(isPage).length }
        }
        const undo = round < mostRounds ? holdBack(findings, before, gone) : [...before.values()]
        if (undo.length === 0 || round >= mostRounds) {
          const [first] = findings
          for (const was of undo) if (first) held.hold(was, first.problem) // looked at again the next time
          findDirty(apply(undo))
          return { findings, pages: 0 }
        }
        await renderAll(findDirty(apply(undo)).dirty, () => {})
      }
    })
  }

  const publish = async (order: Order, tell: (progress: Progress) => void): Promise<Published> => {
    const startedAt = performance.now()
    const elapsed = () => Math.round(performance.now() - startedAt)
    const refuse = (problems: ReleaseProblem[]): Published => ({
      outcome: { outcome: 'refused', milliseconds: elapsed(), problems },
      change: null,
    })
    const wanted = order.changes === 'everything' || !isComplete ? 'everything' : order.changes
    isComplete = false // until all of it was done: whatever breaks off in between, the next time everything is looked at
    isSound = false

    const free = await freeMegabytes()
    if (free < leastFreeMegabytes) return refuse([diskShort(free)])
    await stored
    const { id: liveId, facts: live } = await readLiveFacts()
    const read =
      wanted === 'everything' ? await readChanges(cms, site) : await fetchDocuments(cms, [...wanted, ...held.names()])

    held.clear()
    for (const problem of read.problems) {
      const name = nameOfCollection(problem.collection)
      if (!name || !problem.language) continue
      // Without its settings there is no site, and nothing that could be shown instead.
      if (isGlobal(name) && next.newest() === null) return refuse(read.problems)
      held.hold({ name, id: problem.id, language: problem.language }, problem)
    }
    const changed = apply(read.changes)
    const before = new Map(changed.before.map((change) => [keyOfChange(change), change]))
    try {
      const { findings, pages } = await makeSound(changed, { ...order, before, live }, tell)
      if (findings.length > 0) {
        isComplete = true
        return refuse(findings.slice(0, mostNoticesTold).map(({ problem }) => problem))
      }
      isSound = true
      const kept = order.onlyPrepare && liveId !== null ? await rolledBackTo(liveId) : null
      const released = kept ? null : await release(liveId)
      isComplete = true
      return await outcome(
        kept ?? released?.made ?? next.newest(),
        released ? pages : 0,
        elapsed(),
        released?.change ?? null,
      )
    } catch (error) {
      // It may not have been at fault, but can only be held back the next time if it is a change then.
      findDirty(apply([...before.values()]))
      throw error
    }
  }

  /** The release that somebody went back to, which a start leaves live unless the code is new; else null. */
  const rolledBackTo = async (liveId: string): Promise<Release | null> => {
    const newest = next.newest()
    if (!newest || newest.id === liveId || newest.bundle !== bundle) return null
    // What died between writing a release and making it live has gone back to nothing.
    if (!(await isPointedAfter(dataDir, newest.id))) return null
    return readRelease(dataDir, liveId).catch(() => null)
  }

  const outcome = async (
    live: ReleaseWithoutFiles | null,
    changed: number,
    milliseconds: number,
    change: ReleaseChange | null,
  ): Promise<Published> => {
    if (!live) throw new Error('A release was to be live and is not.')
    for (const _ of readWords(site.content())) await setImmediate() // a visitor may be waiting for his form
    const kept = await keptReleases()
    return {
      outcome: {
        outcome: 'live',
        release: live.id,
        pages: live.pages,
        changed,
        milliseconds,
        problems: notices(),
        languages: languageReport(),
        held: held.told(site),
        kept,
      },
      change,
    }
  }

  const keptReleases = async (): Promise<string[]> => (await listReleases(dataDir)).slice(0, keptTold)

  /** All contents that this process may yet name in a release. */
  const unreleased = function* (): Generator<string> {
    yield* next.hashes()
    for (const { file } of rendered.all()) if (file) yield file.hash
    for (const hashes of Object.values(next.newest()?.content ?? {})) yield* hashes
  }

  const forget = async (words: string[] | null): Promise<Forgotten> => {
    const { toDrop, isLive } = await findInReleases(dataDir, words)
    const alsoNew = besides === 0
    await sweepReleases(dataDir, contents, { unreleased: unreleased(), dropped: toDrop, alsoNew })
    mustTidy = !alsoNew
    return { dropped: toDrop.length, isShown: isLive, kept: await keptReleases() }
  }

  /** Takes away what no release names, however new, once nobody stores what is not named yet. */
  const tidy = async (): Promise<void> => {
    if (!mustTidy || besides > 0) return
    mustTidy = false
    await sweepReleases(dataDir, contents, { unreleased: unreleased(), alsoNew: true })
  }

  const besideTheRest = async (work: () => Promise<void>): Promise<void> => {
    besides += 1
    try {
      await work()
    } finally {
      besides -= 1
    }
  }

  const catchUp = async (): Promise<Published | null> => {
    await tidy()
    if (!isComplete) return null
    const startedAt = performance.now()
    const liveId = await readLiveId(dataDir)
    if (isSound && next.isOther() && liveId !== null && next.newest()?.id === liveId) {
      const released = await release(liveId)
      if (released) return outcome(released.made, 0, Math.round(performance.now() - startedAt), released.change)
    }
    if (Date.now() - sweptAt > sweepEveryMilliseconds) {
      sweptAt = Date.now()
      await sweepReleases(dataDir, contents, { unreleased: unreleased() })
    }
    return null
  }

  return {
    site: async () => {
      await stored
      return site
    },
    publish,
    buildIndexes: async () => {
      if (isComplete) await besideTheRest(search.build)
    },
    drawPictures: async () => {
      if (!isComplete) return
      await besideTheRest(drawPictures)
    },
    catchUp,
    forget,
  }
}
