import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { createSite, noContent, type Site } from '../../site/src/content/site.ts'
import type { Store } from '../../site/src/content/store.ts'
import { routesOf } from '../../site/src/paths.ts'
import { bundleDirectory } from '../../site/src/publishing/bundle-directory.ts'
import {
  contentsDirectory,
  readLiveId,
  readRelease,
  releasesDirectory,
  writeRelease,
} from '../../site/src/publishing/release.ts'
import { type Answered, renderPath } from '../../site/src/publishing/render-path.ts'
import { openContents } from '../../site/src/publishing/store-contents.ts'
import { readStoredContent } from '../../site/src/publishing/stored-content.ts'
import { ensureBuilt } from '../build.ts'
import { type Figure, percentile } from './figure.ts'
import { makeLargeSite } from './large-site.ts'
import { inTemporaryDirectory, ownSettings, repository, startParts } from './web.ts'

const pages = 10_000
const timesWritten = 5

const foundSchema = z.object({
  pagesPerSecond: z.number(),
  pageMilliseconds: z.number(), // median, storing not counted
  manifestMegabytes: z.number(),
  manifestMilliseconds: z.number(), // to write it, median
})
type Found = z.infer<typeof foundSchema>

/** The part of Astro's compiled app that is used here. */
interface CompiledPages {
  app: { manifest: { site?: string }; render: (request: Request, options: { locals: object }) => Promise<Response> }
}

/** Renders and stores every page of the live release once more, from its content, as the renderer does. */
const renderHere = async (dataDirectory: string): Promise<Found> => {
  const id = await readLiveId(dataDirectory)
  if (id === null) throw new Error(`Nothing is live in ${dataDirectory}, so there is nothing to render.`)
  const live = await readRelease(dataDirectory, id)
  const site = createSite(noContent())
  site.change(await readStoredContent(await openContents(dataDirectory), live.content))
  const siteUrl = 'http://localhost:3000'
  const { app }: CompiledPages = await import(pathToFileURL(join(bundleDirectory, 'server/entry.mjs')).href)
  app.manifest.site = siteUrl

  const scratch = await mkdtemp(join(dataDirectory, 'render-'))
  await mkdir(contentsDirectory(scratch), { recursive: true })
  const contents = await openContents(scratch)
  const times: number[] = []
  const answer = async (path: string): Promise<Answered> => {
    const startedAt = performance.now()
    const locals: { site: Site; store?: Store } = { site } // the page leaves its store there
    const response = await app.render(new Request(`${siteUrl}${encodeURI(path)}`), { locals })
    const body = Buffer.from(await response.arrayBuffer())
    times.push(performance.now() - startedAt)
    const asked = [...(locals.store?.asked ?? [])]
    return { status: response.status, headers: Object.fromEntries(response.headers), body, asked, missing: [] }
  }
  const startedAt = performance.now()
  const routes = routesOf(site.content())
  await contents.inBulk(async () => {
    const storing = new Set<Promise<void>>()
    for (const { path } of routes) {
      const one = renderPath(path, { site, siteUrl, contents, answer }).then(() => void storing.delete(one))
      storing.add(one)
      if (storing.size >= 16) await Promise.race(storing)
    }
    await Promise.all(storing)
  })
  const seconds = (performance.now() - startedAt) / 1000

  const writing: number[] = []
  for (let time = 0; time < timesWritten; time += 1) {
    const writingSince = performance.now()
    await writeRelease(scratch, live)
    writing.push(performance.now() - writingSince)
  }
  const { size } = await stat(join(releasesDirectory(scratch), `${live.id}.json`))
  return {
    pagesPerSecond: routes.length / seconds,
    pageMilliseconds: percentile(times, 50),
    manifestMegabytes: size / 1_000_000,
    manifestMilliseconds: percentile(writing, 50),
  }
}

const renderElsewhere = async (dataDirectory: string): Promise<Found> => {
  const child = spawn(process.execPath, [import.meta.filename, dataDirectory], {
    cwd: repository,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (data) => (said += String(data)))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error('The pages could not be rendered; the reason stands above.')
  return foundSchema.parse(JSON.parse(said.trim().split('\n').at(-1) ?? ''))
}

/** What the renderer alone makes of a large site: no CMS, no visitors. */
export const measure = (): Promise<Figure[]> =>
  inTemporaryDirectory(async (directory) => {
    await ensureBuilt()
    const dataDirectory = join(directory, 'data')
    await makeLargeSite(dataDirectory, { pages })
    const web = await startParts({ ...(await ownSettings(dataDirectory)), SEED: 'none' })
    await web.stop()
    const found = await renderElsewhere(dataDirectory)
    return [
      { name: `pages rendered and stored, of ${pages}`, unit: 'per s', ours: found.pagesPerSecond },
      { name: 'rendering a page, median', unit: 'ms', ours: found.pageMilliseconds },
      { name: `list of the files of a release, ${pages} pages`, unit: 'MB', ours: found.manifestMegabytes },
      { name: 'writing it, median', unit: 'ms', ours: found.manifestMilliseconds },
    ]
  })

if (import.meta.main) {
  console.log(JSON.stringify(await renderHere(process.argv[2] ?? '')))
  process.exit(0)
}
