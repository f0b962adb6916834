import { execFile } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Language, languages } from 'shared/languages'
import { z } from 'zod'
import { ensureBuilt } from '../build.ts'
import { type EditedDocument, type Editor, signIn, untilShown } from './editor.ts'
import { atMost, atMostTimes, type Figure, percentile } from './figure.ts'
import { fixedPages, plainRichText } from './large-site-documents.ts'
import { type MadeSite, makeLargeSite } from './large-site.ts'
import { inTemporaryDirectory, memoryOf, ownSettings, repository, type RunningParts, startParts } from './web.ts'

const run = promisify(execFile)

// Fewer or smaller sites while one works on the site itself: BENCH_PAGES=100,1000
const sizes = (process.env['BENCH_PAGES'] ?? '100,1000,10000').split(',').map(Number)
const [smallest = 0, largest = 0] = [sizes[0], sizes.at(-1)]
const warmUps = 5
const textEdits = 50
const structuralChanges = 10
const previews = 30
const pauseMilliseconds = 150 // between two edits; nobody presses Publish faster

/** How long something took until visitors saw it, and how much of that the CMS took to save it, in seconds. */
interface Taken {
  live: number[]
  saving: number[]
}

const richTextSchema = z.looseObject({ root: z.looseObject({ children: z.array(z.unknown()) }) })
const bodiesSchema = z.object({
  blocks: z.array(z.looseObject({ body: richTextSchema.optional() })).optional(),
  body: richTextSchema.optional(),
})

const withParagraph = (text: z.infer<typeof richTextSchema>, words: string) => ({
  ...text,
  root: { ...text.root, children: [...text.root.children, ...plainRichText(words).root.children] },
})

/** The document with a paragraph more at the end of its first text. */
const withWords = (document: EditedDocument, words: string): object => {
  const { blocks, body } = bodiesSchema.parse(document)
  const first = blocks?.findIndex((block) => block.body !== undefined) ?? -1
  return {
    ...document,
    ...(body ? { body: withParagraph(body, words) } : {}),
    ...(blocks
      ? {
          blocks: blocks.map((block, index) =>
            index === first && block.body ? { ...block, body: withParagraph(block.body, words) } : block,
          ),
        }
      : {}),
  }
}

interface Bench {
  editor: Editor
  site: MadeSite
  pages: number
}

/** Numbers over the whole of a range, in an order that looks like chance and is the same every time. */
const scattered = (index: number, limit: number): number => (index * 7919 + 104_729) % limit

const languageAt = (index: number): Language => languages[index % languages.length] ?? languages[0]

/** Saves, waits until it is shown, and until everything else about it is done. */
const take = async ({ editor }: Bench, save: () => Promise<void>, shown: () => Promise<void>, taken?: Taken) => {
  const startedAt = performance.now()
  await save()
  const savedAt = performance.now()
  await shown()
  taken?.saving.push((savedAt - startedAt) / 1000)
  taken?.live.push((performance.now() - startedAt) / 1000)
  await editor.untilQuiet()
  await setTimeout(pauseMilliseconds)
}

/** Another paragraph on pages here and there, a tenth of them news. */
const editTexts = async (bench: Bench): Promise<Taken> => {
  const { editor, site } = bench
  const taken: Taken = { live: [], saving: [] }
  const special = Object.keys(fixedPages).length
  for (let index = -warmUps; index < textEdits; index += 1) {
    const place = index + warmUps
    const collection = place % 10 === 9 ? 'news' : 'pages'
    const id =
      collection === 'news'
        ? scattered(place, site.newsCount) + 1
        : special + 1 + scattered(place, site.pageCount - special)
    const language = languageAt(place)
    const words = `Mätning nummer ${place}.`
    const address = await editor.addressOf(collection, String(id), language)
    const document = await editor.opens(collection, id, language)
    await take(
      bench,
      async () => void (await editor.publishes(collection, String(id), language, withWords(document, words))),
      () => untilShown(address, ({ text }) => text.includes(words)),
      index < 0 ? undefined : taken,
    )
  }
  return taken
}

/** New pages below pages here and there; then they are deleted again, as nothing leads to them. */
const createAndDelete = async (bench: Bench): Promise<{ created: Taken; deleted: Taken }> => {
  const { editor, site } = bench
  const [created, deleted]: [Taken, Taken] = [
    { live: [], saving: [] },
    { live: [], saving: [] },
  ]
  const made: { id: string; address: string }[] = []
  for (let index = 0; index < structuralChanges; index += 1) {
    const language = languageAt(index)
    const parent = 1 + Object.keys(fixedPages).length + scattered(index, Math.min(20, site.pageCount - 20))
    const above = await editor.addressOf('pages', String(parent), language)
    const slug = `ny-sida-${index}`
    const data = {
      title: `Ny sida nummer ${index}`,
      slug,
      parent,
      introduction: 'En sida som inte fanns.',
      blocks: [{ blockType: 'text', heading: 'Ny', body: plainRichText('Här är den.') }],
    }
    let id = ''
    const address = `${above}${slug}/`
    await take(
      bench,
      async () => void ({ id } = await editor.creates('pages', language, data)),
      () => untilShown(address, ({ status }) => status === 200),
      created,
    )
    made.push({ id, address })
  }
  for (const { id, address } of made) {
    await take(
      bench,
      () => editor.removes('pages', id),
      () => untilShown(address, ({ status }) => status === 404),
      deleted,
    )
  }
  return { created, deleted }
}

