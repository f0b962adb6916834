import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`scheduled_changes\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`document_title\` text,
  	\`collection_slug\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`language\` text NOT NULL,
  	\`action\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`status\` text DEFAULT 'waiting' NOT NULL,
  	\`requested_by_id\` text,
  	\`requested_by\` text,
  	\`lease_until\` text,
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`finished_at\` text,
  	\`reason\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`scheduled_changes_collection_slug_idx\` ON \`scheduled_changes\` (\`collection_slug\`);`)
  await db.run(sql`CREATE INDEX \`scheduled_changes_document_id_idx\` ON \`scheduled_changes\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`scheduled_changes_at_idx\` ON \`scheduled_changes\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`scheduled_changes_status_idx\` ON \`scheduled_changes\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`scheduled_changes_updated_at_idx\` ON \`scheduled_changes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`scheduled_changes_created_at_idx\` ON \`scheduled_changes\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`release_requests\` ADD \`also\` text;`)
  await db.run(sql`ALTER TABLE \`release_requests\` ADD \`force\` integer;`)
  await db.run(sql`ALTER TABLE \`release_requests\` ADD \`changed\` numeric;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`scheduled_changes\`;`)
  await db.run(sql`ALTER TABLE \`release_requests\` DROP COLUMN \`also\`;`)
  await db.run(sql`ALTER TABLE \`release_requests\` DROP COLUMN \`force\`;`)
  await db.run(sql`ALTER TABLE \`release_requests\` DROP COLUMN \`changed\`;`)
}
