/** `npm run drills -- [name …]`: fails parts of the product on purpose and tells, with figures, what visitors and editors lost. */
import { type Drill, NotRunError } from '../tests/drills/drill.ts'
import { ensureBuilt } from './build.ts'

const drills: Record<string, () => Promise<Drill>> = {
  kill: async () => (await import('../tests/drills/kill-while-publishing.ts')).killWhilePublishing,
  editors: async () => (await import('../tests/drills/many-editors.ts')).manyEditors,
}

const names = process.argv.slice(2)
const unknown = names.filter((name) => !(name in drills))
if (unknown.length > 0) {
  console.error(`There is no drill "${unknown.join('", "')}". There are: ${Object.keys(drills).join(', ')}.`)
  process.exit(2)
}

/** True when nothing was lost, and when the drill would have seen it. */
const isPassed = async ({ title, checkChecker, run }: Drill): Promise<boolean> => {
  console.log(`\n${title}`)
  try {
    const unseen = await checkChecker()
    for (const fault of unseen) console.log(`  the drill itself is broken: ${fault}`)
    const { figures, faults } = await run()
    for (const [name, figure] of Object.entries(figures)) console.log(`  ${name}: ${figure}`)
    for (const fault of faults.slice(0, 20)) console.log(`  FAULT: ${fault}`)
    const passed = unseen.length === 0 && faults.length === 0
    console.log(passed ? '  PASSED' : `  FAILED, ${faults.length} faults`)
    return passed
  } catch (error) {
    if (error instanceof NotRunError) {
      console.log(`  NOT RUN: ${error.message}`)
      return true
    }
    console.log(`  FAILED: ${error instanceof Error ? error.message : String(error)}`)
    return false
  }
}

await ensureBuilt()
let passed = true
for (const name of names.length > 0 ? names : Object.keys(drills)) {
  const drill = await drills[name]?.()
  if (drill && !(await isPassed(drill))) passed = false
}
process.exit(passed ? 0 : 1)
