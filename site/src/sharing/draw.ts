import { fileURLToPath } from 'node:url'
import sharp, { type OutputInfo, type OverlayOptions } from 'sharp'
import { escapeXml } from '../content/escape-xml.ts'
import { themeColours } from '../styles/theme.ts'
import { type Icon, type IconDrawing, iconGround } from './icons.ts'
import { drawPlait } from './plait.ts'
import { type SharePicture, sharePictureHeight, sharePictureWidth } from './share-picture.ts'

/** Brought along, so that letters look the same wherever a release is made, also where there is no typeface at all. */
const typeface = fileURLToPath(new URL('geist-regular.ttf', import.meta.url))

const margin = 80
const nameTop = 62
const placeTop = 112
const titleTop = 186
const titleHeight = 256
const titleSizes = [92, 76, 64, 52]
const smallestTitle = 42
const longestTitle = 150 // letters; more would be too small to read on a phone
const plaitTop = 486
const plaitScale = 5

/** Pixels with what is seen through them. */
interface Raster {
  data: Buffer
  info: OutputInfo
}

interface Lettering {
  size: number
  colour: string
  width: number
  /** Words too long for a line go on in the next; else they stick out. */
  areCut?: boolean
}

const drawText = (words: string, { size, colour, width, areCut = true }: Lettering): Promise<Raster> =>
  sharp({
    text: {
      text: `<span foreground="${colour}" size="${size}pt">${escapeXml(words)}</span>`,
      font: 'Geist',
      fontfile: typeface,
      width,
      wrap: areCut ? 'word-char' : 'word',
      rgba: true,
      dpi: 72,
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true })

/** The words as large as they find room. */
const drawTitle = async (title: string, colour: string): Promise<Raster> => {
  const words = title.length > longestTitle ? `${title.slice(0, longestTitle).trimEnd()}…` : title
  const width = sharePictureWidth - 2 * margin
  for (const size of titleSizes) {
    const drawn = await drawText(words, { size, colour, width, areCut: false })
    if (drawn.info.height <= titleHeight && drawn.info.width <= width) return drawn
  }
  return drawText(words, { size: smallestTitle, colour, width })
}

/** A raster too high for its place is cut, as one that does not fit would not be drawn at all. */
const layer = ({ data, info }: Raster, left: number, top: number): OverlayOptions => {
  const height = Math.min(info.height, sharePictureHeight - top)
  const { width, channels } = info
  return { input: data.subarray(0, width * height * channels), raw: { width, height, channels }, left, top }
}

type Colours = SharePicture['colours']

const backgrounds = new Map<string, Promise<Raster>>()

/** The plait below, as on the site itself. */
const drawBackground = (colours: Colours): Promise<Raster> => {
  const key = JSON.stringify(colours)
  const known = backgrounds.get(key)
  if (known) return known
  const theme = themeColours(colours, 'light')
  const plait = drawPlait(colours.accent, theme['--on-deep'] ?? '#ffffff', 3)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${sharePictureWidth}" height="${sharePictureHeight}"><rect width="100%" height="100%" fill="${theme['--deep']}"/><g transform="translate(0 ${plaitTop}) scale(${plaitScale})">${plait}</g></svg>`
  const drawn = sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  backgrounds.clear() // a site has one set of colours at a time
  backgrounds.set(key, drawn)
  return drawn
}

/** Draws the picture that is seen where a page is shared, as PNG. The same words always give the same bytes. */
export const drawSharePicture = async ({ title, place, name, tagline, colours }: SharePicture): Promise<Buffer> => {
  const ink = themeColours(colours, 'light')['--on-deep'] ?? '#ffffff'
  const background = await drawBackground(colours)
  const layers: OverlayOptions[] = []
  const put = async (words: string | null, size: number, top: number): Promise<void> => {
    if (!words?.trim()) return
    const short = words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words
    const drawn = await drawText(short, { size, colour: ink, width: sharePictureWidth - 2 * margin })
    layers.push(layer(drawn, margin, top))
  }
  const isOwn = name === title
  await put(isOwn ? tagline : name, 36, nameTop)
  if (!isOwn) await put(place ?? tagline, 26, placeTop)
  if (title.trim()) layers.push(layer(await drawTitle(title, ink), margin, titleTop))
  const { width, height, channels } = background.info
  return sharp(background.data, { raw: { width, height, channels } })
    .composite(layers)
    .png({ compressionLevel: 7 })
    .toBuffer()
}

/** Draws an icon as PNG. `logo` are the bytes of the logo, when it is drawn from one. */
export const drawIcon = async (
  { size, isMaskable }: Icon,
  drawing: IconDrawing,
  logo: Buffer | null,
): Promise<Buffer> => {
  if (logo) return drawLogo(logo, size, isMaskable)
  const { colours, initial } = drawing
  const ink = themeColours(colours, 'light')['--on-primary'] ?? '#ffffff'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 32 32">${iconGround(colours, ink)}</svg>`
  const ground = sharp(Buffer.from(svg)).flatten()
  if (!initial) return ground.png().toBuffer()
  const { data, info } = await drawText(initial, { size: Math.round(size * 0.5), colour: ink, width: size })
  const { width, height, channels } = info
  const left = Math.max(0, Math.round((size - width) / 2))
  const top = Math.max(0, Math.round((size * 0.78 - height) / 2))
  return ground
    .composite([{ input: data, raw: { width, height, channels }, left, top }])
    .png()
    .toBuffer()
}

/** The logo with air around it, on white, since a logo may have no ground of its own and phones show none. */
const drawLogo = async (logo: Buffer, size: number, isMaskable: boolean): Promise<Buffer> => {
  const inner = Math.round(size * (isMaskable ? 0.6 : 0.84))
  const around = { top: Math.floor((size - inner) / 2), left: Math.floor((size - inner) / 2) }
  const rest = size - inner
  return sharp(logo)
    .resize(inner, inner, { fit: 'contain', background: '#ffffff00' })
    .extend({ ...around, bottom: rest - around.top, right: rest - around.left, background: '#ffffff00' })
    .flatten({ background: '#ffffff' })
    .png()
    .toBuffer()
}
