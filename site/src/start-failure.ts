import { SettingsError } from './env.ts'

const sentences: Record<string, string> = {
  EADDRINUSE:
    'Something else already uses the port of the site. End it, or set PORT to another number, and start again.',
  EACCES: 'This user may not do that: either write to DATA_DIR or listen on PORT. Choose another one and start again.',
  EADDRNOTAVAIL:
    'This machine does not have the address in HOST. Set it to 127.0.0.1 or to an address it has, and start again.',
  ENOSPC: 'The disk of DATA_DIR is full. Free some space and start again.',
  EPERM: 'DATA_DIR cannot be written to. Set it to another directory and start again.',
  EROFS: 'DATA_DIR is on a disk that cannot be written to. Set it to another directory and start again.',
  ENOTDIR: 'DATA_DIR is not a directory. Set it to one and start again.',
  EEXIST: 'DATA_DIR is not a directory. Set it to one and start again.',
}

/** Says in one sentence why the site did not start and what to do; what is unforeseen is told in full. */
export const explainStartFailure = (error: unknown): string => {
  if (error instanceof SettingsError) return error.message
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return sentences[code] ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))
}
