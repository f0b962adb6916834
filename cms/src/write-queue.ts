import type { RequestHandler } from 'express'
import { usesMongo } from './database.ts'

/** Runs tasks of one key one after another, and tasks of different keys side by side. */
export const createQueue = () => {
  const tails = new Map<string, Promise<void>>()
  return async <Result>(key: string, task: () => Promise<Result>): Promise<Result> => {
    const before = tails.get(key) ?? Promise.resolve()
    const result = before.then(task)
    const tail = result.then(
      () => undefined,
      () => undefined,
    )
    tails.set(key, tail)
    void tail.then(() => tails.get(key) === tail && tails.delete(key))
    return result
  }
}

const inLine = createQueue()

/**
 * Which line a save stands in. Payload saves a document in several statements, and two saves of one document at once (one
 * Swedish, one English) lose a language. SQLite without transactions: one line for all. MongoDB: one line per document.
 */
export const lineOf = (path: string, mongo: boolean): string => {
  if (!mongo) return 'all'
  const [, , first, second, third] = path.split('/')
  return first === 'globals' ? `globals/${second}` : `${first}/${second === 'versions' ? third : (second ?? '')}`
}

// Signing in hashes for long and saves a user in one statement, so it need not stand in line; the desk's questions save nothing.
const unqueued = /^\/api\/(signup$|users\/(login|logout|refresh-token|me|forgot-password)$|mails|desk\/(find|preview)$)/

/** Lets requests that write to the API wait for their turn, until the one before has been answered. */
export const queueWrites: RequestHandler = (req, res, next) => {
  const reads = req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS'
  if (reads || unqueued.test(req.path)) return next()
  void inLine(lineOf(req.path, usesMongo), () => {
    const answered = new Promise<void>((resolve) => res.once('close', resolve))
    next()
    return answered
  })
}

/** Lets a save that no request asked for stand in the same line as those that one did. Never call it within a request. */
export const saveInLine = <Result>(collection: string, id: string, save: () => Promise<Result>): Promise<Result> =>
  inLine(lineOf(`/api/${collection}/${id}`, usesMongo), save)
