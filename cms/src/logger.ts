import { type Config, defaultLoggerOptions } from 'payload'
import { codeOf } from './membership/error-code.ts'

const isLostAtStart = (line: unknown): boolean =>
  typeof line === 'object' && line !== null && 'msg' in line && String(line.msg).includes('cannot connect to MongoDB')

/** Errors of drizzle hold the values of the question, those of MongoDB the ones that were in the way. */
const holdsValues = (error: unknown): boolean =>
  error instanceof Error && ('params' in error || error.name.startsWith('Mongo') || holdsValues(error.cause))

/** The same error without what somebody wrote: its kind, its code and where it came from are what one mends it by. */
const withoutValues = (error: Error): Error => {
  const told = new Error(`The database did not do what was asked (${codeOf(error)}).`)
  told.name = error.name
  told.stack = `${told.name}: ${told.message}${error.stack?.split(error.message).at(-1) ?? ''}`
  return told
}

const clean = (line: unknown): unknown => {
  if (line instanceof Error) return holdsValues(line) ? withoutValues(line) : line
  if (typeof line !== 'object' || line === null || !('err' in line) || !(line.err instanceof Error)) return line
  return holdsValues(line.err) ? { ...line, err: withoutValues(line.err) } : line
}

/**
 * Payload's own log, without the page it writes of a MongoDB it cannot reach (`start-failure.ts` says that in a sentence), and
 * without personal data: when the database refuses something, its error quotes what was to be saved.
 */
export const logger = {
  options: {
    hooks: {
      logMethod([line, ...words], write) {
        if (!isLostAtStart(line)) write.apply(this, [clean(line), ...words] as Parameters<typeof write>)
      },
    },
  },
  destination: defaultLoggerOptions,
} satisfies Config['logger']
