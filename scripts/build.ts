import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

/** What is built before a start: the compiled pages that the renderer runs, and the admin UI. */
const builtParts = ['renderer', 'admin'] as const
export type BuiltPart = (typeof builtParts)[number]

interface Recipe {
  name: string // as a person reads it
  directory: string // where the command runs
  command: string[]
  environment: Record<string, string>
  output: string // removed before, so that nothing old is left in it; `keep` in it stays
  keep?: string
  inputs: string[] // files and patterns that decide the result; tests do not
}

const everyPart = ['package-lock.json', 'tsconfig.json', 'shared/package.json', 'shared/src/**/*']

const recipes: Record<BuiltPart, Recipe> = {
  renderer: {
    name: 'the pages',
    directory: 'site',
    command: ['astro', 'build'],
    environment: { RENDERER: '1', ASTRO_TELEMETRY_DISABLED: '1' },
    output: 'site/dist/renderer',
    inputs: [...everyPart, 'site/*.{json,ts}', 'site/public/**/*', 'site/src/**/*'],
  },
  admin: {
    name: 'the admin UI',
    directory: 'cms',
    command: ['next', 'build'],
    environment: {
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      // Next evaluates the configuration while it builds; none of these ends up in what is built.
      DATABASE_URL: '',
      PAYLOAD_SECRET: 'only-for-building-never-for-running',
      SITE_KEY: 'only-for-building-never-for-running',
    },
    output: 'cms/.next',
    keep: 'cache',
    inputs: [...everyPart, 'cms/*.{json,ts,mjs}', 'cms/src/**/*'],
  },
}

const isInput = (file: string) =>
  !/(\.test\.tsx?|\.md|\.tsbuildinfo|next-env\.d\.ts)$/.test(file) && !file.includes('/node_modules/')

/** One hash over the names and contents of all files that a part is made from. */
export const hashOfInputs = async (directory: string, inputs: string[]): Promise<string> => {
  const files: string[] = []
  for await (const entry of glob(inputs, { cwd: directory, withFileTypes: true })) {
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name))
  }
  const hash = createHash('sha256')
  for (const file of files.filter(isInput).toSorted()) {
    hash.update(`${file.slice(directory.length)}\0`).update(await readFile(file))
  }
  return hash.digest('hex')
}

const run = async (recipe: Recipe): Promise<void> => {
  const [command = '', ...argumentsOfIt] = recipe.command
  const child = spawn(join(root, 'node_modules/.bin', command), argumentsOfIt, {
    cwd: join(root, recipe.directory),
    env: { ...process.env, ...recipe.environment, PATH: `${join(root, 'node_modules/.bin')}:${process.env['PATH']}` },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  let said = ''
  child.stdout.on('data', (data) => (said += String(data)))
  child.stderr.on('data', (data) => (said += String(data)))
  const code = await new Promise<number | null>((resolveCode, reject) =>
    child.on('error', reject).on('close', resolveCode),
  )
  if (code !== 0) throw new Error(`${said.trim()}\nBuilding ${recipe.name} failed, so there is nothing new to run.`)
}

/** Empties the output but for its cache, so that a build that fails half-way cannot be taken for a whole one. */
const empty = async ({ output, keep }: Recipe) => {
  for await (const entry of glob('*', { cwd: join(root, output), withFileTypes: true })) {
    if (entry.name !== keep) await rm(join(entry.parentPath, entry.name), { recursive: true, force: true })
  }
  await rm(join(root, output, '.built-from'), { force: true })
}

const ensurePart = async (part: BuiltPart): Promise<void> => {
  const started = Date.now()
  const recipe = recipes[part]
  const mark = join(root, recipe.output, '.built-from')
  const hash = await hashOfInputs(root, recipe.inputs)
  if (existsSync(mark) && (await readFile(mark, 'utf8')) === hash) return
  console.log(`Building ${recipe.name} …`)
  await empty(recipe)
  await run(recipe)
  await writeFile(mark, hash)
  console.log(`Built ${recipe.name} in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
}

/**
 * Builds what is missing or was made from other sources than those that lie here now; an unchanged tree costs a few
 * milliseconds. Throws with what the build tool said when it fails.
 */
export const ensureBuilt = async (parts: readonly BuiltPart[] = builtParts): Promise<void> => {
  for (const part of parts) await ensurePart(part)
}

if (import.meta.main) {
  try {
    await ensureBuilt()
    console.log('The pages and the admin UI are built from the sources as they are now.')
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
