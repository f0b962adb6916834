const workers = new Set<() => void>()

/** Lets the mail workers of this process look at once, rather than at their next turn. */
export const pokeMailWorkers = (): void => workers.forEach((look) => look())

/** Makes a worker known to `pokeMailWorkers`; what it answers makes it unknown again. */
export const enrolMailWorker = (look: () => void): (() => void) => {
  workers.add(look)
  return () => workers.delete(look)
}
