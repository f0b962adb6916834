import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** A file of the project: its path from the root, and its text. */
export interface Source {
  path: string
  text: string
}

const readText = (file: string) =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EISDIR') return '\0' // removed but not committed yet; a link to a folder
    throw error
  })

/** Every text file that git tracks or would track. A file that is binary or gone is left out. */
export const readSources = async (root: string): Promise<Source[]> => {
  const { stdout } = await execute('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    maxBuffer: 64_000_000,
  })
  const sources = await Promise.all(
    stdout
      .split('\0')
      .filter((path) => path !== '')
      .map(async (path) => ({ path, text: await readText(join(root, path)) })),
  )
  return sources.filter(({ text }) => !text.includes('\0'))
}