/** Pages that others refer to get another slug; the old address leads to the new one. Counts those that do. */
const move = async (bench: Bench): Promise<{ moved: Taken; led: number }> => {
  const { editor, site } = bench
  const moved: Taken = { live: [], saving: [] }
  let led = 0
  for (let index = 0; index < structuralChanges; index += 1) {
    const id = site.pageCount - index
    const language = languageAt(index)
    const before = await editor.addressOf('pages', String(id), language)
    const document = await editor.opens('pages', id, language)
    const slug = `flyttad-${id}`
    const after = `${before.replace(/[^/]+\/$/, '')}${slug}/`
    await take(
      bench,
      async () => void (await editor.publishes('pages', String(id), language, { ...document, slug })),
      async () => {
        await untilShown(after, ({ status }) => status === 200)
        const leads = untilShown(before, ({ status, location }) => status === 301 && after.endsWith(location ?? '-'), 3)
        led += await leads.then(
          () => 1,
          () => 0,
        )
      },
      moved,
    )
  }
  return { moved, led }
}

const menusSchema = z.looseObject({
  main: z.array(z.looseObject({ link: z.looseObject({ label: z.string().nullish() }) })),
})

/** The first link of the menu gets another name in both languages, so that every page has to be made anew. */
const renameInMenu = async ({ editor }: Bench, web: RunningParts): Promise<number> => {
  const label = 'Mätt'
  const menus = await Promise.all(
    languages.map(async (language) => menusSchema.parse(await editor.readsGlobal('menus', language))),
  )
  const startedAt = performance.now()
  for (const [index, language] of languages.entries()) {
    const { main = [], ...rest } = menus[index] ?? {}
    const renamed = main.map((item, place) => (place === 0 ? { ...item, link: { ...item.link, label } } : item))
    await editor.savesGlobal('menus', language, { ...rest, main: renamed })
  }
  for (const language of languages) await untilShown(`${web.url}/${language}/`, ({ text }) => text.includes(label))
  const seconds = (performance.now() - startedAt) / 1000
  await editor.untilQuiet()
  return seconds
}

const megabytesOfRenderer = async (web: RunningParts): Promise<number> => {
  const all = await memoryOf(web.site().pid)
  return all.find(({ command }) => command.includes('publishing/renderer.ts'))?.most ?? Number.NaN
}

/** From nothing: the site is stopped, its releases removed, and it is started again. */
const rebuild = async (web: RunningParts, dataDirectory: string): Promise<number> => {
  await web.stopSite()
  await rm(join(dataDirectory, 'releases'), { recursive: true })
  const startedAt = performance.now()
  web.startSite()
  const isUp = () =>
    fetch(`${web.url}/sv/`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isUp())) await setTimeout(20)
  return (performance.now() - startedAt) / 1000
}

/** What the same pages cost with Astro alone. */
const buildWithAstro = (web: RunningParts): Promise<number> =>
  inTemporaryDirectory(async (directory) => {
    const startedAt = performance.now()
    await run(process.execPath, [join(repository, 'node_modules/.bin/astro'), 'build', '--outDir', directory], {
      cwd: join(repository, 'site'),
      env: {
        ...process.env,
        NODE_ENV: 'production',
        CMS_URL: web.cmsUrl,
        SITE_KEY: web.siteKey,
        SITE_URL: web.url,
        ASTRO_TELEMETRY_DISABLED: '1',
      },
      maxBuffer: 64 * 1024 * 1024,
    })
    return (performance.now() - startedAt) / 1000
  })

/** A link as the admin gives it to whoever may see a draft. */
const previewToken = (siteKey: string, id: number, language: Language): string => {
  const expiresAt = new Date(Date.now() + 60 * 60 * 1000).toISOString()
  const link = { collection: 'pages', id: String(id), language, drafts: false, expiresAt }
  const content = Buffer.from(JSON.stringify(link)).toString('base64url')
  return `${content}.${createHmac('sha256', siteKey).update(content).digest('base64url')}`
}

