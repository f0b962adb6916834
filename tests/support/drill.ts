import { inject, type TestContext, test } from 'vitest'
import './databases.ts'

declare module 'vitest' {
  interface TaskMeta {
    /** What a drill measured, as it is told. */
    figures?: string[]
    /** Why it could not be run here. */
    notRun?: string
  }
}

/** Is this the long version, `npm run drills`? Else it is the one of `npm test`. */
export const isLong = process.env['DRILLS'] === 'long'

/** Is this run on MongoDB? What costs minutes is there left to `npm run drills`. */
export const onMongo = inject('example').mongo !== undefined

interface Drill {
  /** Notes something that was measured. */
  tell: (figure: string) => void
  /** Says why it cannot be run here, and ends it. */
  cannotRun: (reason: string) => never
}

/** A drill: something goes wrong on purpose, and what visitors and editors meet is checked. */
export const drill = (
  name: string,
  { minutes, onlyLong = false }: { minutes: number; onlyLong?: boolean },
  run: (drill: Drill) => Promise<void>,
): void => {
  test.skipIf(onlyLong && !isLong)(name, { timeout: minutes * 60_000 }, async (context: TestContext) => {
    const figures: string[] = []
    context.task.meta.figures = figures
    await run({
      tell: (figure) => void figures.push(figure),
      cannotRun: (reason) => {
        context.task.meta.notRun = reason
        return context.skip(reason)
      },
    })
  })
}

/** `[3, 1, 2]` => `median 2, max 3` */
export const medianAndMax = (values: number[]): string => {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0
  return `median ${Math.round(middle)} ms, max ${Math.round(sorted.at(-1) ?? 0)} ms`
}
