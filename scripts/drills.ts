/**
 * The drills in full: what goes wrong on purpose, and what visitors and editors meet. `npm run drills -- kills` runs the files
 * of that name only, `npm run drills -- mongodb` or `-- sqlite` those on one database. Each tells what it measured, and PASSED,
 * FAILED or NOT RUN. `npm test` runs short versions.
 */
import { resolve } from 'node:path'
import { type TestCase, startVitest } from 'vitest/node'
import { findMongod } from '../tests/support/mongod.ts'
import { ensureBuilt } from './build.ts'

const root = resolve(import.meta.dirname, '..')
const longRun = { DRILLS: 'long', INCREMENTAL_SECONDS: '600' }
// They kill or draw more in `npm run drills` than in `npm test`.
const longerHere = ['tests/publishing/incremental.test.ts', 'tests/membership/register.test.ts']

const databases: Record<string, string[]> = { sqlite: ['drills', 'sqlite'], mongodb: ['mongodb'] }

const verdictOn = (test: TestCase): string => {
  const { state } = test.result()
  if (state === 'passed') return 'PASSED'
  return state === 'skipped' ? 'NOT RUN' : 'FAILED'
}

const reportOn = (test: TestCase): string => {
  const { figures = [], notRun } = test.meta()
  const seconds = Math.round((test.diagnostic()?.duration ?? 0) / 1000)
  const told = [...(notRun ? [notRun] : []), ...figures].map((line) => `    ${line}`)
  return [`${verdictOn(test).padEnd(8)} ${test.name}, ${test.project.name} (${seconds} s)`, ...told].join('\n')
}

const words = process.argv.slice(2)
const named = words.filter((word) => databases[word])
const wanted = named.length > 0 ? named : Object.keys(databases)
const names = words.filter((word) => !databases[word])

Object.assign(process.env, { ...longRun, ...process.env })
const mongod = wanted.includes('mongodb') ? await findMongod() : undefined
if (mongod) process.env['MONGOMS_SYSTEM_BINARY'] = mongod
const runnable = wanted.filter((database) => database !== 'mongodb' || mongod)

const reports: string[] = []
let failed = 0
for (const database of runnable) {
  await ensureBuilt(['renderer'])
  const vitest = await startVitest(names.length > 0 ? names : ['tests/drills', ...longerHere], {
    root,
    config: resolve(root, 'vitest.config.ts'),
    project: databases[database] ?? [],
    watch: false,
    maxWorkers: 1, // what is measured must not be outrun
    passWithNoTests: true,
    reporters: ['default'],
  })
  const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()])
  failed += tests.filter((test) => verdictOn(test) === 'FAILED').length + vitest.state.getUnhandledErrors().length
  reports.push(...tests.map(reportOn))
  await vitest.close()
}
if (runnable.length < wanted.length)
  reports.push('NOT RUN  on MongoDB: there is no mongod to be found; MONGOMS_SYSTEM_BINARY may name one.')
console.log(`\n${reports.join('\n')}`)
process.exit(failed > 0 || reports.length === 0 ? 1 : 0)
