import type { Media } from 'shared/content/media'
import type { Store } from '../content/store.ts'
import { drawPlait } from './plait.ts'

/** A picture that stands for the site on a tab, a phone's screen or in a list of apps. */
export interface Icon {
  path: string
  size: number
  /** May be cut to a circle, so that what matters stays in the middle. */
  isMaskable: boolean
}

export const touchIconPath = '/icon-180.png'

export const icons: Icon[] = [
  { path: touchIconPath, size: 180, isMaskable: false },
  { path: '/icon-192.png', size: 192, isMaskable: false },
  { path: '/icon-512.png', size: 512, isMaskable: false },
  { path: '/icon-maskable.png', size: 512, isMaskable: true },
]

/** What the icons are drawn from: a logo that is about as high as it is wide, or else the first letter of the name. */
export interface IconDrawing {
  initial: string
  colours: { primary: string; accent: string }
  logo: (Pick<Media, 'filename'> & { version: string }) | null
}

const squareEnough = 1.3

/** About as high as it is wide. */
const isSquare = ({ width, height }: Media): boolean =>
  Boolean(width && height && Math.max(width, height) / Math.min(width, height) <= squareEnough)

export const iconDrawingOf = (store: Store): IconDrawing => {
  const { name, colours, logo } = store.settings()
  const media = logo ? store.media(logo) : null
  return {
    initial: initialOf(name),
    colours,
    logo: media && isSquare(media) ? { filename: media.filename, version: media.updatedAt ?? '' } : null,
  }
}

/** The first letter of a name; a name may begin with a sign. */
const initialOf = (name: string): string => (/[\p{L}\p{N}]/u.exec(name)?.[0] ?? '').toLocaleUpperCase('sv')

/** What a letter stands on, 32 by 32, as SVG: the organisation's plait. */
export const iconGround = ({ primary, accent }: IconDrawing['colours'], ink: string): string =>
  `<path fill="${primary}" d="M0 0h32v32H0z"/><g transform="translate(0 22) scale(.33333)">${drawPlait(accent, ink, 1)}</g>`

/** The icon of the browser's tab, which shows a drawing sharper than a picture. */
export const tabIconOf = (store: Store): { path: string; type: string } =>
  iconDrawingOf(store).logo
    ? { path: '/icon-192.png', type: 'image/png' }
    : { path: '/icon.svg', type: 'image/svg+xml' }

/** What a phone or a desktop needs to keep the site as an app: its name, its colours and its icons. */
export const webManifest = (store: Store): string => {
  const { name, tagline, colours } = store.settings()
  const start = `/${store.language}/`
  return JSON.stringify({
    id: start,
    name,
    short_name: name,
    description: tagline ?? undefined,
    lang: store.language,
    start_url: start,
    scope: '/',
    display: 'browser',
    theme_color: colours.primary,
    background_color: colours.primary,
    icons: icons.map(({ path, size, isMaskable }) => ({
      src: path,
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose: isMaskable ? 'maskable' : 'any',
    })),
  })
}
