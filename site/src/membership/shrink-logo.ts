import { largestLogoSide, type LogoType, logoTypeOf } from 'shared/membership/logo-picture'

const mostBytes = 40_000_000 // more than a camera's picture has

/**
 * A logo as it is sent: no larger than it is kept, so that a picture from a camera goes through a slow line too, and with
 * nothing of the file but the picture. What it is, its bytes tell.
 */
export const shrinkLogo = async (file: Blob): Promise<{ url: string } | { code: 'not-a-picture' | 'too-large' }> => {
  if (file.size > mostBytes) return { code: 'too-large' }
  try {
    const type = logoTypeOf(new Uint8Array(await file.slice(0, 16).arrayBuffer()))
    if (!type) return { code: 'not-a-picture' }
    const picture = await createImageBitmap(new Blob([file], { type }))
    const scale = Math.min(1, largestLogoSide / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    return { url: encode(canvas, type) }
  } catch {
    return { code: 'not-a-picture' } // it begins like a picture, and is none
  }
}

/** As WebP, or, where a browser writes none, as what it was: a photograph as JPEG, and what may be transparent as PNG. */
const encode = (canvas: HTMLCanvasElement, type: LogoType): string => {
  const url = canvas.toDataURL('image/webp', 0.92)
  if (url.startsWith('data:image/webp')) return url
  return type === 'image/jpeg' ? canvas.toDataURL(type, 0.92) : canvas.toDataURL('image/png')
}
