import { type Config, defaultLoggerOptions } from 'payload'

const isLostAtStart = (line: unknown): boolean =>
  typeof line === 'object' && line !== null && 'msg' in line && String(line.msg).includes('cannot connect to MongoDB')

/** Payload's own log, without the page it writes of a MongoDB it cannot reach: `start-failure.ts` says that in a sentence. */
export const logger: Config['logger'] = {
  options: {
    hooks: {
      logMethod(line, write) {
        if (!isLostAtStart(line[0])) write.apply(this, line)
      },
    },
  },
  destination: defaultLoggerOptions,
}
