import { z } from 'zod'
import { idSchema, optionalTextSchema } from './id.ts'

/** The widths, in pixels, that each picture is stored in, each as AVIF and as WebP: for logos and portraits, for phones, for desks. */
export const pictureWidths = [240, 480, 768, 960, 1600] as const
export const pictureFormats = ['avif', 'webp'] as const
export type PictureSizeName = `${(typeof pictureFormats)[number]}${(typeof pictureWidths)[number]}`

const sizeSchema = z.object({
  filename: z.string().nullish(),
  width: z.number().nullish(),
  height: z.number().nullish(),
  mimeType: z.string().nullish(),
})

/** A picture or file. `sizes` is keyed `avif480`, `webp480`, … and lacks the sizes larger than the original. */
export const mediaSchema = z.object({
  id: idSchema,
  filename: z.string(),
  mimeType: z.string(),
  width: z.number().nullish(),
  height: z.number().nullish(),
  focalX: z.number().nullish(),
  focalY: z.number().nullish(),
  alt: optionalTextSchema, // in the language asked for
  decorative: z.boolean().nullish(), // says nothing that the text does not say: alt=""
  /** What a see-through picture is drawn in, when that is not seen on a ground of the same kind. */
  tone: z.enum(['light', 'dark']).nullish().catch(null),
  sizes: z
    .record(z.string(), sizeSchema.nullish())
    .nullish()
    .transform((sizes) => sizes ?? {}),
  updatedAt: z.string().nullish(), // tells a replaced file from the one before
})
export type Media = z.infer<typeof mediaSchema>

/** Where the site serves a stored file: `map.avif` → `/media/map.avif`. */
export const mediaPath = (filename: string): string => `/media/${encodeURIComponent(filename)}`
