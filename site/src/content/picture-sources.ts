import { type Media, mediaPath, pictureFormats, pictureWidths } from 'shared/content/media'

/** What a `<picture>` offers of a picture, the lightest format first, each in all widths that are stored. */
export const sourcesOf = ({ sizes }: Media): { type: string; srcset: string }[] =>
  pictureFormats.flatMap((format) => {
    const stored = pictureWidths.flatMap((width) => {
      const size = sizes[`${format}${width}`]
      return size?.filename && size.width ? [`${mediaPath(size.filename)} ${size.width}w`] : []
    })
    return stored.length > 0 ? [{ type: `image/${format}`, srcset: stored.join(', ') }] : []
  })

/**
 * How wide a picture is shown that goes across a phone, as HTML says it. A screen of three dots a pixel is given two: the eye
 * sees no difference, and the line does.
 */
export const acrossPhone =
  '(max-width: 40rem) and (min-resolution: 2.5dppx) 70vw, (max-width: 40rem) calc(100vw - 2.75rem)'
