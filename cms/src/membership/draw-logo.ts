import { largestLogoSide, readLogo } from 'shared/membership/logo-picture'
import sharp from 'sharp'

const mostPixels = 16_000_000
const drawWithinSeconds = 5
const urlStart = 'data:image/webp;base64,'

/** A logo as it is kept with a signup: drawn anew, so that nothing but the picture is left of the file. */
export interface DrawnLogo {
  url: string // a data address
  size: string // '640 × 320'
}

let last: Promise<unknown> = Promise.resolve()

/** One at a time: a picture takes tens of megabytes while it is drawn. */
const inTurn = <Result>(draw: () => Promise<Result>): Promise<Result> => {
  const drawn = last.then(draw)
  last = drawn.catch(() => null)
  return drawn
}

/** Draws the logo that somebody sent, or says what is wrong with it. What a camera noted in it is left out. */
export const drawLogo = async (sent: string): Promise<DrawnLogo | 'not-a-picture' | 'too-large'> => {
  const read = readLogo(sent)
  if (typeof read === 'string') return read
  const picture = sharp(Buffer.from(read.base64, 'base64'), { limitInputPixels: false, failOn: 'error' })
  try {
    const { width, height } = await picture.metadata()
    if (width * height > mostPixels) return 'too-large'
    const { data, info } = await inTurn(() =>
      picture
        .autoOrient()
        .resize({ width: largestLogoSide, height: largestLogoSide, fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 90 })
        .timeout({ seconds: drawWithinSeconds })
        .toBuffer({ resolveWithObject: true }),
    )
    return { url: `${urlStart}${data.toString('base64')}`, size: `${info.width} × ${info.height}` }
  } catch {
    return 'not-a-picture'
  }
}

/** The bytes of a logo as it is kept, a WebP picture; null where none is. */
export const logoBytes = (url: string | null | undefined): Buffer | null =>
  url?.startsWith(urlStart) ? Buffer.from(url.slice(urlStart.length), 'base64') : null
