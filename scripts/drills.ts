/**
 * The drills in full: what goes wrong on purpose, and what visitors and editors meet. `npm run drills -- kills` runs the file
 * of that name only. Each tells what it measured, and PASSED, FAILED or NOT RUN. `npm test` runs short versions.
 */
import { resolve } from 'node:path'
import { type TestCase, startVitest } from 'vitest/node'
import { ensureBuilt } from './build.ts'

const root = resolve(import.meta.dirname, '..')
const longRun = { DRILLS: 'long', INCREMENTAL_SECONDS: '600' }
// They kill or draw more in `npm run drills` than in `npm test`.
const longerHere = ['tests/publishing/incremental.test.ts', 'tests/membership/register.test.ts']

const verdictOn = (test: TestCase): string => {
  const { state } = test.result()
  if (state === 'passed') return 'PASSED'
  return state === 'skipped' ? 'NOT RUN' : 'FAILED'
}

const reportOn = (test: TestCase): string => {
  const { figures = [], notRun } = test.meta()
  const seconds = Math.round((test.diagnostic()?.duration ?? 0) / 1000)
  const told = [...(notRun ? [notRun] : []), ...figures].map((line) => `    ${line}`)
  return [`${verdictOn(test).padEnd(8)} ${test.name} (${seconds} s)`, ...told].join('\n')
}

Object.assign(process.env, { ...longRun, ...process.env })
await ensureBuilt(['renderer'])
const names = process.argv.slice(2)
const vitest = await startVitest(names.length > 0 ? names : ['tests/drills', ...longerHere], {
  root,
  config: resolve(root, 'vitest.config.ts'),
  project: ['drills', 'sqlite'],
  watch: false,
  reporters: ['default'],
})
const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()])
const failed = tests.filter((test) => verdictOn(test) === 'FAILED').length + vitest.state.getUnhandledErrors().length
await vitest.close()
console.log(`\n${tests.map(reportOn).join('\n')}`)
process.exit(failed > 0 || tests.length === 0 ? 1 : 0)
