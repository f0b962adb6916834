import { mkdir, readdir, readFile, rename, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { languages } from 'shared/languages'
import { fetchMedia, siteFromCms } from '../content/from-cms.ts'
import { readCmsAccess } from '../env.ts'
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

/** Astro knows one 404 page and makes a directory of each other one, where no web server looks for it. */
const moveNotFoundPages = async (directory: string): Promise<void> => {
  for (const language of languages) {
    const made = join(directory, language, '404')
    await rename(join(made, 'index.html'), `${made}.html`)
    await rmdir(made)
  }
}

/** The page at `/`, and what leads old addresses on and sends headers, each in the way that the host understands. */
const addRules = async (directory: string, names: string[], siteUrl: string): Promise<void> => {
  const taken = new Set(names)
  const content = (await siteFromCms()).content()
  const redirects = Object.fromEntries(redirectsOf(content, (path) => taken.has(fileNameOf(path))))
  // What a page may load it says itself here; only this cannot be said in a page.
  const rules = headerRules(siteUrl, { pages: [framingPolicy], media: [mediaPolicy] })
  const files = [...redirectPages(redirects, taken, siteUrl), ...Object.entries(hostFiles(rules, redirects))]
  await write(directory, 'index.html', rootPage(siteUrl))
  for (const [name, { text = '' }] of files) await write(directory, name, text)
}
