/**
 * `npm run generate`: writes what Payload derives from its configuration: the types and the admin's import map.
 * `npm run generate -- migration add-events`: also writes the SQLite migration from the last committed schema to this one.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const cms = resolve(import.meta.dirname, '../cms')
const migrations = join(cms, 'src/migrations')

/** Payload writes migrations for a bundler; Node runs ours as they are, so types are imported as types and files by name. */
const makeRunnable = async (): Promise<void> => {
  const files = (await readdir(migrations)).filter((file) => /^\d{8}_\d{6}.*\.ts$/.test(file)).toSorted()
  for (const file of files) {
    const text = await readFile(join(migrations, file), 'utf8')
    const mended = text
      .replace(
        /^import \{ MigrateUpArgs, MigrateDownArgs, sql \} from '@payloadcms\/db-sqlite'\n/m,
        "import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'\n",
      )
      .replace(/\{ db, payload, req \}/g, '{ db }')
    await writeFile(join(migrations, file), mended)
    const snapshot = join(migrations, file.replace(/\.ts$/, '.json'))
    await writeFile(snapshot, `${JSON.stringify(JSON.parse(await readFile(snapshot, 'utf8')))}\n`)
  }
  const names = files.map((file) => file.replace(/\.ts$/, ''))
  await writeFile(
    join(migrations, 'index.ts'),
    [
      ...names.map((name, index) => `import * as migration${index + 1} from './${name}.ts'`),
      '',
      '/** The history of the SQLite schema, oldest first. Never edit one that has been released. */',
      'export const migrations = [',
      ...names.map(
        (name, index) => `  { name: '${name}', up: migration${index + 1}.up, down: migration${index + 1}.down },`,
      ),
      ']',
      '',
    ].join('\n'),
  )
}

const types = join(cms, 'src/payload-types.ts')

/** Ids are numbers on SQLite and strings on MongoDB; the types made from the one must fit the other too. */
const makeIdsOpaque = async (): Promise<void> => {
  const text = await readFile(types, 'utf8')
  await writeFile(
    types,
    text
      .replace(/\bid: number;/g, 'id: string | number;')
      .replace(/\bdefaultIDType: number;/g, 'defaultIDType: string | number;')
      .replace(/(?<!string \| )\bnumber \| ([A-Z])/g, 'string | number | $1')
      .replace(/\(number \| /g, '(string | number | '),
  )
}

const dataDirectory = await mkdtemp(join(tmpdir(), 'klusterwebb-generate-'))
Object.assign(process.env, {
  DATA_DIR: dataDirectory,
  PAYLOAD_SECRET: 'only-for-generating-files-never-for-running',
  SITE_KEY: 'only-for-generating-files-never-for-running',
  ROOT_DIR: cms,
})
delete process.env['DATABASE_URL']

const { generateImportMap, getPayload } = await import('payload')
const { generateTypes } = await import('payload/node')
const config = await (await import('../cms/src/payload.config.ts')).default

await generateTypes(config)
await makeIdsOpaque()
await generateImportMap(config, { force: true, log: true })
const [kind, name] = process.argv.slice(2)
if (kind === 'migration' && name) {
  const payload = await getPayload({ config })
  await payload.db.createMigration({ payload, migrationName: name, forceAcceptWarning: true })
  await makeRunnable()
}
await rm(dataDirectory, { recursive: true })
process.exit(0)
