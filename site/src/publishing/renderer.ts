import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ReleaseProblem } from 'shared/publishing/release-report'
import { ContentError } from '../content/from-cms.ts'
import type { Site } from '../content/site.ts'
import { readSettings } from '../env.ts'
import { createFetchDrafts, rememberDrafts } from '../preview/fetch-drafts.ts'
import { renderPreview } from '../preview/render-preview.ts'
import { readAssets, readBundleId } from './assets.ts'
import { bundleDirectory } from './bundle-directory.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { createReleaseMaker, diskShort, type Order } from './release-maker.ts'
import { type Answered, PageError } from './render-path.ts'
import {
  type Progress,
  type Published,
  type Question,
  questionSchema,
  type RenderedPage,
  type RendererMessage,
} from './renderer-messages.ts'

/** The part of Astro's compiled app that is used here; `renderer-entry.ts` exports it. */
interface CompiledPages {
  app: {
    manifest: { site?: string; csp?: { directives: string[] } }
    render: (request: Request, options: { locals: object }) => Promise<Response>
  }
}

const catchUpAfterMilliseconds = 4000 // of quiet
const catchUpWithinMilliseconds = 20_000
const lookAfterMilliseconds = 6 * 60 * 60 * 1000 // what is old goes also when nothing is published

const { dataDir, siteUrl, cmsUrl, siteKey, signupOrigin } = readSettings(process.env)

const say = (message: RendererMessage): void => {
  process.send?.(message)
}

const importPages = async (): Promise<CompiledPages> => {
  const entry = join(bundleDirectory, 'server', 'entry.mjs')
  await access(entry)
  const pages: CompiledPages = await import(pathToFileURL(entry).href)
  // Compiled pages know no address; these settings may differ from start to start.
  pages.app.manifest.site = siteUrl
  if (pages.app.manifest.csp)
    pages.app.manifest.csp.directives = contentSecurityPolicy('header', signupOrigin).directives
  return pages
}

const { app } = await importPages().catch((error: unknown): never => {
  const reason = error instanceof Error && 'code' in error && error.code === 'ENOENT' ? '' : error
  console.error('The pages are not compiled, so nothing can be rendered. Run "npm run build" and start again.', reason)
  process.exit(1)
})
const bundle = await readBundleId(bundleDirectory, [siteUrl, signupOrigin])

const answer = async (site: Site, path: string, given: Record<string, unknown> = {}): Promise<Answered> => {
  const locals: App.Locals = { ...given, site }
  try {
    const response = await app.render(new Request(`${siteUrl}${encodeURI(path)}`), { locals })
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
      asked: [...(locals.store?.asked ?? [])], // the page has left its store there
      missing: locals.store?.missing ?? [],
    }
  } catch (cause) {
    throw new PageError(`The page ${path} could not be rendered.`, [...(locals.store?.asked ?? [])], { cause })
  }
}

const maker = await createReleaseMaker({
  dataDir,
  siteUrl,
  cms: { cmsUrl, siteKey },
  bundle,
  assets: await readAssets(bundleDirectory),
  answer,
})

const problemsBehind = (error: unknown): ReleaseProblem[] => {
  if (error instanceof ContentError) return error.problems
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return [diskShort(0)]
  return [{ collection: 'site', id: '', title: '', code: 'publishing.problem.unexpected' }]
}

const publishOrExplain = async (order: Order, tell: (progress: Progress) => void): Promise<Published> => {
  const startedAt = performance.now()
  try {
    return await maker.publish(order, tell)
  } catch (error) {
    console.error('No release was made; the live one stays.', error instanceof ContentError ? error.message : error)
    const milliseconds = Math.round(performance.now() - startedAt)
    return { outcome: { outcome: 'refused', milliseconds, problems: problemsBehind(error) }, change: null }
  }
}

/** One thing at a time: releases, and what can wait until nothing else is asked for. */
let line: Promise<void> = Promise.resolve()
let quiet: NodeJS.Timeout | undefined
let behindSince = 0

const catchUpSoon = (): void => {
  clearTimeout(quiet)
  behindSince ||= Date.now()
  const longest = Math.max(behindSince + catchUpWithinMilliseconds - Date.now(), 0)
  quiet = setTimeout(
    () =>
      void catchUp().catch((error: unknown) =>
        console.error('A search index or a share picture could not be made.', error),
      ),
    Math.min(catchUpAfterMilliseconds, longest),
  )
}

const catchUp = async (): Promise<void> => {
  behindSince = 0
  await maker.buildIndexes() // beside the line: an edit that is published meanwhile need not wait for it
  releaseInLine()
  await maker.drawPictures() // the same; it takes longer, and what is found by searching need not wait for it
  releaseInLine()
}

const releaseInLine = (): void =>
  inLine(async () => {
    const result = await maker.catchUp()
    if (result) say({ type: 'caught-up', result })
  })

const inLine = (task: () => Promise<void>): void => {
  line = line.then(task).catch((error: unknown) => console.error('The renderer could not finish something.', error))
}

const renderPage = async (path: string, locals: Record<string, unknown>): Promise<RenderedPage> => {
  const { status, headers, body } = await answer(await maker.site(), path, locals)
  return { status, headers, body: body.toString('utf8') }
}

const fetchDrafts = createFetchDrafts({ cmsUrl, siteKey })
const rememberedDrafts = rememberDrafts(fetchDrafts)

const answerAtOnce = async (question: Exclude<Question, { type: 'publish' | 'forget' }>): Promise<RendererMessage> => {
  const { type, job } = question
  if (type === 'render') return { type: 'rendered', job, page: await renderPage(question.path, question.locals) }
  const parts = { site: await maker.site(), answer, fetchDrafts, rememberedDrafts }
  return { type: 'previewed', job, result: await renderPreview(parts, question.question) }
}

const hear = async (question: Question): Promise<void> => {
  const { job } = question
  if (question.type === 'publish') {
    return inLine(async () => {
      const result = await publishOrExplain(question.order, (progress) => say({ type: 'progress', job, progress }))
      say({ type: 'published', job, result })
      catchUpSoon()
    })
  }
  if (question.type === 'forget') {
    return inLine(() =>
      sayOrExplain(job, async () => ({ type: 'forgotten', job, forgotten: await maker.forget(question.words) })),
    )
  }
  return sayOrExplain(job, () => answerAtOnce(question))
}

const sayOrExplain = async (job: number, answering: () => Promise<RendererMessage>): Promise<void> => {
  try {
    say(await answering())
  } catch (error) {
    console.error(error)
    say({ type: 'failed', job, reason: error instanceof Error ? error.message : String(error) })
  }
}

process.on('message', (message) => void hear(questionSchema.parse(message)))
setInterval(releaseInLine, lookAfterMilliseconds)
process.on('disconnect', () => process.exit(0)) // the front is gone, and with it whoever this is done for
process.on('SIGINT', () => {}) // Ctrl-C reaches every process of the terminal; the front says when to end
say({ type: 'ready', bundle })
