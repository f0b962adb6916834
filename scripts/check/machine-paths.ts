import { homedir } from 'node:os'
import { dirname } from 'node:path'
import { readSources, type Source } from './sources.ts'

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Where people's own files lie on the usual systems, and where this copy of the project lies. */
const personalPlaces = (root: string) => {
  const usual = ['/home/[a-z]', '/Users/[A-Za-z]', String.raw`[A-Z]:\\Users\\`]
  const own = [root, dirname(root), homedir()]
    .filter((place) => place.length > 1)
    .map((place) => `${escaped(place)}/[a-z]`)
  return new RegExp(`(?<![a-zA-Z0-9.])(?:${[...usual, ...own].join('|')})`)
}

/** Lines that name a place on somebody's machine, which means nothing on another. */
export const machinePathsIn = (sources: Source[], root: string): string[] => {
  const places = personalPlaces(root)
  return sources.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line, index) => ({ line, number: index + 1 }))
      .filter(({ line }) => places.test(line))
      .map(({ line, number }) => `${path}:${number} names a place on one machine: ${line.trim().slice(0, 100)}`),
  )
}

/** Looks through every file of the project. */
export const checkMachinePaths = async (root: string): Promise<string[]> =>
  machinePathsIn(await readSources(root), root)
