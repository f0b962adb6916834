import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** The processes that a process has started, with the command of each. */
export const childrenOf = async (pid: number): Promise<{ pid: number; command: string }[]> => {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,args='])
  return stdout.split('\n').flatMap((line) => {
    const [, child = '', parent = '', command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return Number(parent) === pid ? [{ pid: Number(child), command }] : []
  })
}

/** The renderer that a site's front has started, or undefined while there is none. */
export const rendererOf = async (frontPid: number): Promise<number | undefined> =>
  (await childrenOf(frontPid)).find(({ command }) => command.includes('renderer.ts'))?.pid
