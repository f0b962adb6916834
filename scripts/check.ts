import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { checkFloors } from './check/floors.ts'
import { checkMachinePaths } from './check/machine-paths.ts'
import { sameInBothLanguages } from './check/same-in-both-languages.ts'
import { readSources } from './check/sources.ts'
import { problemsBetween, readSentences, unusedIn } from './check/translations.ts'

const root = resolve(import.meta.dirname, '..')

/** Runs a tool of node_modules; what it said is the problem when it ends with anything but 0. */
const tool =
  (command: string, ...options: string[]) =>
  () =>
    new Promise<string[]>((resolveProblems) => {
      const child = spawn(join(root, 'node_modules/.bin', command), options, {
        cwd: root,
        env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' },
        stdio: ['ignore', 'pipe', 'pipe'],
        shell: process.platform === 'win32',
      })
      let said = ''
      child.stdout.on('data', (data) => (said += String(data)))
      child.stderr.on('data', (data) => (said += String(data)))
      child.on('error', (error) => resolveProblems([error.message]))
      child.on('close', (code) => resolveProblems(code === 0 ? [] : [said.trim()]))
    })

const checkTranslations = async (): Promise<string[]> => {
  const sources = (await readSources(root)).filter(
    ({ path }) =>
      /^(shared|cms|site|scripts)\/.*\.(ts|tsx|astro|mjs)$/.test(path) && !/\/translations\/(sv|en)\//.test(path),
  )
  const sv = await readSentences(root, 'sv')
  return [
    ...problemsBetween(sv, await readSentences(root, 'en'), sameInBothLanguages),
    ...unusedIn(Object.keys(sv), sources).map((key) => `${key} is said nowhere. Remove it in both languages.`),
  ]
}

/** Every check by the name that `npm run check -- <name>` takes, in the order of the report. */
const checks: Record<string, () => Promise<string[]>> = {
  format: tool('prettier', '--check', '--log-level', 'warn', '.'),
  lint: tool('oxlint', '--deny-warnings'),
  'types-shared': tool('tsc', '-p', 'shared'),
  'types-cms': tool('tsc', '-p', 'cms', '--noEmit'),
  'types-site': tool('astro', 'check', '--root', 'site', '--minimumFailingSeverity', 'warning'),
  'types-scripts-and-tests': tool('tsc', '-p', '.'),
  'dead-code': tool('knip', '--no-progress'),
  translations: checkTranslations,
  floors: () => checkFloors(root),
  'machine-paths': () => checkMachinePaths(root),
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !Object.keys(checks).some((check) => check.startsWith(name)))
if (unknown) {
  console.error(`There is no check "${unknown}". There are: ${Object.keys(checks).join(', ')}.`)
  process.exit(1)
}

let failed = 0
const chosen = Object.entries(checks).filter(
  ([name]) => asked.length === 0 || asked.some((start) => name.startsWith(start)),
)
for (const [name, check] of chosen) {
  const started = Date.now()
  const problems = await check().catch((error: unknown) => [error instanceof Error ? error.message : String(error)])
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`${problems.length === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (problems.length > 0) {
    failed += 1
    console.log(problems.join('\n').replace(/^/gm, '    '))
  }
}
console.log(`${chosen.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