/** From a keystroke to the page as it would be: what the editor's form holds is posted, the page comes back. */
const preview = async ({ editor, site }: Bench, web: RunningParts): Promise<number[]> => {
  const seconds: number[] = []
  for (let index = -warmUps; index < previews; index += 1) {
    const id = 20 + scattered(index + warmUps, site.pageCount - 20)
    const language = languageAt(index + warmUps)
    const document = await editor.opens('pages', id, language)
    const words = `Ett tecken till, nummer ${index}.`
    const startedAt = performance.now()
    const response = await fetch(`${web.url}/preview/?token=${previewToken(web.siteKey, id, language)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ data: withWords(document, words) }),
    })
    const html = await response.text()
    const taken = (performance.now() - startedAt) / 1000
    if (response.status === 404 || response.status === 405) return [] // there is no preview here
    if (!html.includes(words)) throw new Error(`A preview was answered ${response.status}: ${html.slice(0, 300)}`)
    if (index >= 0) seconds.push(taken)
  }
  return seconds
}

const figuresOf = (what: string, taken: Taken, limit: number): Figure[] => [
  { name: `${what}, median`, unit: 's', ours: percentile(taken.live, 50) },
  atMost(limit, `${what}, p95`, 's', percentile(taken.live, 95)),
  { name: `${what}, of which saving, median`, unit: 's', ours: percentile(taken.saving, 50) },
]

/** What only the largest site is asked: everything anew, beside Astro; memory; previews. */
const measureWhole = async (bench: Bench, web: RunningParts, dataDirectory: string): Promise<Figure[]> => {
  const of = `${bench.pages} pages`
  const previewed = await preview(bench, web)
  if (previewed.length === 0) console.log('NOT RUN: previews, because the site has none.')
  const renamed = await renameInMenu(bench, web)
  const memory = [await megabytesOfRenderer(web)]
  const rebuilt = await rebuild(web, dataDirectory)
  await bench.editor.untilQuiet()
  memory.push(await megabytesOfRenderer(web))
  await web.stopSite() // one after the other
  const astro = { other: await buildWithAstro(web), otherName: 'astro build' }
  return [
    ...(previewed.length > 0
      ? [atMost(0.5, `preview after a keystroke, ${of}, p95`, 's', percentile(previewed, 95))]
      : []),
    atMostTimes(1.5, { name: `menu changed, until all ${of} are live`, unit: 's', ours: renamed, ...astro }),
    atMostTimes(1.5, { name: `from nothing until all ${of} are live`, unit: 's', ours: rebuilt, ...astro }),
    atMost(600, `memory of the renderer, ${of}, at most`, 'MB', Math.max(...memory)),
  ]
}

interface Measured {
  figures: Figure[]
  texts: Taken
}

const measureAt = (pages: number): Promise<Measured> =>
  inTemporaryDirectory(async (directory) => {
    const dataDirectory = join(directory, 'data')
    console.log(`  Making a site of ${pages} pages …`)
    const site = await makeLargeSite(dataDirectory, { pages })
    const web = await startParts({ ...(await ownSettings(dataDirectory)), SEED: 'none' })
    try {
      const editor = await signIn(web)
      await editor.untilQuiet()
      const bench = { editor, site, pages }
      console.log(`  Publishing on ${pages} pages …`)
      const texts = await editTexts(bench)
      const { created, deleted } = await createAndDelete(bench)
      const { moved, led } = await move(bench)
      const figures = [
        ...figuresOf(`text edit until live, ${pages} pages`, texts, 0.3),
        ...figuresOf(`new page until live, ${pages} pages`, created, 2),
        ...figuresOf(`moved page until live, ${pages} pages`, moved, 2),
        {
          name: `old addresses that lead on, of ${structuralChanges}, ${pages} pages`,
          unit: '',
          ours: led,
          goal: String(structuralChanges),
          met: led === structuralChanges,
        },
        ...figuresOf(`deleted page until gone, ${pages} pages`, deleted, 2),
        ...(pages === largest ? await measureWhole(bench, web, dataDirectory) : []),
      ]
      return { figures, texts }
    } finally {
      await web.stop()
    }
  })

/** An edit costs what it changes, not what there is: the largest site beside the smallest. */
const flatness = (what: string, percent: number, small: Taken, large: Taken): Figure =>
  atMostTimes(2, {
    name: `text edit until live, ${what}, ${largest} pages`,
    unit: 's',
    ours: percentile(large.live, percent),
    other: percentile(small.live, percent),
    otherName: `${smallest} pages`,
  })

/** From Publish to the page that visitors see, on generated sites of three sizes. */
export const measure = async (): Promise<Figure[]> => {
  await ensureBuilt()
  const measured: Measured[] = []
  for (const pages of sizes) measured.push(await measureAt(pages))
  const [small, large] = [measured[0], measured.at(-1)]
  return [
    ...measured.flatMap(({ figures }) => figures),
    ...(small && large
      ? [flatness('median', 50, small.texts, large.texts), flatness('p95', 95, small.texts, large.texts)]
      : []),
  ]
}
