import { mkdir, readdir, readFile, rename, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { defaultLanguage, languages } from 'shared/languages'
import { fetchMedia, siteFromCms } from '../content/from-cms.ts'
import { readCmsAccess } from '../env.ts'
import { routesOf } from '../paths.ts'
import { drawIcon, drawSharePicture } from '../sharing/draw.ts'
import { iconDrawingOf, icons } from '../sharing/icons.ts'
import { sharePictureOf } from '../sharing/share-picture.ts'
import { framingPolicy, mediaPolicy } from './content-security-policy.ts'
import { headerRules } from './host-rules.ts'
import { fileNameOf, hostFiles, redirectPages } from './laid-out-files.ts'
import { redirectsOf } from './make-release.ts'
import { rootPage } from './redirect-page.ts'
import { referencesIn } from './references.ts'

/** Makes of Astro's static build the same files that a release is laid out as. What cannot be fetched fails the build. */
export const staticBuild = (siteUrl: string): AstroIntegration => ({
  name: 'static-build',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const directory = fileURLToPath(dir)
      await moveNotFoundPages(directory)
      const names = await filesBelow(directory)
      await addMedia(directory, names, siteUrl)
      await addDrawnPictures(directory)
      await addRules(directory, names, siteUrl)
    },
  },
})

/** The names of all files, as paths from the directory with `/` between. */
const filesBelow = async (directory: string): Promise<string[]> => {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

const write = async (directory: string, name: string, content: string | Uint8Array): Promise<void> => {
  const file = join(directory, name)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}

/** The pictures that the pages refer to, and no others. */
const addMedia = async (directory: string, names: string[], siteUrl: string): Promise<void> => {
  const wanted = new Set<string>()
  for (const name of names.filter((each) => each.endsWith('.html'))) {
    for (const path of referencesIn(await readFile(join(directory, name), 'utf8'), `${siteUrl}/${name}`)) {
      if (path.startsWith('/media/')) wanted.add(path)
    }
  }
  const cms = readCmsAccess(process.env)
  for (const path of wanted) await write(directory, path, await fetchMedia(cms, path.slice('/media/'.length)))
}

/** The icons, and a picture for each page to be seen where it is shared. */
const addDrawnPictures = async (directory: string): Promise<void> => {
  const site = await siteFromCms()
  const drawing = iconDrawingOf(site.storeFor(defaultLanguage))
  const logo = drawing.logo && (await fetchMedia(readCmsAccess(process.env), drawing.logo.filename).catch(() => null))
  for (const icon of icons) await write(directory, icon.path, await drawIcon(icon, drawing, logo))
  const drawn = new Set<string>()
  for (const route of routesOf(site.content())) {
    const picture = sharePictureOf(route, site.storeFor(route.language))
    if (!drawn.has(picture.path)) await write(directory, picture.path, await drawSharePicture(picture))
    drawn.add(picture.path)
  }
}

/** Astro knows one 404 page and makes a directory of each other one, where no web server looks for it. */
const moveNotFoundPages = async (directory: string): Promise<void> => {
  for (const language of languages) {
    for (const status of ['404', '410']) {
      const made = join(directory, language, status)
      await rename(join(made, 'index.html'), `${made}.html`)
      await rmdir(made)
    }
  }
}

/** The page at `/`, and what leads old addresses on and sends headers, each in the way that the host understands. */
const addRules = async (directory: string, names: string[], siteUrl: string): Promise<void> => {
  const taken = new Set(names)
  const content = (await siteFromCms()).content()
  const redirects = Object.fromEntries(
    [...redirectsOf(content, (path) => taken.has(fileNameOf(path)))].filter(([, { status }]) => status !== 410),
  )
  // What a page may load it says itself here; only this cannot be said in a page.
  const rules = headerRules(siteUrl, { pages: [framingPolicy], media: [mediaPolicy] })
  const files = [...redirectPages(redirects, taken, siteUrl), ...Object.entries(hostFiles(rules, redirects))]
  await write(directory, 'index.html', rootPage(siteUrl))
  for (const [name, { text = '' }] of files) await write(directory, name, text)
}
