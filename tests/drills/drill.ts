/** How a drill ended: what it counted, and what went wrong, in sentences. */
export interface DrillOutcome {
  figures: Record<string, number | string>
  faults: string[]
}

/** A drill that could not be run here says why. */
export class NotRunError extends Error {}

export interface Drill {
  /** What it shows, in one sentence. */
  title: string
  /** Shows that the drill would see a fault: gives what it failed to see of faults made on purpose. */
  checkChecker: () => Promise<string[]>
  run: () => Promise<DrillOutcome>
}

/** The value below which so many of a hundred lie. */
export const percentile = (values: number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.ceil((values.length * share) / 100) - 1] ?? 0
