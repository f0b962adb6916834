import { statfs } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { defaultLanguage, type Language, languages } from 'shared/languages'
import type { ReleaseProblem } from 'shared/publishing/release-report'
import { type DocumentName, fetchBehind, fetchDocuments, fetchEverything, fetchMedia } from '../content/from-cms.ts'
import { changeOf, type ContentChange, isGlobal, keyOfChange, kinds, nameOfCollection } from '../content/kinds.ts'
import { gapOfBehind, languageGapsOf, readWords } from '../content/language-gaps.ts'
import { type Changed, createSite, noContent, type Site } from '../content/site.ts'
import { siteMapPartsOf } from '../content/store.ts'
import type { CmsAccess } from '../env.ts'
import {
  calendarPath,
  calendarsOf,
  problemsOf,
  resourcePathsOf,
  type Route,
  routesOf,
  searchIndexPath,
  searchLanguageOf,
} from '../paths.ts'
import type { SearchFiles } from '../search/build-search-index.ts'
import { type SearchEntry, searchEntriesOf } from '../search/search-entries.ts'
import { createSearchIndexer } from '../search/search-indexer.ts'
import { iconDrawingOf } from '../sharing/icons.ts'
import { organisationPicture, sharePictureOf } from '../sharing/share-picture.ts'
import type { Asset } from './assets.ts'
import { checkRelease, type Finding, type LiveFacts, liveFactsOf, noticesOnMissing } from './check-release.ts'
import { createDrawnPictures, isDrawn } from './drawn-pictures.ts'
import { findInReleases } from './forget-person.ts'
import { findCulprits } from './hold-back.ts'
import { makeLive } from './make-live.ts'
import {
  collectMedia,
  createReleaseText,
  type Difference,
  headerTableOf,
  listedFile,
  type MadeFile,
  type MadeFiles,
  madeFilesOf,
  nextReleaseId,
  noHeaders,
  noteDifference,
  redirectsOf,
  storeAssets,
} from './make-release.ts'
import {
  isPointedAfter,
  listReleases,
  readLiveId,
  readNewestReleases,
  readRelease,
  type Release,
  type ReleaseChange,
  type ReleaseFile,
  releasesDirectory,
  writeReleaseText,
} from './release.ts'
import { type Answered, notFoundPath, renderPath } from './render-path.ts'
import { createRenderedPaths, isPage } from './rendered-paths.ts'
import type { Forgotten, HeldDocument, Progress, Published } from './renderer-messages.ts'
import { openContents } from './store-contents.ts'
import { createContentStore, readStoredContent } from './stored-content.ts'
import { sweepReleases } from './sweep-releases.ts'

const leastFreeMegabytes = 32
const megabyte = 1024 * 1024
const mostNoticesTold = 100
const mostHeldTold = 1000
const mostGapsTold = 500
const mostRounds = 30 // of holding back, each of which finds what the ones before had hidden
const storedAtOnce = 16
const bulkFrom = 200 // pages; from here on the disk is waited for once
const progressEveryMilliseconds = 500
const mostPathsTold = 5000 // in one message to the front
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

