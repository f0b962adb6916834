import { access, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import type { SiteContent } from 'shared/content/site-content'
import type { ReleaseProblem } from 'shared/publishing/release-report'
import { ContentError, fetchContent, fetchMedia } from '../content/from-cms.ts'
import { readSettings } from '../env.ts'
import { problemsOf } from '../paths.ts'
import { readAssets, readBundleId } from './assets.ts'
import { bundleDirectory } from './bundle-directory.ts'
import { checkRelease, noticesOnMissing } from './check-release.ts'
import { makeLive } from './make-live.ts'
import { makeRelease, type RenderedFile } from './make-release.ts'
import { readLiveRelease, readNewestReleases, type Release, releasesDirectory, writeRelease } from './release.ts'
import {
  type PublishOutcome,
  type Question,
  questionSchema,
  type RenderedPage,
  type RendererMessage,
} from './renderer-messages.ts'
import { openContents } from './store-contents.ts'
import { sweepReleases } from './sweep-releases.ts'

/** The part of Astro's compiled app that is used here; `renderer-entry.ts` exports it. */
interface CompiledPages {
  app: {
    manifest: { site?: string }
    render: (request: Request, options: { locals: object }) => Promise<Response>
  }
}

const earlierReleasesRead = 5
const leastFreeMegabytes = 32
const mostNoticesTold = 100
const megabyte = 1024 * 1024

const { dataDir, siteUrl, cmsUrl, siteKey } = readSettings(process.env)
const cms = { cmsUrl, siteKey }

const say = (message: RendererMessage): void => {
  process.send?.(message)
}

const importPages = async (): Promise<CompiledPages> => {
  const entry = join(bundleDirectory, 'server', 'entry.mjs')
  await access(entry)
  const pages: CompiledPages = await import(pathToFileURL(entry).href)
  pages.app.manifest.site = siteUrl // compiled pages know no address; the setting may differ from start to start
  return pages
}

const { app } = await importPages().catch((error: unknown): never => {
  const reason = error instanceof Error && 'code' in error && error.code === 'ENOENT' ? '' : error
  console.error('The pages are not compiled, so nothing can be rendered. Run "npm run build" and start again.', reason)
  process.exit(1)
})
const bundle = await readBundleId(bundleDirectory, siteUrl)
const assets = await readAssets(bundleDirectory)
const contents = await openContents(dataDir)

const render = async (path: string, locals: Pick<App.Locals, 'content' | 'store'>): Promise<RenderedFile> => {
  const response = await app.render(new Request(`${siteUrl}${encodeURI(path)}`), { locals })
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
    missing: locals.store?.missing ?? [], // the page has left its store there
  }
}

/** A page that throws becomes one with status 500, so that the checks can name it and the other pages are tried too. */
const renderOrFail = async (path: string, content: SiteContent): Promise<RenderedFile> => {
  try {
    return await render(path, { content })
  } catch (error) {
    console.error(`The page ${path} could not be rendered.`, error)
    return { status: 500, headers: {}, body: Buffer.alloc(0), missing: [] }
  }
}

const freeMegabytes = async (): Promise<number> => {
  const { bavail, bsize } = await statfs(releasesDirectory(dataDir))
  return Math.floor((bavail * bsize) / megabyte)
}

const diskShort = (free: number): ReleaseProblem => ({
  collection: 'site',
  id: '',
  title: '',
  code: 'publishing.problem.disk-short',
  values: { free, needed: leastFreeMegabytes },
})

/** What an editor should know although the release may go live without it. */
const noticesOn = (content: SiteContent): ReleaseProblem[] =>
  problemsOf(content).map((problem) => ({ ...problem, code: `publishing.problem.${problem.code}` }))

const isSame = (one: Release, other: Release): boolean =>
  one.bundle === other.bundle && one.content === other.content && isDeepStrictEqual(one.files, other.files)

