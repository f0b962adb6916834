import type { CollectionBeforeChangeHook } from 'payload'
import type { Media } from 'shared/content/media'
import sharp from 'sharp'

const looksAt = 64 // pixels a side say as much as all of them
const opaque = 0.75 // of the picture: it brings its own ground, be it round or with rounded corners
const lightest = 0.8
const darkest = 0.35

/** Is a picture with a see-through ground drawn for a dark ground, or for a light one? Null when it is seen on both. */
export const toneOf = async (bytes: Buffer): Promise<NonNullable<Media['tone']> | null> => {
  const { data } = await sharp(bytes)
    .resize(looksAt, looksAt, { fit: 'inside' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  let covered = 0
  let light = 0
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4)
    covered += alpha / 255
    light += ((0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255) * (alpha / 255)
  }
  if (covered === 0 || covered / (data.length / 4) > opaque) return null
  if (light / covered > lightest) return 'light'
  return light / covered < darkest ? 'dark' : null
}

/** Hook: a new picture's tone is kept with it, as a white logo on white paper is nothing. */
export const noteTone: CollectionBeforeChangeHook = async ({ data, req }) =>
  req.file ? { ...data, tone: await toneOf(req.file.data) } : data
