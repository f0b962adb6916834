import type { AskedItem } from 'shared/membership/form-items'
import { type FormPart, isAbout } from './form-steps.ts'

/** Where one can be in a form: at a step that has something to ask, or at the check of the answers after all of them. */
export interface FormPlaces {
  steps: number[] // indexes of parts
  check: number
  now: number
  before: number | null
  after: number
  count: number
  /** Which of them a place is, the first is 1. */
  numberOf: (place: number) => number
  /** Where the error of this name can be put right. */
  placeOf: (error: string) => number
}

/** @param wanted the place that was gone to; a step that has nothing to ask any more is passed over */
export const placesOf = (parts: readonly FormPart[], shown: readonly AskedItem[], wanted: number): FormPlaces => {
  const check = parts.length
  const steps = parts.flatMap(({ items }, place) => (items.some((item) => shown.includes(item)) ? [place] : []))
  const places = [...steps, check]
  const now = places.find((place) => place >= wanted) ?? check
  return {
    steps,
    check,
    now,
    before: places.findLast((place) => place < now) ?? null,
    after: places.find((place) => place > now) ?? check,
    count: places.length,
    numberOf: (place) => places.indexOf(place) + 1,
    placeOf: (error) => {
      const part = parts.findIndex(({ items }) => items.some((item) => isAbout(item, error)))
      return part === -1 ? check : part
    },
  }
}
