import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`signup_forms_blocks_field\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`required\` integer DEFAULT false,
  	\`label\` text,
  	\`help\` text,
  	\`show_when_name\` text,
  	\`show_when_is\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`signup_forms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`signup_forms_blocks_field_order_idx\` ON \`signup_forms_blocks_field\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`signup_forms_blocks_field_parent_id_idx\` ON \`signup_forms_blocks_field\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`signup_forms_blocks_field_path_idx\` ON \`signup_forms_blocks_field\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`signup_forms_blocks_field_locale_idx\` ON \`signup_forms_blocks_field\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`signup_forms_blocks_question_options\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`label\` text,
  	\`value\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`signup_forms_blocks_question\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`signup_forms_blocks_question_options_order_idx\` ON \`signup_forms_blocks_question_options\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`signup_forms_blocks_question_options_parent_id_idx\` ON \`signup_forms_blocks_question_options\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`signup_forms_blocks_question_options_locale_idx\` ON \`signup_forms_blocks_question_options\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`signup_forms_blocks_question\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`label\` text,
  	\`type\` text DEFAULT 'text',
  	\`required\` integer DEFAULT false,
  	\`help\` text,
  	\`key\` text,
  	\`show_when_name\` text,
  	\`show_when_is\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`signup_forms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`signup_forms_blocks_question_order_idx\` ON \`signup_forms_blocks_question\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`signup_forms_blocks_question_parent_id_idx\` ON \`signup_forms_blocks_question\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`signup_forms_blocks_question_path_idx\` ON \`signup_forms_blocks_question\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`signup_forms_blocks_question_locale_idx\` ON \`signup_forms_blocks_question\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`signup_forms_blocks_step\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`heading\` text,
  	\`introduction\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`signup_forms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`signup_forms_blocks_step_order_idx\` ON \`signup_forms_blocks_step\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`signup_forms_blocks_step_parent_id_idx\` ON \`signup_forms_blocks_step\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`signup_forms_blocks_step_path_idx\` ON \`signup_forms_blocks_step\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`signup_forms_blocks_step_locale_idx\` ON \`signup_forms_blocks_step\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`signup_forms_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`plans_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`signup_forms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`plans_id\`) REFERENCES \`plans\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`signup_forms_rels_order_idx\` ON \`signup_forms_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`signup_forms_rels_parent_idx\` ON \`signup_forms_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`signup_forms_rels_path_idx\` ON \`signup_forms_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`signup_forms_rels_plans_id_idx\` ON \`signup_forms_rels\` (\`plans_id\`);`)
  await db.run(sql`CREATE TABLE \`_signup_forms_v_blocks_field\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text,
  	\`required\` integer DEFAULT false,
  	\`label\` text,
  	\`help\` text,
  	\`show_when_name\` text,
  	\`show_when_is\` text,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_signup_forms_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_signup_forms_v_blocks_field_order_idx\` ON \`_signup_forms_v_blocks_field\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_signup_forms_v_blocks_field_parent_id_idx\` ON \`_signup_forms_v_blocks_field\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_signup_forms_v_blocks_field_path_idx\` ON \`_signup_forms_v_blocks_field\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`_signup_forms_v_blocks_field_locale_idx\` ON \`_signup_forms_v_blocks_field\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_signup_forms_v_blocks_question_options\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`label\` text,
  	\`value\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_signup_forms_v_blocks_question\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_signup_forms_v_blocks_question_options_order_idx\` ON \`_signup_forms_v_blocks_question_options\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_signup_forms_v_blocks_question_options_parent_id_idx\` ON \`_signup_forms_v_blocks_question_options\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_signup_forms_v_blocks_question_options_locale_idx\` ON \`_signup_forms_v_blocks_question_options\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_signup_forms_v_blocks_question\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`label\` text,
  	\`type\` text DEFAULT 'text',
  	\`required\` integer DEFAULT false,
  	\`help\` text,
  	\`key\` text,
  	\`show_when_name\` text,
  	\`show_when_is\` text,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_signup_forms_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_signup_forms_v_blocks_question_order_idx\` ON \`_signup_forms_v_blocks_question\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_signup_forms_v_blocks_question_parent_id_idx\` ON \`_signup_forms_v_blocks_question\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_signup_forms_v_blocks_question_path_idx\` ON \`_signup_forms_v_blocks_question\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`_signup_forms_v_blocks_question_locale_idx\` ON \`_signup_forms_v_blocks_question\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_signup_forms_v_blocks_step\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`_path\` text NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`heading\` text,
  	\`introduction\` text,
  	\`_uuid\` text,
  	\`block_name\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_signup_forms_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_signup_forms_v_blocks_step_order_idx\` ON \`_signup_forms_v_blocks_step\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_signup_forms_v_blocks_step_parent_id_idx\` ON \`_signup_forms_v_blocks_step\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_signup_forms_v_blocks_step_path_idx\` ON \`_signup_forms_v_blocks_step\` (\`_path\`);`)
  await db.run(sql`CREATE INDEX \`_signup_forms_v_blocks_step_locale_idx\` ON \`_signup_forms_v_blocks_step\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_signup_forms_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`plans_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_signup_forms_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`plans_id\`) REFERENCES \`plans\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_signup_forms_v_rels_order_idx\` ON \`_signup_forms_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_signup_forms_v_rels_parent_idx\` ON \`_signup_forms_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_signup_forms_v_rels_path_idx\` ON \`_signup_forms_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_signup_forms_v_rels_plans_id_idx\` ON \`_signup_forms_v_rels\` (\`plans_id\`);`)
  await db.run(sql`CREATE TABLE \`emails\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`to\` text,
  	\`kind\` text,
  	\`state\` text,
  	\`error\` text,
  	\`language\` text,
  	\`attempts\` numeric,
  	\`due_at\` text,
  	\`sent_at\` text,
  	\`signup\` text,
  	\`member\` text,
  	\`message_id\` text,
  	\`values\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`emails_to_idx\` ON \`emails\` (\`to\`);`)
  await db.run(sql`CREATE INDEX \`emails_signup_idx\` ON \`emails\` (\`signup\`);`)
  await db.run(sql`CREATE INDEX \`emails_member_idx\` ON \`emails\` (\`member\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`emails_message_id_idx\` ON \`emails\` (\`message_id\`);`)
  await db.run(sql`CREATE INDEX \`emails_updated_at_idx\` ON \`emails\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`emails_created_at_idx\` ON \`emails\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`state_dueAt_idx\` ON \`emails\` (\`state\`,\`due_at\`);`)
  await db.run(sql`CREATE TABLE \`members_contacts\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`roles\` text,
  	\`email\` text,
  	\`phone\` text,
  	\`is_main\` integer DEFAULT false,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`members_contacts_order_idx\` ON \`members_contacts\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`members_contacts_parent_id_idx\` ON \`members_contacts\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`members_contacts_email_idx\` ON \`members_contacts\` (\`email\`);`)
  await db.run(sql`CREATE TABLE \`members_locales\` (
  	\`presentation\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`members_locales_locale_parent_id_unique\` ON \`members_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`members_locales_parent_id_idx\` ON \`members_locales\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`members_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	\`locale\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`members_texts_order_parent\` ON \`members_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`members_texts_locale_parent\` ON \`members_texts\` (\`locale\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`member_history\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`member_id\` integer,
  	\`on\` text,
  	\`at\` text,
  	\`by\` text,
  	\`reason\` text,
  	\`source\` text,
  	\`key\` text,
  	\`changes\` text,
  	\`snapshot\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`member_id\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`member_history_member_idx\` ON \`member_history\` (\`member_id\`);`)
  await db.run(sql`CREATE INDEX \`member_history_on_idx\` ON \`member_history\` (\`on\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`member_history_key_idx\` ON \`member_history\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`member_history_updated_at_idx\` ON \`member_history\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`member_history_created_at_idx\` ON \`member_history\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`member_on_idx\` ON \`member_history\` (\`member_id\`,\`on\`);`)
  await db.run(sql`CREATE TABLE \`plans_fee_tables_tiers\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`up_to\` numeric,
  	\`amount\` numeric,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`plans_fee_tables\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`plans_fee_tables_tiers_order_idx\` ON \`plans_fee_tables_tiers\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`plans_fee_tables_tiers_parent_id_idx\` ON \`plans_fee_tables_tiers\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`plans_fee_tables\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`from\` text NOT NULL,
  	\`basis\` text DEFAULT 'fixed' NOT NULL,
  	\`amount\` numeric,
  	\`per_unit\` numeric,
  	\`minimum\` numeric,
  	\`maximum\` numeric,
  	\`tiers_by\` text DEFAULT 'employees',
  	\`proration\` text DEFAULT 'none' NOT NULL,
  	\`entry_stake\` numeric,
  	\`service_percent\` numeric DEFAULT 0,
  	\`service_vat_percent\` text DEFAULT '25' NOT NULL,
  	\`membership_vat_percent\` text DEFAULT '0' NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`plans\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`plans_fee_tables_order_idx\` ON \`plans_fee_tables\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`plans_fee_tables_parent_id_idx\` ON \`plans_fee_tables\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`consents\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`at\` text,
  	\`subject\` text,
  	\`name\` text,
  	\`given\` integer,
  	\`channel\` text,
  	\`text\` text,
  	\`text_hash\` text,
  	\`language\` text,
  	\`form\` text,
  	\`form_version\` numeric,
  	\`reference\` text,
  	\`signup\` text,
  	\`member\` text,
  	\`key\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`consents_at_idx\` ON \`consents\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`consents_subject_idx\` ON \`consents\` (\`subject\`);`)
  await db.run(sql`CREATE INDEX \`consents_reference_idx\` ON \`consents\` (\`reference\`);`)
  await db.run(sql`CREATE INDEX \`consents_signup_idx\` ON \`consents\` (\`signup\`);`)
  await db.run(sql`CREATE INDEX \`consents_member_idx\` ON \`consents\` (\`member\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`consents_key_idx\` ON \`consents\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`consents_updated_at_idx\` ON \`consents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`consents_created_at_idx\` ON \`consents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`audit_log\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`act\` text,
  	\`by\` text,
  	\`about\` text,
  	\`details\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`audit_log_act_idx\` ON \`audit_log\` (\`act\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_about_idx\` ON \`audit_log\` (\`about\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_updated_at_idx\` ON \`audit_log\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_created_at_idx\` ON \`audit_log\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`site_settings_accessibility_shortcomings\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`what\` text,
  	\`reason\` text,
  	\`motivation\` text,
  	\`planned\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`site_settings\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`site_settings_accessibility_shortcomings_order_idx\` ON \`site_settings_accessibility_shortcomings\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`site_settings_accessibility_shortcomings_parent_id_idx\` ON \`site_settings_accessibility_shortcomings\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`site_settings_accessibility_shortcomings_locale_idx\` ON \`site_settings_accessibility_shortcomings\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`register_settings\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`notice_months\` numeric DEFAULT 0,
  	\`leaving_day\` text DEFAULT 'year-end' NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`email_texts\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`notice_time\` text DEFAULT 'atOnce',
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`email_texts_locales\` (
  	\`confirm_subject\` text,
  	\`confirm_body\` text,
  	\`reminder_subject\` text,
  	\`reminder_body\` text,
  	\`received_subject\` text,
  	\`received_body\` text,
  	\`approved_subject\` text,
  	\`approved_body\` text,
  	\`declined_subject\` text,
  	\`declined_body\` text,
  	\`withdrawn_subject\` text,
  	\`withdrawn_body\` text,
  	\`informed_subject\` text,
  	\`informed_body\` text,
  	\`personal_page_subject\` text,
  	\`personal_page_body\` text,
  	\`notice_subject\` text,
  	\`notice_body\` text,
  	\`digest_subject\` text,
  	\`digest_body\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`email_texts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`email_texts_locales_locale_parent_id_unique\` ON \`email_texts_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`email_texts_locales_parent_id_idx\` ON \`email_texts_locales\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`privacy_settings\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`suspected_days\` numeric DEFAULT 30 NOT NULL,
  	\`expired_days\` numeric DEFAULT 7 NOT NULL,
  	\`withdrawn_days\` numeric DEFAULT 30 NOT NULL,
  	\`duplicate_days\` numeric DEFAULT 30 NOT NULL,
  	\`declined_days\` numeric DEFAULT 183 NOT NULL,
  	\`undecided_days\` numeric DEFAULT 730 NOT NULL,
  	\`left_days\` numeric DEFAULT 365 NOT NULL,
  	\`email_days\` numeric DEFAULT 365 NOT NULL,
  	\`consent_days\` numeric DEFAULT 1095 NOT NULL,
  	\`audit_days\` numeric DEFAULT 730 NOT NULL,
  	\`member_years\` numeric DEFAULT 7 NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  // What was asked is asked on: the fields of a form, and of its versions, are items of it now.
  await db.run(
    sql`INSERT INTO signup_forms_blocks_field (_order, _parent_id, _path, _locale, id, name, required, label, help) SELECT _order, _parent_id, 'items', _locale, id, name, required, label, help FROM signup_forms_fields;`,
  )
  await db.run(
    sql`INSERT INTO _signup_forms_v_blocks_field (_order, _parent_id, _path, _locale, _uuid, name, required, label, help) SELECT _order, _parent_id, 'version.items', _locale, _uuid, name, required, label, help FROM _signup_forms_v_version_fields;`,
  )
  await db.run(sql`DROP TABLE \`signup_forms_fields\`;`)
  await db.run(sql`DROP TABLE \`_signup_forms_v_version_fields\`;`)
  await db.run(sql`DROP INDEX \`members_signup_idx\`;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`foreign_number\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`street_address\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`postal_code\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`country\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`postal_street_address\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`postal_postal_code\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`postal_city\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`invoice_email\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`invoice_reference\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`invoice_street_address\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`invoice_postal_code\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`invoice_city\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`vat_number\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`peppol_id\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`employees\` numeric;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`turnover\` numeric;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`area\` numeric;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`fee_total\` numeric;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`fee\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`own_page\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`member_number\` numeric;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`status\` text DEFAULT 'active';`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`notice_on\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`leaving_on\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`left_on\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`changes_on\` text;`)
  await db.run(sql`ALTER TABLE \`members\` ADD \`slug\` text;`)
  await db.run(sql`CREATE INDEX \`members_organisation_name_idx\` ON \`members\` (\`organisation_name\`);`)
  await db.run(sql`CREATE INDEX \`members_foreign_number_idx\` ON \`members\` (\`foreign_number\`);`)
  await db.run(sql`CREATE INDEX \`members_city_idx\` ON \`members\` (\`city\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`members_member_number_idx\` ON \`members\` (\`member_number\`);`)
  await db.run(sql`CREATE INDEX \`members_status_idx\` ON \`members\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`members_leaving_on_idx\` ON \`members\` (\`leaving_on\`);`)
  await db.run(sql`CREATE INDEX \`members_slug_idx\` ON \`members\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`members_contact_email_idx\` ON \`members\` (\`contact_email\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`members_signup_idx\` ON \`members\` (\`signup_id\`);`)
  await db.run(sql`ALTER TABLE \`redirects\` ADD \`gone\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`signup_forms\` ADD \`opens_at\` text;`)
  await db.run(sql`ALTER TABLE \`signup_forms\` ADD \`closes_at\` text;`)
  await db.run(sql`ALTER TABLE \`_signup_forms_v\` ADD \`version_opens_at\` text;`)
  await db.run(sql`ALTER TABLE \`_signup_forms_v\` ADD \`version_closes_at\` text;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`status_changed_at\` text;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`confirmed_at\` text;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`decided_at\` text;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`reason\` text;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`effective_at\` text;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`moves\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`history\` text;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`confirm_round\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`confirm_by\` text;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`confirm_token_hash\` text;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`remind_at\` text;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`member\` text;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`asked\` text;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`price\` text;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`price_total\` numeric;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`related\` text;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`employees\` numeric;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`entered_by\` text;`)
  await db.run(sql`CREATE INDEX \`signups_confirm_token_hash_idx\` ON \`signups\` (\`confirm_token_hash\`);`)
  await db.run(sql`CREATE INDEX \`compound_index_idx\` ON \`signups\` (\`created_at\`,\`status\`,\`status_changed_at\`,\`language\`,\`form\`,\`organisation_name\`,\`contact_name\`,\`contact_email\`,\`organisation_number\`,\`reference\`);`)
  // Letters that have been sent, or given up, are not sent anew.
  await db.run(sql`UPDATE signups SET mail_state = 'made' WHERE mail_state IN ('sent', 'failed');`)
  await db.run(sql`UPDATE signups SET mail_state = 'due' WHERE mail_state = 'sending';`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`mail_error\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`mail_attempts\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`receipt_sent_at\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`notice_sent_at\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`mail_message_id\`;`)
  await db.run(sql`ALTER TABLE \`plans\` ADD \`order\` numeric DEFAULT 0;`)
  // A yearly fee in kronor is a table with one fixed amount in öre.
  await db.run(
    sql`INSERT INTO plans_fee_tables (_order, _parent_id, id, "from", basis, amount) SELECT 1, id, lower(hex(randomblob(12))), '2026-01-01', 'fixed', yearly_fee * 100 FROM plans WHERE yearly_fee IS NOT NULL;`,
  )
  await db.run(sql`ALTER TABLE \`plans\` DROP COLUMN \`yearly_fee\`;`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`security_contact\` text;`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`accessibility_page_id\` integer REFERENCES pages(id);`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`accessibility_regime\` text;`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`accessibility_compliance\` text;`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`accessibility_method\` text;`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`accessibility_published_on\` text;`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`accessibility_assessed_on\` text;`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`accessibility_updated_on\` text;`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`accessibility_email\` text;`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`accessibility_phone\` text;`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`accessibility_answer_days\` numeric;`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`accessibility_service\` text;`)
  await db.run(sql`ALTER TABLE \`site_settings\` ADD \`accessibility_report_address\` text DEFAULT 'https://www.digg.se/tdosanmalan';`)
  await db.run(sql`CREATE INDEX \`site_settings_accessibility_accessibility_page_idx\` ON \`site_settings\` (\`accessibility_page_id\`);`)
  await db.run(sql`ALTER TABLE \`site_settings_locales\` ADD \`accessibility_method_text\` text;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`signup_forms_fields\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`required\` integer DEFAULT false,
  	\`label\` text,
  	\`help\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`signup_forms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`signup_forms_fields_order_idx\` ON \`signup_forms_fields\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`signup_forms_fields_parent_id_idx\` ON \`signup_forms_fields\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`signup_forms_fields_locale_idx\` ON \`signup_forms_fields\` (\`_locale\`);`)
  await db.run(sql`CREATE TABLE \`_signup_forms_v_version_fields\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text,
  	\`required\` integer DEFAULT false,
  	\`label\` text,
  	\`help\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_signup_forms_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_signup_forms_v_version_fields_order_idx\` ON \`_signup_forms_v_version_fields\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_signup_forms_v_version_fields_parent_id_idx\` ON \`_signup_forms_v_version_fields\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_signup_forms_v_version_fields_locale_idx\` ON \`_signup_forms_v_version_fields\` (\`_locale\`);`)
  await db.run(sql`DROP TABLE \`signup_forms_blocks_field\`;`)
  await db.run(sql`DROP TABLE \`signup_forms_blocks_question_options\`;`)
  await db.run(sql`DROP TABLE \`signup_forms_blocks_question\`;`)
  await db.run(sql`DROP TABLE \`signup_forms_blocks_step\`;`)
  await db.run(sql`DROP TABLE \`signup_forms_rels\`;`)
  await db.run(sql`DROP TABLE \`_signup_forms_v_blocks_field\`;`)
  await db.run(sql`DROP TABLE \`_signup_forms_v_blocks_question_options\`;`)
  await db.run(sql`DROP TABLE \`_signup_forms_v_blocks_question\`;`)
  await db.run(sql`DROP TABLE \`_signup_forms_v_blocks_step\`;`)
  await db.run(sql`DROP TABLE \`_signup_forms_v_rels\`;`)
  await db.run(sql`DROP TABLE \`emails\`;`)
  await db.run(sql`DROP TABLE \`members_contacts\`;`)
  await db.run(sql`DROP TABLE \`members_locales\`;`)
  await db.run(sql`DROP TABLE \`members_texts\`;`)
  await db.run(sql`DROP TABLE \`member_history\`;`)
  await db.run(sql`DROP TABLE \`plans_fee_tables_tiers\`;`)
  await db.run(sql`DROP TABLE \`plans_fee_tables\`;`)
  await db.run(sql`DROP TABLE \`consents\`;`)
  await db.run(sql`DROP TABLE \`audit_log\`;`)
  await db.run(sql`DROP TABLE \`site_settings_accessibility_shortcomings\`;`)
  await db.run(sql`DROP TABLE \`register_settings\`;`)
  await db.run(sql`DROP TABLE \`email_texts\`;`)
  await db.run(sql`DROP TABLE \`email_texts_locales\`;`)
  await db.run(sql`DROP TABLE \`privacy_settings\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_site_settings\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text NOT NULL,
  	\`logo_id\` integer,
  	\`colours_primary\` text DEFAULT '#0b5d4e',
  	\`colours_accent\` text DEFAULT '#f2b84b',
  	\`start_page_id\` integer,
  	\`news_page_id\` integer,
  	\`email\` text,
  	\`phone\` text,
  	\`address\` text,
  	\`organisation_number\` text,
  	\`updated_at\` text,
  	\`created_at\` text,
  	FOREIGN KEY (\`logo_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`start_page_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`news_page_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_site_settings\`("id", "name", "logo_id", "colours_primary", "colours_accent", "start_page_id", "news_page_id", "email", "phone", "address", "organisation_number", "updated_at", "created_at") SELECT "id", "name", "logo_id", "colours_primary", "colours_accent", "start_page_id", "news_page_id", "email", "phone", "address", "organisation_number", "updated_at", "created_at" FROM \`site_settings\`;`)
  await db.run(sql`DROP TABLE \`site_settings\`;`)
  await db.run(sql`ALTER TABLE \`__new_site_settings\` RENAME TO \`site_settings\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`site_settings_logo_idx\` ON \`site_settings\` (\`logo_id\`);`)
  await db.run(sql`CREATE INDEX \`site_settings_start_page_idx\` ON \`site_settings\` (\`start_page_id\`);`)
  await db.run(sql`CREATE INDEX \`site_settings_news_page_idx\` ON \`site_settings\` (\`news_page_id\`);`)
  await db.run(sql`DROP INDEX \`signups_confirm_token_hash_idx\`;`)
  await db.run(sql`DROP INDEX \`compound_index_idx\`;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`mail_error\` text;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`mail_attempts\` numeric;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`receipt_sent_at\` text;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`notice_sent_at\` text;`)
  await db.run(sql`ALTER TABLE \`signups\` ADD \`mail_message_id\` text;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`status_changed_at\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`confirmed_at\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`decided_at\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`reason\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`effective_at\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`moves\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`history\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`confirm_round\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`confirm_by\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`confirm_token_hash\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`remind_at\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`member\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`asked\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`price\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`price_total\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`related\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`employees\`;`)
  await db.run(sql`ALTER TABLE \`signups\` DROP COLUMN \`entered_by\`;`)
  await db.run(sql`DROP INDEX \`members_organisation_name_idx\`;`)
  await db.run(sql`DROP INDEX \`members_foreign_number_idx\`;`)
  await db.run(sql`DROP INDEX \`members_city_idx\`;`)
  await db.run(sql`DROP INDEX \`members_member_number_idx\`;`)
  await db.run(sql`DROP INDEX \`members_status_idx\`;`)
  await db.run(sql`DROP INDEX \`members_leaving_on_idx\`;`)
  await db.run(sql`DROP INDEX \`members_slug_idx\`;`)
  await db.run(sql`DROP INDEX \`members_contact_email_idx\`;`)
  await db.run(sql`DROP INDEX \`members_signup_idx\`;`)
  await db.run(sql`CREATE INDEX \`members_signup_idx\` ON \`members\` (\`signup_id\`);`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`foreign_number\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`street_address\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`postal_code\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`country\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`postal_street_address\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`postal_postal_code\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`postal_city\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`invoice_email\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`invoice_reference\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`invoice_street_address\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`invoice_postal_code\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`invoice_city\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`vat_number\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`peppol_id\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`employees\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`turnover\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`area\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`fee_total\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`fee\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`own_page\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`member_number\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`status\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`notice_on\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`leaving_on\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`left_on\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`changes_on\`;`)
  await db.run(sql`ALTER TABLE \`members\` DROP COLUMN \`slug\`;`)
  await db.run(sql`ALTER TABLE \`plans\` ADD \`yearly_fee\` numeric NOT NULL;`)
  await db.run(sql`ALTER TABLE \`plans\` DROP COLUMN \`order\`;`)
  await db.run(sql`ALTER TABLE \`redirects\` DROP COLUMN \`gone\`;`)
  await db.run(sql`ALTER TABLE \`signup_forms\` DROP COLUMN \`opens_at\`;`)
  await db.run(sql`ALTER TABLE \`signup_forms\` DROP COLUMN \`closes_at\`;`)
  await db.run(sql`ALTER TABLE \`_signup_forms_v\` DROP COLUMN \`version_opens_at\`;`)
  await db.run(sql`ALTER TABLE \`_signup_forms_v\` DROP COLUMN \`version_closes_at\`;`)
  await db.run(sql`ALTER TABLE \`site_settings_locales\` DROP COLUMN \`accessibility_method_text\`;`)
}