interface Held {
  name: ContentChange['name']
  id: string
  problems: ReleaseProblem[]
}

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
  const rendered = createRenderedPaths()
  const indexer = createSearchIndexer()
  const pictures = createDrawnPictures({ contents, fetchMedia: (filename) => fetchMedia(cms, filename) })
  const site = createSite(noContent())

  const writeDown = createReleaseText()
  const [newestAtStart] = await readNewestReleases(dataDir, 1)
  const files: MadeFiles = newestAtStart ? madeFilesOf(newestAtStart) : new Map() // of the newest release
  let newest: Omit<Release, 'files'> | null = newestAtStart ?? null
  const difference: Difference = new Map() // what the next release has otherwise
  const touched = new Set<string>() // paths that were rendered, or went, since the newest release
  let isFirst = true // nothing was put together by this process yet
  let isComplete = false // all content was fetched and all pages rendered by this process
  let isSound = false // what is put together has passed the checks
  let sweptAt = 0
  let besides = 0 // works underway that store contents which nothing names yet
  let mustTidy = false // something of an erased person may lie there that no release names
  let hasStored = false // the content, by this process
  const held = new Map<string, Held>() // documents that are live as they were before, by `keyOfChange`
  const stale = new Set<string>() // paths that are still to be rendered
  const unstored = new Map<string, ContentChange>() // changed since the content was stored

  const stored = readStored()
  async function readStored(): Promise<void> {
    if (!newest) return
    site.change(await readStoredContent(contents, newest.content).catch(() => []))
  }

  const readEverything = async (): Promise<{ changes: ContentChange[]; problems: ReleaseProblem[] }> => {
    const changes: ContentChange[] = []
    const problems: ReleaseProblem[] = []
    for await (const read of fetchEverything(cms)) {
      const { name, language } = read
      const there = new Set([...read.changes.map(({ id }) => id), ...read.problems.map(({ id }) => id)])
      changes.push(...read.changes.filter((change) => isOther(change)))
      problems.push(...read.problems)
      if (isGlobal(name)) continue
      for (const { id } of site.content()[language][name]) {
        if (!there.has(id)) changes.push(changeOf(name, language, id, null))
      }
    }
    return { changes, problems }
  }

  const isOther = ({ name, language, id, document }: ContentChange): boolean =>
    !isDeepStrictEqual(document, isGlobal(name) ? site.content()[language][name] : site.document(name, language, id))

  const hold = (
    { name, id, language }: Pick<ContentChange, 'name' | 'id' | 'language'>,
    problem: ReleaseProblem,
  ): void => {
    const key = keyOfChange({ name, id, language })
    const known = held.get(key)
    if (known) known.problems.push(problem)
    else held.set(key, { name, id, problems: [problem] })
  }

  const wantedPaths = (): Set<string> => {
    const content = site.content()
    return new Set([
      ...routesOf(content).map(({ path }) => path),
      ...resourcePathsOf(siteMapPartsOf(content)),
      ...calendarsOf(content).map(calendarPath),
      notFoundPath,
    ])
  }

  /** Forgets the pages that are gone, and finds those that are new. */
  const followAddresses = (dirty: Set<string>): Map<string, Route> => {
    const wanted = wantedPaths()
    const gone = new Map<string, Route>()
    for (const { path, route } of rendered.all()) {
      if (wanted.has(path)) continue
      rendered.remove(path)
      touched.add(path)
      dirty.delete(path)
      if (!route) continue
      gone.set(path, route)
      indexer.note(route.language, path, [])
      pictures.note(path, null)
    }
    for (const path of wanted) if (!rendered.has(path)) dirty.add(path)
    for (const path of dirty) if (!wanted.has(path)) dirty.delete(path)
    return gone
  }

  /** What has to be rendered now, and the pages that are gone. */
  const findDirty = (
    { answers, addresses }: Changed,
    anew = false,
  ): { dirty: Set<string>; gone: Map<string, Route> } => {
    const dirty = anew ? wantedPaths() : rendered.askersOf(answers)
    for (const path of stale) dirty.add(path)
    for (const { path } of rendered.failing()) dirty.add(path)
    const gone = addresses || isFirst || stale.size > 0 ? followAddresses(dirty) : new Map<string, Route>()
    stale.clear()
    for (const path of dirty) stale.add(path)
    return { dirty, gone }
  }

  const renderOne = async (path: string): Promise<void> => {
    const one = await renderPath(path, { site, siteUrl, contents, answer: (asked) => answer(site, asked) })
    const { route } = one
    stale.delete(path)
    touched.add(path)
    if (!route) return rendered.put(one)
    const asked = new Set(one.asked)
    indexer.note(route.language, path, one.file ? searchEntriesOf(route, site.storeFor(route.language, asked)) : [])
    pictures.note(path, one.file ? sharePictureOf(route, site.storeFor(route.language, asked)) : null)
    rendered.put({ ...one, asked: [...asked] })
  }

  const renderAll = async (dirty: Set<string>, tell: (progress: Progress) => void): Promise<void> => {
    let toldAt = Date.now()
    let done = 0
    const storing = new Set<Promise<void>>()
    const failures: unknown[] = []
    for (const path of dirty) {
      if (failures.length > 0) break
      const rendering = renderOne(path)
        .catch((error: unknown) => void failures.push(error))
        .finally(() => storing.delete(rendering))
      storing.add(rendering)
      if (storing.size >= storedAtOnce) await Promise.race(storing)
      done += 1
      if (done % storedAtOnce === 0) await setImmediate() // a visitor may be waiting for his form
      if (Date.now() - toldAt < progressEveryMilliseconds) continue
      tell({ done, total: dirty.size })
      toldAt = Date.now()
    }
    await Promise.all(storing) // all of them, so that none comes in the way of the next try
    if (failures.length > 0) throw failures[0]
  }

  const searchEntries = function* (language: Language): Generator<SearchEntry[]> {
    for (const route of routesOf(site.content())) {
      if (route.language === language) yield searchEntriesOf(route, site.storeFor(language))
    }
  }

  const buildIndexes = async (): Promise<void> => {
    for (const language of languages) {
      if (!indexer.isStale(language)) continue
      await noteIndex(language, await indexer.build(language, searchEntries(language)))
    }
  }

  /** Most files of an index are those of the index before, and named after what is in them. */
  const noteIndex = async (language: Language, index: SearchFiles): Promise<void> => {
    const type = 'application/json; charset=utf-8'
    const made: MadeFiles = new Map()
    const toStore = [...index]
    const storeNext = async (): Promise<void> => {
      for (let next = toStore.pop(); next; next = toStore.pop()) {
        const [path, text] = next
        const had = path === searchIndexPath(language) ? undefined : files.get(path)
        made.set(path, had ?? { ...(await contents.store(Buffer.from(text), type)), type, sentWith: noHeaders })
      }
    }
    await Promise.all(Array.from({ length: storedAtOnce }, storeNext))
    // All at once: a release that is made meanwhile has the index before, or this one, and no mixture.
    for (const [path, file] of made) noteDifference(difference, files, path, file)
    for (const path of [...files.keys(), ...difference.keys()])
      if (searchLanguageOf(path) === language && !made.has(path)) noteDifference(difference, files, path, null)
  }

  const fileAt = (path: string): MadeFile | null =>
    difference.get(path) ?? (difference.has(path) ? null : files.get(path)) ?? null
  /** Is there something at a path that is not only a redirect? */
  const isThere = (path: string): boolean => {
    const file = fileAt(path)
    return file !== null && 'hash' in file
  }

  /** The files of a kind that is known by heart, as they are now: those that are no longer among them are gone. */
  const noteAll = (now: MadeFiles, had: Set<string>): void => {
    for (const [path, file] of now) noteDifference(difference, files, path, file)
    for (const path of had) if (!now.has(path)) noteDifference(difference, files, path, null)
    had.clear()
    for (const path of now.keys()) had.add(path)
  }
  const mediaPaths = new Set<string>()
  const drawnPaths = new Set<string>()
  const redirectPaths = new Set<string>()

  const madeFile = (path: string): MadeFile | null => {
    const one = rendered.get(path)
    return one?.file ? { ...one.file, sentWith: one.headers } : null
  }

  /** The first time, what the newest release had is compared with all there is now. */
  const putTogetherFirst = async (): Promise<void> => {
    const assetFiles = await storeAssets(assets, contents, { files, bundle: newest?.bundle }, bundle)
    for (const [path, file] of assetFiles) noteDifference(difference, files, path, file)
    for (const [path, file] of files) {
      if (!('hash' in file)) redirectPaths.add(path)
      else if (path.startsWith('/media/')) mediaPaths.add(path)
      else if (isDrawn(path)) drawnPaths.add(path)
      else if (!assetFiles.has(path) && !rendered.has(path) && searchLanguageOf(path) === null)
        noteDifference(difference, files, path, null)
    }
    isFirst = false
  }

  /** Finds what the release has otherwise than the one before. */
  const putTogether = async (): Promise<{ missingMedia: Set<string> }> => {
    if (isFirst) await putTogetherFirst()
    for (const path of touched) noteDifference(difference, files, path, madeFile(path))
    const tools = { contents, fetchMedia: (filename: string) => fetchMedia(cms, filename) }
    const { media, missing } = await collectMedia({ content: site.content(), rendered, before: files }, tools)
    noteAll(media, mediaPaths)
    const own = site.storeFor(defaultLanguage)
    const wanted = { organisation: organisationPicture(own), icons: iconDrawingOf(own) }
    const drawn = await pictures.collect(files, wanted)
    if (drawn) noteAll(drawn, drawnPaths)
    if (indexer.isQuick() || languages.some((language) => !files.has(searchIndexPath(language)))) await buildIndexes()
    const redirects = redirectsOf(site.content(), isThere)
    for (const path of redirectPaths) if (isThere(path)) redirectPaths.delete(path) // a page has it by now
    noteAll(redirects, redirectPaths)
    return { missingMedia: missing }
  }

  const readLiveFacts = async (): Promise<{ id: string | null; facts: LiveFacts | null }> => {
    const id = await readLiveId(dataDir)
    if (id === null) return { id, facts: null }
    if (newest?.id === id) return { id, facts: liveFactsOf(newest.pages, (path) => files.has(path)) }
    const live = await readRelease(dataDir, id).catch(() => null)
    return { id, facts: live && liveFactsOf(live.pages, (path) => path in live.files) }
  }

  /** Writes the release and lets visitors see it; null when it would be the same as the one they have. */
  const release = async (
    liveId: string | null,
  ): Promise<{ made: Omit<Release, 'files'>; change: ReleaseChange | null } | null> => {
    const content = await contentStore.store(site.content(), hasStored ? unstored.values() : 'everything')
    hasStored = true
    unstored.clear()
    touched.clear()
    const isSame = difference.size === 0 && newest?.bundle === bundle && isDeepStrictEqual(content, newest.content)
    if (isSame && newest?.id === liveId) return null
    const others = [...difference]
    const from = newest?.id ?? null
    for (const [path, file] of others) {
      if (file) files.set(path, file)
      else files.delete(path)
    }
    difference.clear()
    const { headers, placeOf } = headerTableOf(files.values())
    const areSameHeaders = isDeepStrictEqual(headers, newest?.headers)
    const listed = (entries: Iterable<[string, MadeFile | null]>) =>
      [...entries].map(([path, file]): [string, ReleaseFile | null] => [path, file && listedFile(file, placeOf(file))])
    const meta = {
      id: nextReleaseId(from),
      createdAt: new Date().toISOString(),
      bundle,
      content,
      pages: rendered.pages(),
      headers,
    }
    newest = meta
    await writeReleaseText(
      dataDir,
      meta.id,
      writeDown(meta, listed(areSameHeaders && isWritten ? others : [...files, ...others])),
    )
    isWritten = true
    await makeLive(dataDir, meta.id)
    const isTold = from === liveId && areSameHeaders && others.length <= mostPathsTold
    return { made: meta, change: isTold ? { from, release: meta, files: Object.fromEntries(listed(others)) } : null }
  }
  let isWritten = false // all lines, by this process

  /** Documents that visitors do not see as they were published, with the reasons. */
  const heldDocuments = (): HeldDocument[] => {
    const byDocument = Map.groupBy(
      [...held.values()].map(({ name, id, problems }) => ({ collection: kinds[name].collection, id, problems })),
      ({ collection, id }) => `${collection}:${id}`,
    )
    const lost = problemsOf(site.content()).flatMap(({ code, ...problem }): HeldDocument[] => {
      const { collection, id } = problem
      const name = nameOfCollection(collection)
      if ((name !== 'pages' && name !== 'news' && name !== 'members') || byDocument.has(`${collection}:${id}`))
        return []
      const hasAddress = languages.some((language) => site.routeOf({ relationTo: name, value: id }, language))
      return hasAddress ? [] : [{ collection, id, problems: [{ ...problem, code: `publishing.problem.${code}` }] }]
    })
    const grouped = [...byDocument.values()].flatMap((group): HeldDocument[] => {
      const [first] = group
      return first ? [{ ...first, problems: group.flatMap(({ problems }) => problems) }] : []
    })
    return [...grouped, ...lost].slice(0, mostHeldTold)
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
    if (newest === null || site.content()[defaultLanguage].settings.languageRule !== 'hold') return {}
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
      hold(was, problem)
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
      const file = fileAt(path)
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
          for (const was of undo) if (first) hold(was, first.problem) // looked at again the next time
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
    const again = [...held.values()].map(({ name, id }) => ({ collection: kinds[name].collection, id }))
    const read = wanted === 'everything' ? await readEverything() : await fetchDocuments(cms, [...wanted, ...again])

    held.clear()
    for (const problem of read.problems) {
      const name = nameOfCollection(problem.collection)
      if (!name || !problem.language) continue
      // Without its settings there is no site, and nothing that could be shown instead.
      if (isGlobal(name) && newest === null) return refuse(read.problems)
      hold({ name, id: problem.id, language: problem.language }, problem)
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
      return await outcome(kept ?? released?.made ?? newest, released ? pages : 0, elapsed(), released?.change ?? null)
    } catch (error) {
      // It may not have been at fault, but can only be held back the next time if it is a change then.
      findDirty(apply([...before.values()]))
      throw error
    }
  }

  /** The release that somebody went back to, which a start leaves live unless the code is new; else null. */
  const rolledBackTo = async (liveId: string): Promise<Release | null> => {
    if (!newest || newest.id === liveId || newest.bundle !== bundle) return null
    // What died between writing a release and making it live has gone back to nothing.
    if (!(await isPointedAfter(dataDir, newest.id))) return null
    return readRelease(dataDir, liveId).catch(() => null)
  }

  const outcome = async (
    live: Omit<Release, 'files'> | null,
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
        held: heldDocuments(),
        kept,
      },
      change,
    }
  }

  const keptReleases = async (): Promise<string[]> => (await listReleases(dataDir)).slice(0, keptTold)

  /** All contents that this process may yet name in a release. */
  const unreleased = function* (): Generator<string> {
    for (const file of [...files.values(), ...difference.values()]) if (file && 'hash' in file) yield file.hash
    for (const { file } of rendered.all()) if (file) yield file.hash
    for (const hashes of Object.values(newest?.content ?? {})) yield* hashes
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
    if (isSound && difference.size > 0 && newest !== null && newest.id === liveId) {
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
      if (isComplete) await besideTheRest(buildIndexes)
    },
    drawPictures: async () => {
      if (!isComplete) return
      await besideTheRest(() =>
        pictures.catchUp((path, file) => {
          if (drawnPaths.has(path)) noteDifference(difference, files, path, file)
        }),
      )
    },
    catchUp,
    forget,
  }
}
