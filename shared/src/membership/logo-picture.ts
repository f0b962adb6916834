// The form's island carries this file, so it imports nothing.

/** The kinds of picture a logo may be sent as. No SVG: it may carry scripts. */
export const logoTypes = ['image/png', 'image/jpeg', 'image/webp'] as const
export type LogoType = (typeof logoTypes)[number]

export const mostLogoBytes = 2_000_000
/** A logo is kept no wider and no higher than this. */
export const largestLogoSide = 800

const beginsWith = (bytes: Uint8Array, text: string, from = 0): boolean =>
  [...text].every((letter, place) => bytes[from + place] === letter.charCodeAt(0))

/** What a picture is by its first bytes, whatever it is called; null when it is none that a logo may be. */
export const logoTypeOf = (bytes: Uint8Array): LogoType | null => {
  if (beginsWith(bytes, '\u0089PNG\r\n\u001a\n')) return 'image/png'
  if (beginsWith(bytes, '\u00ff\u00d8\u00ff')) return 'image/jpeg'
  return beginsWith(bytes, 'RIFF') && beginsWith(bytes, 'WEBP', 8) ? 'image/webp' : null
}

const logoPattern = /^data:(image\/(?:png|jpeg|webp));base64,((?:[A-Za-z\d+/]{4}){8,}(?:[A-Za-z\d+/]{2,3}={1,2})?)$/

/**
 * Reads a logo as it is sent: a data address whose bytes begin as a picture of the kind it says. Whether the rest of it is
 * one is for whoever draws it to find out.
 */
export const readLogo = (sent: string): { type: LogoType; base64: string } | 'not-a-picture' | 'too-large' => {
  if (sent.length > (mostLogoBytes * 4) / 3 + 40) return 'too-large'
  const [, said, base64 = ''] = logoPattern.exec(sent) ?? []
  const begin = Uint8Array.from(atob(base64.slice(0, 16)), (letter) => letter.charCodeAt(0))
  const type = logoTypeOf(begin)
  return type !== null && type === said ? { type, base64 } : 'not-a-picture'
}
