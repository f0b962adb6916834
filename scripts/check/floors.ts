import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const floorsSchema = z.record(z.string(), z.object({ floor: z.array(z.string()).min(1), because: z.string() }))
/** The lowest version of each package that we accept: one for each major version that is accepted at all. */
export type Floors = z.infer<typeof floorsSchema>

const lockfileSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), resolved: z.string().optional(), link: z.boolean().optional() }),
  ),
})
export type Lockfile = z.infer<typeof lockfileSchema>

const numbersOf = (version: string) => version.split('-', 1).join().split('.').map(Number)
const majorOf = (version: string) => numbersOf(version)[0] ?? 0

/** Is a version at least another? A pre-release counts as older than its release. `10.0.9 ≥ 9.1.1` => true */
export const isAtLeast = (version: string, floor: string): boolean => {
  const [ours, wanted] = [numbersOf(version), numbersOf(floor)]
  for (let place = 0; place < 3; place++) {
    const difference = (ours[place] ?? 0) - (wanted[place] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return !version.includes('-') || floor.includes('-')
}

const isAccepted = (version: string, floor: string[]) =>
  floor.some((lowest) => majorOf(lowest) === majorOf(version) && isAtLeast(version, lowest)) ||
  floor.every((lowest) => majorOf(version) > majorOf(lowest))

/** `node_modules/a/node_modules/@b/c` => `@b/c` */
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

const floorOf = (name: string, floors: Floors) => floors[name] ?? floors[`${name.split('/', 1).join()}/*`]

/** Every copy of a package in the lockfile that is below its floor, and every download address in it. */
export const problemsOfLockfile = (lockfile: Lockfile, floors: Floors): string[] =>
  Object.entries(lockfile.packages).flatMap(([path, { version, resolved, link }]) => {
    const problems: string[] = []
    const name = nameOf(path)
    const rule = path.includes('node_modules/') ? floorOf(name, floors) : undefined
    if (rule && version && !isAccepted(version, rule.floor)) {
      problems.push(
        `${path} is ${version}, and ${name} must be at least ${rule.floor.join(' or ')}: ${rule.because}. ` +
          'Raise it in package.json, or under "overrides" when another package asks for it.',
      )
    }
    if (resolved && !link) {
      problems.push(
        `${path} names a download address in package-lock.json. .npmrc leaves them out; run npm install again.`,
      )
    }
    return problems
  })

/** Holds package-lock.json against security/floors.json. */
export const checkFloors = async (root: string): Promise<string[]> => {
  const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(join(root, file), 'utf8'))
  return problemsOfLockfile(
    lockfileSchema.parse(await read('package-lock.json')),
    floorsSchema.parse(await read('security/floors.json')),
  )
}
