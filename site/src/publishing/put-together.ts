import { defaultLanguage } from 'shared/languages'
import { fetchMedia } from '../content/from-cms.ts'
import type { Site } from '../content/site.ts'
import type { CmsAccess } from '../env.ts'
import { searchLanguageOf } from '../search/index-paths.ts'
import { iconDrawingOf } from '../sharing/icons.ts'
import { organisationPicture } from '../sharing/share-picture.ts'
import type { Asset } from './assets.ts'
import { type DrawnPictures, isDrawn } from './drawn-pictures.ts'
import { collectMedia, type MadeFile, redirectsOf, storeAssets } from './make-release.ts'
import type { NextRelease } from './next-release.ts'
import type { PageRenderer } from './page-renderer.ts'
import type { SearchIndexes } from './search-files.ts'
import type { Contents } from './store-contents.ts'

interface Tools {
  cms: CmsAccess
  bundle: string // which compiled pages these are
  assets: Asset[] // of the compiled pages
  site: Site
  contents: Contents
  next: NextRelease
  pages: PageRenderer
  search: SearchIndexes
  pictures: DrawnPictures
}

/** Puts the next release together: what was rendered, and all that goes with it. */
export interface Assembler {
  /** @returns what pages refer to and the CMS has not got */
  putTogether: () => Promise<{ missingMedia: Set<string> }>
  /** Draws the share pictures that stand-ins stand for. */
  drawPictures: () => Promise<void>
}

export const createAssembler = (tools: Tools): Assembler => {
  const { cms, bundle, assets, site, contents, next, pages, search, pictures } = tools
  const { rendered } = pages
  let isFirst = true // nothing was put together by this process yet
  // The paths of the kinds whose files are known by heart.
  const mediaPaths = new Set<string>()
  const drawnPaths = new Set<string>()
  const redirectPaths = new Set<string>()

  const madeFile = (path: string): MadeFile | null => {
    const one = rendered.get(path)
    return one?.file ? { ...one.file, sentWith: one.headers } : null
  }

  /** The first time, what the newest release had is compared with all there is now. */
  const putTogetherFirst = async (): Promise<void> => {
    const before = { files: next.before, bundle: next.newest()?.bundle }
    const assetFiles = await storeAssets(assets, contents, before, bundle)
    for (const [path, file] of assetFiles) next.note(path, file)
    for (const [path, file] of next.before) {
      if (!('hash' in file)) redirectPaths.add(path)
      else if (path.startsWith('/media/')) mediaPaths.add(path)
      else if (isDrawn(path)) drawnPaths.add(path)
      else if (!assetFiles.has(path) && !rendered.has(path) && searchLanguageOf(path) === null) next.note(path, null)
    }
    isFirst = false
  }

  return {
    putTogether: async () => {
      if (isFirst) await putTogetherFirst()
      for (const path of pages.touched()) next.note(path, madeFile(path))
      const sources = { contents, fetchMedia: (filename: string) => fetchMedia(cms, filename) }
      const { media, missing } = await collectMedia({ content: site.content(), rendered, before: next.before }, sources)
      next.noteAll(media, mediaPaths)
      const own = site.storeFor(defaultLanguage)
      const wanted = { organisation: organisationPicture(own), icons: iconDrawingOf(own) }
      const drawn = await pictures.collect(next.before, wanted)
      if (drawn) next.noteAll(drawn, drawnPaths)
      await search.buildWithRelease()
      const redirects = redirectsOf(site.content(), next.isThere)
      for (const path of redirectPaths) if (next.isThere(path)) redirectPaths.delete(path) // a page has it by now
      next.noteAll(redirects, redirectPaths)
      return { missingMedia: missing }
    },
    drawPictures: () =>
      pictures.catchUp((path, file) => {
        if (drawnPaths.has(path)) next.note(path, file)
      }),
  }
}