/** Content → pages → checks → live. Whatever goes wrong before the last step leaves the live release as it was. */
const publish = async (force: boolean): Promise<PublishOutcome> => {
  const startedAt = performance.now()
  const elapsed = () => Math.round(performance.now() - startedAt)
  const refuse = (problems: ReleaseProblem[]): PublishOutcome => ({
    outcome: 'refused',
    milliseconds: elapsed(),
    problems,
  })

  const free = await freeMegabytes()
  if (free < leastFreeMegabytes) return refuse([diskShort(free)])
  const live = await readLiveRelease(dataDir).catch(() => null) // one that cannot be read is replaced by this one
  const { content, problems: setAside } = await fetchContent(cms)
  if (live && setAside.length > 0) return refuse(setAside)

  const made = await makeRelease({
    content,
    siteUrl,
    bundle,
    assets,
    contents,
    render: (path) => renderOrFail(path, content),
    fetchMedia: (filename) => fetchMedia(cms, filename),
    earlier: await readNewestReleases(dataDir, earlierReleasesRead),
  })
  const problems = checkRelease(made, { content, live, force })
  if (problems.length > 0) return refuse(problems)

  const notices = [...setAside, ...noticesOn(content), ...noticesOnMissing(made.pages, content)].slice(
    0,
    mostNoticesTold,
  )
  const { release } = made
  if (live && isSame(live, release)) {
    return { outcome: 'live', release: live.id, pages: live.pages, milliseconds: elapsed(), problems: notices }
  }
  await writeRelease(dataDir, release)
  await makeLive(dataDir, release.id)
  const outcome: PublishOutcome = {
    outcome: 'live',
    release: release.id,
    pages: release.pages,
    milliseconds: elapsed(),
    problems: notices,
  }
  await sweepReleases(dataDir, contents).catch((error: unknown) =>
    console.error('Old releases could not be swept away.', error),
  )
  return outcome
}

const problemsBehind = (error: unknown): ReleaseProblem[] => {
  if (error instanceof ContentError) return error.problems
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return [diskShort(0)]
  return [{ collection: 'site', id: '', title: '', code: 'publishing.problem.unexpected' }]
}

const publishOrExplain = async (force: boolean): Promise<PublishOutcome> => {
  const startedAt = performance.now()
  try {
    return await publish(force)
  } catch (error) {
    console.error('No release was made; the live one stays.', error instanceof ContentError ? error.message : error)
    return {
      outcome: 'refused',
      milliseconds: Math.round(performance.now() - startedAt),
      problems: problemsBehind(error),
    }
  }
}

let remembered: { hash: string; content: SiteContent } | undefined

/** The content that the live release was made from, so that a form can be shown again while the CMS is away. */
const liveContent = async (): Promise<SiteContent> => {
  const live = await readLiveRelease(dataDir)
  if (!live) throw new Error('Nothing is live yet, so no page can be made.')
  if (remembered?.hash !== live.content) {
    const content: SiteContent = JSON.parse((await contents.read(live.content)).toString('utf8'))
    remembered = { hash: live.content, content }
  }
  return remembered.content
}

const renderPage = async (path: string, locals: Record<string, unknown>): Promise<RenderedPage> => {
  const { status, headers, body } = await render(path, { ...locals, content: await liveContent() })
  return { status, headers, body: body.toString('utf8') }
}

const answer = async (question: Question): Promise<RendererMessage> => {
  const { job } = question
  if (question.type === 'publish') return { type: 'published', job, result: await publishOrExplain(question.force) }
  try {
    return { type: 'rendered', job, page: await renderPage(question.path, question.locals) }
  } catch (error) {
    return { type: 'failed', job, reason: error instanceof Error ? error.message : String(error) }
  }
}

process.on('message', (message) => {
  void answer(questionSchema.parse(message)).then(say)
})
process.on('disconnect', () => process.exit(0)) // the front is gone, and with it whoever this is done for
process.on('SIGINT', () => {}) // Ctrl-C reaches every process of the terminal; the front says when to end
say({ type: 'ready', bundle })
