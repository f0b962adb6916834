import { contrast, nearestReadable } from './colour.ts'

export interface Colours {
  primary: string
  accent: string
}

/** The letters of headings, figures and quotes. */
export const typefaces = ['grotesk', 'serif', 'system'] as const
export type Typeface = (typeof typefaces)[number]

/** Looks that are ready to be chosen. An organisation that has colours of its own chooses none of them. */
export const themes = {
  forest: { primary: '#0f4f4a', accent: '#f2b04b', typeface: 'grotesk' },
  ore: { primary: '#7a2e1d', accent: '#eeb27c', typeface: 'serif' },
  coast: { primary: '#143d6b', accent: '#ff9d7a', typeface: 'grotesk' },
} as const satisfies Record<string, Colours & { typeface: Typeface }>
export const themeNames = ['forest', 'ore', 'coast'] as const satisfies (keyof typeof themes)[]

export const ownTheme: Colours & { typeface: Typeface } = {
  primary: '#0b5d4e',
  accent: '#f2b84b',
  typeface: 'grotesk',
}

/** The lightest ground that text stands on: the paper of a page. */
export const paper = '#faf9f6'

/** Links are written in the main colour, so it has to be read as text; the accent is drawn on it, and has to be seen. */
const contrasts = { primary: 4.5, accent: 3 }

/** What a colour would be too like, and the nearest that is not. */
export interface UnreadableColour {
  ratio: number
  needed: number
  nearest: string
}

/** Why a main colour cannot be read on the paper, or null. */
export const problemOfPrimary = (primary: string): UnreadableColour | null =>
  problemOf(primary, paper, contrasts.primary)

/** Why an accent cannot be told from the main colour, or from what the main colour is to become, or null. */
export const problemOfAccent = (accent: string, primary: string): UnreadableColour | null =>
  problemOf(accent, problemOfPrimary(primary)?.nearest ?? primary, contrasts.accent)

const problemOf = (colour: string, ground: string, needed: number): UnreadableColour | null => {
  const ratio = contrast(colour, ground)
  const nearest = ratio < needed ? nearestReadable(colour, ground, needed) : null
  return nearest ? { ratio, needed, nearest } : null
}
