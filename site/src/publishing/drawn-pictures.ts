import { createHash } from 'node:crypto'
import { drawIcon, drawSharePicture } from '../sharing/draw.ts'
import { type Icon, type IconDrawing, icons } from '../sharing/icons.ts'
import { isSharePicture } from '../sharing/share-path.ts'
import type { SharePicture } from '../sharing/share-picture.ts'
import { type MadeFile, type MadeFiles, noHeaders, nullIfMissing } from './make-release.ts'
import type { Contents } from './store-contents.ts'

const drawnWithRelease = 300 // pictures; a release that needs more goes live first
const drawnAtOnce = 4
const type = 'image/png'

/** Says of a picture in a release that it only stands there until the right one is drawn. */
const standIn = 'stand-in'

/**
 * The pictures that are drawn for a release: the icons, and one for each page, to be seen where it is shared. A picture is
 * drawn once, as its address tells what is on it. Those of a large site take minutes: then the organisation's own picture
 * stands in their place, so that no address leads nowhere, and they follow in a later release.
 */
export interface DrawnPictures {
  /** The picture of a page now; null when the page is gone. */
  note: (page: string, picture: SharePicture | null) => void
  /**
   * Every drawn picture that a release needs; null when they are the same as the last time that somebody asked.
   * @param before the files of the release before
   */
  collect: (before: MadeFiles, wanted: { organisation: SharePicture; icons: IconDrawing }) => Promise<MadeFiles | null>
  /** Draws what is still lacking; each is given as soon as it is there. */
  catchUp: (give: (path: string, file: MadeFile) => void) => Promise<void>
}

/** Is this path answered with a drawn picture? */
export const isDrawn = (path: string): boolean => isSharePicture(path) || icons.some((icon) => icon.path === path)

/** No release shall wait for words that cannot be drawn. */
const drawWordless = (picture: SharePicture, error: unknown): Promise<Buffer> => {
  console.error(`The share picture of "${picture.title}" could not be drawn; it goes without words.`, error)
  return drawSharePicture({ ...picture, title: '', place: null, name: '', tagline: null })
}

interface Tools {
  contents: Pick<Contents, 'store' | 'has'>
  /** The bytes of a file of the media library; may reject. */
  fetchMedia: (filename: string) => Promise<Buffer>
}

export const createDrawnPictures = ({ contents, fetchMedia }: Tools): DrawnPictures => {
  const pageOf = new Map<string, SharePicture>() // by the page's path
  const drawn = new Map<string, MadeFile>() // by the picture's
  let lacking = new Map<string, SharePicture>()
  let catchingUp: Promise<void> | null = null
  let collected = '' // of which icons; empty when some page's picture is another since then

  const store = async (bytes: Buffer): Promise<MadeFile> => ({
    ...(await contents.store(bytes, type)),
    type,
    sentWith: noHeaders,
  })
  const draw = async (picture: SharePicture): Promise<MadeFile> => {
    const file = await store(await drawSharePicture(picture).catch((error: unknown) => drawWordless(picture, error)))
    drawn.set(picture.path, file)
    return file
  }
  const isThere = (file: MadeFile | undefined): file is MadeFile =>
    file !== undefined && 'hash' in file && file.source !== standIn && contents.has(file.hash)

  const drawEach = async (
    pictures: Iterable<SharePicture>,
    atOnce: number,
    done: (path: string, file: MadeFile) => void,
  ) => {
    const next = pictures[Symbol.iterator]()
    const drawNext = async (): Promise<void> => {
      for (let step = next.next(); !step.done; step = next.next()) done(step.value.path, await draw(step.value))
    }
    await Promise.all(Array.from({ length: atOnce }, drawNext))
  }

  const collectIcons = async (
    before: MadeFiles,
    drawing: IconDrawing,
    source: string,
  ): Promise<[string, MadeFile][]> => {
    const known = icons.map(({ path }) => before.get(path))
    if (known.every((file) => isThere(file) && 'hash' in file && file.source === source))
      return icons.flatMap(({ path }, place): [string, MadeFile][] => {
        const file = known[place]
        return file ? [[path, file]] : []
      })
    const logo = drawing.logo && (await fetchMedia(drawing.logo.filename).catch(nullIfMissing))
    const drawSafely = (icon: Icon) =>
      drawIcon(icon, drawing, logo).catch((error: unknown) => {
        console.error(`The icon ${icon.path} could not be drawn from the logo or the name.`, error)
        return drawIcon(icon, { ...drawing, initial: '' }, null)
      })
    const files: [string, MadeFile][] = []
    for (const icon of icons) files.push([icon.path, { ...(await store(await drawSafely(icon))), source }])
    return files
  }

  return {
    note: (page, picture) => {
      if (pageOf.get(page)?.path !== picture?.path) collected = ''
      if (picture) pageOf.set(page, picture)
      else pageOf.delete(page)
    },
    collect: async (before, wanted) => {
      const source = createHash('sha256').update(JSON.stringify(wanted.icons)).digest('hex').slice(0, 16)
      if (collected === source) return null
      const files: MadeFiles = new Map(await collectIcons(before, wanted.icons, source))
      const missing = new Map<string, SharePicture>()
      for (const picture of pageOf.values()) {
        const { path } = picture
        const file = drawn.get(path) ?? before.get(path)
        if (isThere(file)) files.set(path, file)
        else missing.set(path, picture)
      }
      for (const path of drawn.keys()) if (!files.has(path)) drawn.delete(path)
      lacking = new Map()
      if (missing.size <= drawnWithRelease) {
        await drawEach(missing.values(), drawnAtOnce, (path, file) => void files.set(path, file))
        collected = source
        return files
      }
      lacking = missing
      const { organisation } = wanted
      const paths = [...missing.keys()]
      const known = drawn.get(organisation.path) ?? before.get(organisation.path)
      const instead = isThere(known) ? known : await draw(organisation)
      for (const path of paths) files.set(path, drawn.get(path) ?? { ...instead, source: standIn }) // one may just have come
      collected = source
      return files
    },
    catchUp: (give) => {
      catchingUp ??= drawEach(stillLacking(), 1, (path, file) => {
        if (lacking.delete(path)) give(path, file)
      }).finally(() => (catchingUp = null))
      return catchingUp
    },
  }

  /** One at a time, while visitors and editors are served; a release made meanwhile may lack others. */
  function* stillLacking(): Generator<SharePicture> {
    for (let [next] = lacking.values(); next; [next] = lacking.values()) yield next
  }
}
