import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`pages_blocks_questions_questions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`question\` text,
  	\`answer\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages_blocks_questions\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_questions_questions_order_idx\` ON \`pages_blocks_questions_questions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_questions_questions_parent_id_idx\` ON \`pages_blocks_questions_questions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_questions_questions_locale_idx\` ON \`pages_blocks_questions_questions\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`pages_blocks_questions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`heading\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`pages_blocks_questions_order_idx\` ON \`pages_blocks_questions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_questions_parent_id_idx\` ON \`pages_blocks_questions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_questions_path_idx\` ON \`pages_blocks_questions\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`pages_blocks_questions_locale_idx\` ON \`pages_blocks_questions\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_questions_questions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`question\` text,
  	\`answer\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v_blocks_questions\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_questions_questions_order_idx\` ON \`_pages_v_blocks_questions_questions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_questions_questions_parent_id_idx\` ON \`_pages_v_blocks_questions_questions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_questions_questions_locale_idx\` ON \`_pages_v_blocks_questions_questions\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_pages_v_blocks_questions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`heading\` text,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_pages_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_questions_order_idx\` ON \`_pages_v_blocks_questions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_questions_parent_id_idx\` ON \`_pages_v_blocks_questions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_questions_path_idx\` ON \`_pages_v_blocks_questions\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`_pages_v_blocks_questions_locale_idx\` ON \`_pages_v_blocks_questions\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`behind_texts\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`key\` text NOT NULL,
  	\`collection_slug\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`document_title\` text,
  	\`language\` text NOT NULL,
  	\`since\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`behind_texts_key_idx\` ON \`behind_texts\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`behind_texts_document_id_idx\` ON \`behind_texts\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`behind_texts_updated_at_idx\` ON \`behind_texts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`behind_texts_created_at_idx\` ON \`behind_texts\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`pages_blocks_quote\` ADD \`language\` text;`)
  await db.run(sql`ALTER TABLE \`_pages_v_blocks_quote\` ADD \`language\` text;`)
  await db.run(sql`ALTER TABLE \`news\` ADD \`event_starts_at\` text;`)
  await db.run(sql`ALTER TABLE \`news\` ADD \`event_ends_at\` text;`)
  await db.run(sql`ALTER TABLE \`news_locales\` ADD \`event_place\` text;`)
  await db.run(sql`ALTER TABLE \`_news_v\` ADD \`version_event_starts_at\` text;`)
  await db.run(sql`ALTER TABLE \`_news_v\` ADD \`version_event_ends_at\` text;`)
  await db.run(sql`ALTER TABLE \`_news_v_locales\` ADD \`version_event_place\` text;`)
  await db.run(sql`ALTER TABLE \`quotes_locales\` ADD \`language\` text;`)
  await db.run(sql`ALTER TABLE \`_quotes_v_locales\` ADD \`version_language\` text;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`member_due_at\` text;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`member_fault\` text;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`logo\` text;`)
  await db.run(sql`CREATE INDEX \`signups_member_due_at_idx\` ON \`signups\` (\`member_due_at\`);`)
  await db.run(sql`ALTER TABLE \`release_requests\` ADD \`dropped\` numeric;`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`theme\` text;`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`typeface\` text;`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`language_rule\` text DEFAULT 'report';`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`pages_blocks_questions_questions\`;`)
  await db.run(sql`DROP TABLE \`pages_blocks_questions\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_questions_questions\`;`)
  await db.run(sql`DROP TABLE \`_pages_v_blocks_questions\`;`)
  await db.run(sql`DROP TABLE \`behind_texts\`;`)
  await db.run(sql`DROP INDEX \`signups_member_due_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`member_due_at\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`member_fault\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`logo\`;`)
  await db.run(sql`ALTER TABLE \`pages_blocks_quote\` DROP COLUMN \`language\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v_blocks_quote\` DROP COLUMN \`language\`;`)
  await db.run(sql`ALTER TABLE \`news\` DROP COLUMN \`event_starts_at\`;`)
  await db.run(sql`ALTER TABLE \`news\` DROP COLUMN \`event_ends_at\`;`)
  await db.run(sql`ALTER TABLE \`news_locales\` DROP COLUMN \`event_place\`;`)
  await db.run(sql`ALTER TABLE \`_news_v\` DROP COLUMN \`version_event_starts_at\`;`)
  await db.run(sql`ALTER TABLE \`_news_v\` DROP COLUMN \`version_event_ends_at\`;`)
  await db.run(sql`ALTER TABLE \`_news_v_locales\` DROP COLUMN \`version_event_place\`;`)
  await db.run(sql`ALTER TABLE \`quotes_locales\` DROP COLUMN \`language\`;`)
  await db.run(sql`ALTER TABLE \`_quotes_v_locales\` DROP COLUMN \`version_language\`;`)
  await db.run(sql`ALTER TABLE \`release_requests\` DROP COLUMN \`dropped\`;`)
  await db.run(sql`ALTER TABLE \`site_settings\` DROP COLUMN \`theme\`;`)
  await db.run(sql`ALTER TABLE \`site_settings\` DROP COLUMN \`typeface\`;`)
  await db.run(sql`ALTER TABLE \`site_settings\` DROP COLUMN \`language_rule\`;`)
}
