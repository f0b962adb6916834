import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { fetchMedia } from '../content/from-cms.ts'
import { readCmsAccess } from '../env.ts'
import { referencesIn } from './references.ts'

/** Puts the pictures that the pages of a static build refer to beside them. One that cannot be fetched fails the build. */
export const staticMedia = (siteUrl: string): AstroIntegration => ({
  name: 'static-media',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const directory = fileURLToPath(dir)
      const names = await readdir(directory, { recursive: true })
      const wanted = new Set<string>()
      for (const name of names.filter((each) => each.endsWith('.html'))) {
        const address = `${siteUrl}/${name.split(sep).join('/')}`
        for (const path of referencesIn(await readFile(join(directory, name), 'utf8'), address)) {
          if (path.startsWith('/media/')) wanted.add(path)
        }
      }
      for (const path of wanted) {
        const file = join(directory, path)
        await mkdir(dirname(file), { recursive: true })
        await writeFile(file, await fetchMedia(readCmsAccess(process.env), path.slice('/media/'.length)))
      }
    },
  },
})
