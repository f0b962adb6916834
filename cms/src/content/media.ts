import { join } from 'node:path'
import type { CollectionConfig, ImageSize, PayloadRequest } from 'payload'
import { pictureFormats, pictureWidths, type PictureSizeName } from 'shared/content/media'
import sharp from 'sharp'
import { adminText } from 'shared/translations/admin'
import { editors, fieldForNobody, nobody, publishers, staffAndSite } from '../access.ts'
import { env } from '../env.ts'
import { requestReleaseAfterChange, requestReleaseAfterDelete } from '../publishing/request-release.ts'
import { noteTone } from './note-tone.ts'
import { refuseOtherFiles } from './refuse-other-files.ts'
import { refuseWhileUsed } from './refuse-while-used.ts'
import { sayTo } from './refusals.ts'

// Making a picture's sizes side by side, and keeping what was read, would cost the CMS some hundred megabytes for good.
sharp.concurrency(1)
sharp.cache(false)

// AVIF at sharp's own effort (4) takes five seconds of a core for each large picture, and is hardly an eighth smaller.
const encodings: Record<(typeof pictureFormats)[number], { quality: number; effort: number }> = {
  avif: { quality: 50, effort: 1 },
  webp: { quality: 78, effort: 4 },
}
const smallWidths: readonly number[] = pictureWidths.slice(0, 2)
const widestOriginal = 2400

/** Every width in every format. The two smallest are made of small pictures too, in their own width; larger ones are left out. */
const sizes: ImageSize[] = pictureWidths.flatMap((width) =>
  pictureFormats.map((format) => {
    const name: PictureSizeName = `${format}${width}`
    return {
      name,
      width,
      formatOptions: { format, options: encodings[format] },
      ...(smallWidths.includes(width) ? { withoutEnlargement: true } : {}),
      admin: { disableListColumn: true, disableListFilter: true, disableGroupBy: true },
    }
  }),
)

/** Pictures. No SVG or documents: those can carry scripts. */
export const MediaFiles: CollectionConfig = {
  slug: 'media',
  labels: { singular: adminText('media.singular'), plural: adminText('media.plural') },
  admin: {
    group: adminText('group.content'),
    description: adminText('media.description'),
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'alt', 'width', 'height', 'updatedAt'],
    listSearchableFields: ['filename', 'alt'],
  },
  upload: {
    staticDir: join(env.DATA_DIR, 'media'),
    mimeTypes: ['image/png', 'image/jpeg', 'image/webp', 'image/avif'],
    imageSizes: sizes,
    // Writing the original anew leaves out what a camera noted, the place above all, and bounds its size.
    resizeOptions: { width: widestOriginal, withoutEnlargement: true },
    adminThumbnail: 'webp240' satisfies PictureSizeName,
    focalPoint: true,
    pasteURL: false,
  },
  access: { create: editors, read: staffAndSite, update: editors, delete: publishers, unlock: nobody },
  hooks: {
    beforeOperation: [refuseOtherFiles],
    beforeChange: [noteTone],
    afterChange: [requestReleaseAfterChange],
    beforeDelete: [refuseWhileUsed],
    afterDelete: [requestReleaseAfterDelete],
  },
  fields: [
    {
      name: 'alt',
      type: 'textarea',
      localized: true,
      label: adminText('media.alt'),
      admin: {
        description: adminText('media.alt.description'),
        rows: 2,
        condition: (_, media: { decorative?: boolean | null }) => !media.decorative,
      },
      // A picture that is only decoration is never asked, as the condition above does not hold.
      validate: (value: string | null | undefined, { req }: { req: PayloadRequest }) =>
        value?.trim() ? true : sayTo(req, 'refusal.alt.missing'),
    },
    {
      name: 'decorative',
      type: 'checkbox',
      defaultValue: false,
      label: adminText('media.decorative'),
      admin: { description: adminText('media.decorative.description') },
    },
    {
      name: 'tone',
      type: 'text',
      access: { create: fieldForNobody, update: fieldForNobody },
      admin: { hidden: true }, // looked at when the file comes
    },
  ],
}
