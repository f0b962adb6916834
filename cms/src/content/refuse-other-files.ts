import type { CollectionBeforeOperationHook } from 'payload'
import sharp from 'sharp'
import { refusedField } from './refusals.ts'

/** Kinds of pictures that cannot carry a script, as sharp names what it finds in a file. AVIF is a kind of HEIF. */
const pictureKinds: readonly string[] = ['png', 'jpeg', 'webp', 'heif']

const svgPattern = /<svg[\s>]/i

/** Decoded, a picture takes four bytes a pixel. A camera of fifty million pixels is let in, and a bomb of 900 million is not. */
const mostPixels = 60_000_000

/** Told by what is in the file, whatever it is called and whatever the browser says that it is. */
const kindOf = async (bytes: Buffer): Promise<{ format: string; width: number; height: number } | null> => {
  try {
    const { format, width, height, compression } = await sharp(bytes, { limitInputPixels: false }).metadata()
    const isKnown = pictureKinds.includes(format) && (format !== 'heif' || compression === 'av1')
    return { format: isKnown ? format : 'other', width, height }
  } catch {
    // No picture, or one that breaks off. A drawing that cannot be drawn, as it has no size, is told to be one all the same.
    return svgPattern.test(bytes.toString('latin1', 0, 4096)) ? { format: 'other', width: 0, height: 0 } : null
  }
}

/**
 * Hook: refuses files that are no pictures the site can show, and says why and what to do. An SVG may hold a script, so it is
 * none of them.
 */
export const refuseOtherFiles: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (!['create', 'update', 'updateByID'].includes(operation) || !req.file) return args
  const { data, name } = req.file
  const field = { path: 'file', label: 'media.file' } as const
  const picture = await kindOf(data)
  if (picture === null) throw refusedField(req, field, 'refusal.picture.unreadable', { file: name })
  if (picture.format === 'other') throw refusedField(req, field, 'refusal.picture.kind', { file: name })
  const { width, height } = picture
  if (width * height > mostPixels)
    throw refusedField(req, field, 'refusal.picture.size', { file: name, width, height, most: mostPixels / 1_000_000 })
  return args
}
