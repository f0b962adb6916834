/** `npm run bench -- [what …] [--json FILE]`: measures in directories of its own and leaves nothing behind. */
import { parseArgs } from 'node:util'
import { type Figure, printFigures, writeFigures } from './bench/figure.ts'

const benches: Record<string, () => Promise<{ measure: () => Promise<Figure[]> }>> = {
  start: () => import('./bench/start.ts'),
  signup: () => import('./bench/signup.ts'),
  register: () => import('./bench/register.ts'),
  site: () => import('./bench/site.ts'),
  pages: () => import('./bench/pages.ts'),
  serve: () => import('./bench/serve.ts'),
  render: () => import('./bench/render.ts'),
  publish: () => import('./bench/publish.ts'),
  desk: () => import('./bench/desk.ts'),
  search: () => import('./bench/search.ts'),
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } })
const unknown = positionals.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`There is no benchmark "${unknown.join('", "')}". There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}

const figures: Figure[] = []
for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
  console.log(`Measuring ${name} …`)
  const bench = await benches[name]?.()
  figures.push(...((await bench?.measure()) ?? []))
}
printFigures(figures)
if (values.json) await writeFigures(values.json, figures)
process.exit(figures.every((figure) => figure.met !== false) ? 0 : 1)
