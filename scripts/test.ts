/**
 * The whole suite: unit, integration on SQLite and on MongoDB, start-up, browser. `npm test -- unit` runs a part,
 * `npm test -- sqlite tests/membership` only some files of one, `npm test -- browser -t visitor` only tests so named.
 */
import { resolve } from 'node:path'
import { createVitest, startVitest, type TestModule, type Vitest } from 'vitest/node'
import { makeExampleOnMongo, makeExampleOnSqlite } from '../tests/support/make-example.ts'
import { findMongod, mongodEnded } from '../tests/support/mongod.ts'
import { type BuiltPart, ensureBuilt } from './build.ts'

const root = resolve(import.meta.dirname, '..')

const projectNames = ['unit', 'sqlite', 'mongodb', 'start', 'browser', 'drills'] as const
type ProjectName = (typeof projectNames)[number]
const parts: Record<string, ProjectName[]> = {
  unit: ['unit'],
  integration: ['sqlite', 'mongodb', 'start'],
  sqlite: ['sqlite'],
  mongodb: ['mongodb'],
  start: ['start'],
  browser: ['browser'],
  drills: ['drills'],
}

/** What the command line asks for: which projects, which files, which names. */
const readRequest = (words: string[]) => {
  const asked: ProjectName[] = []
  const files: string[] = []
  let names: string | undefined
  for (let place = 0; place < words.length; place += 1) {
    const word = words[place] ?? ''
    if (word === '-t') names = words[(place += 1)]
    else if (parts[word]) asked.push(...parts[word])
    else files.push(word)
  }
  return { projects: asked.length > 0 ? [...new Set(asked)] : [...projectNames], files, names }
}

const needs: Record<ProjectName, BuiltPart[]> = {
  unit: [],
  sqlite: ['renderer'],
  mongodb: ['renderer'],
  start: ['renderer', 'admin'],
  browser: ['renderer', 'admin'],
  drills: ['renderer'],
}

interface Sum {
  passed: number
  failed: number
  skipped: number
}

/** A file that could not be read counts as one failure, and so does an error outside all tests. */
const sumOf = (modules: TestModule[], errorsOutside: number): Sum => {
  const sum: Sum = { passed: 0, failed: errorsOutside, skipped: 0 }
  for (const module of modules) {
    const tests = [...module.children.allTests()]
    const failedTests = tests.filter((test) => test.result().state === 'failed').length
    sum.passed += tests.filter((test) => test.result().state === 'passed').length
    sum.skipped += tests.filter((test) => test.result().state === 'skipped').length
    sum.failed += failedTests + (module.state() === 'failed' && failedTests === 0 ? 1 : 0)
  }
  return sum
}

const configuration = (projects: ProjectName[], names: string | undefined) => ({
  root,
  config: resolve(root, 'vitest.config.ts'),
  project: projects,
  watch: false,
  passWithNoTests: true,
  ...(names === undefined ? {} : { testNamePattern: names }),
})

/** The tests that would run, had there been a MongoDB. */
const countTests = async (projects: ProjectName[], files: string[], names: string | undefined): Promise<number> => {
  const vitest = await createVitest(configuration(projects, names))
  const { testModules } = await vitest.collect(files)
  await vitest.close()
  return testModules.reduce((count, module) => count + [...module.children.allTests()].length, 0)
}

interface Outcome {
  modules: TestModule[]
  errorsOutside: number
}

const runOnce = async (projects: ProjectName[], files: string[], names: string | undefined): Promise<Outcome> => {
  process.exitCode = undefined
  const vitest: Vitest = await startVitest(files, configuration(projects, names))
  const modules = vitest.state.getTestModules()
  const errorsOutside = vitest.state.getUnhandledErrors().length
  await vitest.close()
  // What went wrong before any test could run, such as a server that did not start, is known only by the exit code.
  const isSilent = sumOf(modules, errorsOutside).failed === 0
  return { modules, errorsOutside: isSilent && process.exitCode ? 1 : errorsOutside }
}

/** Runs them together. When mongod itself ended in the middle, its tests say nothing of ours, and are run once more. */
const runTests = async (projects: ProjectName[], files: string[], names: string | undefined): Promise<Sum> => {
  const built = ['renderer', 'admin'] as const
  await ensureBuilt(built.filter((part) => projects.some((name) => needs[name].includes(part))))
  // Each takes half a minute of one core the first time; the projects would make them one after the other.
  const isOnSqlite = projects.some((name) => ['sqlite', 'browser', 'drills'].includes(name))
  await Promise.all([isOnSqlite && makeExampleOnSqlite(), projects.includes('mongodb') && makeExampleOnMongo()])
  const { modules, errorsOutside } = await runOnce(projects, files, names)
  const onMongo = modules.filter(({ project }) => project.name === 'mongodb')
  const ending = process.env[mongodEnded]
  if (ending === undefined || sumOf(onMongo, 0).failed === 0) return sumOf(modules, errorsOutside)
  console.error(`\nThe mongod that the tests ran on ended by itself (${ending}). The MongoDB half is run once more.\n`)
  const again = await runOnce(['mongodb'], files, names)
  const others = modules.filter((module) => !onMongo.includes(module))
  return sumOf([...others, ...again.modules], errorsOutside + again.errorsOutside)
}

const { projects, files, names } = readRequest(process.argv.slice(2))
const mongod = projects.includes('mongodb') ? await findMongod() : undefined
if (mongod) process.env['MONGOMS_SYSTEM_BINARY'] = mongod
const runnable = projects.filter((name) => name !== 'mongodb' || mongod)

let sum: Sum = { passed: 0, failed: 0, skipped: 0 }
try {
  if (runnable.length > 0) sum = await runTests(runnable, files, names)
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error)
  sum.failed += 1
}
if (runnable.length < projects.length) {
  sum.skipped += await countTests(['mongodb'], files, names)
  console.error(
    '\nNOT RUN: the MongoDB half of the integration tests, because there is no mongod to be found. Put one on the PATH, ' +
      'or name it by MONGOMS_SYSTEM_BINARY=/where/it/is/mongod, and run `npm test -- mongodb`.',
  )
}
const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''
console.log(`\n${sum.passed} passed, ${sum.failed} failed${skipped}`)
process.exit(sum.failed > 0 || sum.passed === 0 ? 1 : 0)
