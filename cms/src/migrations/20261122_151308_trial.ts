import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`release_requests\` ADD \`also\` text;`)
  await db.run(sql`ALTER TABLE \`release_requests\` ADD \`force\` integer;`)
  await db.run(sql`ALTER TABLE \`release_requests\` ADD \`changed\` numeric;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`release_requests\` DROP COLUMN \`also\`;`)
  await db.run(sql`ALTER TABLE \`release_requests\` DROP COLUMN \`force\`;`)
  await db.run(sql`ALTER TABLE \`release_requests\` DROP COLUMN \`changed\`;`)
}
