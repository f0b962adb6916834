import { env } from './env.ts'
import { usesMongo } from './database.ts'

const codeOf = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'cause' in error ? codeOf(error.cause) : ''
}

/** Why the CMS could not start, in one sentence that says what to do; an unforeseen reason keeps its stack. */
export const explainStartFailure = (error: unknown): string => {
  const code = codeOf(error)
  const message = error instanceof Error ? error.message : String(error)
  if (code === 'EADDRINUSE') {
    return `Another program already uses the port of ${env.CMS_URL}. Stop it, or set CMS_URL to an address with a free port, and start again.`
  }
  if (
    ['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST'].includes(code) ||
    /readonly|unable to open database|SQLITE_CANTOPEN/i.test(`${code} ${message}`)
  ) {
    return `The directory ${env.DATA_DIR} cannot be written to. Give this user the right to write there, or set DATA_DIR to another directory, and start again.`
  }
  if (code === 'ENOSPC' || /SQLITE_FULL|disk is full/i.test(`${code} ${message}`)) {
    return `The disk of ${env.DATA_DIR} is full. Make room there, or set DATA_DIR to a directory on another disk, and start again.`
  }
  if (
    usesMongo &&
    /MongooseServerSelectionError|ECONNREFUSED|ENOTFOUND|ReplicaSetNoPrimary|Server selection timed out|setName|replica/i.test(
      `${code} ${message}`,
    )
  ) {
    return 'The MongoDB named by DATABASE_URL cannot be reached as a replica set. Check that it runs, that the address is right and that the name after replicaSet= is that of the set (rs.status() tells it), and start again.'
  }
  return error instanceof Error ? (error.stack ?? message) : message
}
