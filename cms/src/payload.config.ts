import { resolve } from 'node:path'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { en } from '@payloadcms/translations/languages/en'
import { sv } from '@payloadcms/translations/languages/sv'
import { buildConfig } from 'payload'
import { defaultLanguage, languageNames, languages } from 'shared/languages'
import { sayAdmin } from 'shared/translations/admin'
import sharp from 'sharp'
import { Contacts } from './content/contacts.ts'
import { FactBoxes } from './content/fact-boxes.ts'
import { GlossaryTerms } from './content/glossary-terms.ts'
import { MediaFiles } from './content/media.ts'
import { Menus } from './content/menus.ts'
import { News } from './content/news.ts'
import { Pages } from './content/pages.ts'
import { Quotes } from './content/quotes.ts'
import { Redirects } from './content/redirects.ts'
import { limitGlobalSizes, limitSizes } from './content/refuse-oversized.ts'
import { SiteSettings } from './content/site-settings.ts'
import { openDatabase } from './database.ts'
import { env } from './env.ts'
import { logger } from './logger.ts'
import { payloadMail } from './mail.ts'
import { EmailTexts } from './membership/emails/email-texts.ts'
import { emailPreviewEndpoints } from './membership/emails/preview-text.ts'
import { deskEndpoints } from './membership/desk-endpoints.ts'
import { Emails } from './membership/emails-outbox.ts'
import { AuditLog } from './membership/audit-log.ts'
import { Consents } from './membership/consents.ts'
import { MemberHistory } from './membership/member-history.ts'
import { Members } from './membership/members.ts'
import { Plans } from './membership/plans.ts'
import { PrivacySettings } from './membership/privacy-settings.ts'
import { RegisterSettings } from './membership/register-settings.ts'
import { privacyEndpoints } from './membership/privacy-endpoints.ts'
import { registerEndpoints } from './membership/register/register-endpoints.ts'
import { SignupForms } from './membership/signup-forms.ts'
import { Signups } from './membership/signups.ts'
import { previewEndpoints } from './publishing/preview.ts'
import { ReleaseRequests } from './publishing/release-requests.ts'
import { BehindTexts } from './publishing/behind-texts.ts'
import { followGlobalTranslations, followTranslations } from './publishing/follow-translations.ts'
import { releaseEndpoints } from './publishing/releases.ts'
import { scheduleEndpoints } from './publishing/schedule-endpoints.ts'
import { ScheduledChanges } from './publishing/scheduled-changes.ts'
import { noteOvertaken } from './try-again.ts'
import { Users } from './users.ts'

const secure = env.SITE_URL.startsWith('https://')
// On one's own machine the admin is opened as localhost or as 127.0.0.1; both are the same place.
const ownOrigins = [env.SITE_URL, ...(env.SIGNUP_ORIGIN ? [env.SIGNUP_ORIGIN] : [])].flatMap((origin) => [
  ...new Set([origin, origin.replace('//localhost', '//127.0.0.1')]),
])

export default buildConfig({
  serverURL: env.SIGNUP_ORIGIN ?? env.SITE_URL, // the admin is where the front answers
  custom: { siteUrl: env.SITE_URL }, // for links in e-mails
  secret: env.PAYLOAD_SECRET,
  csrf: ownOrigins,
  cors: [],
  cookiePrefix: secure ? '__Host-klusterwebb' : 'klusterwebb',
  telemetry: false,
  logger,
  graphQL: { disable: true },
  hooks: { afterError: [noteOvertaken] },
  defaultDepth: 0,
  maxDepth: 3,
  db: await openDatabase(),
  editor: lexicalEditor(),
  sharp,
  email: payloadMail,
  collections: [
    Pages,
    News,
    Quotes,
    FactBoxes,
    Contacts,
    GlossaryTerms,
    MediaFiles,
    Redirects,
    SignupForms,
    Signups,
    Emails,
    Members,
    MemberHistory,
    Plans,
    Consents,
    AuditLog,
    ReleaseRequests,
    BehindTexts,
    ScheduledChanges,
    Users,
  ].map((collection) => followTranslations(limitSizes(collection))),
  globals: [SiteSettings, Menus, RegisterSettings, EmailTexts, PrivacySettings].map((global) =>
    followGlobalTranslations(limitGlobalSizes(global)),
  ),
  endpoints: [
    ...releaseEndpoints,
    ...scheduleEndpoints,
    ...previewEndpoints,
    ...registerEndpoints,
    ...deskEndpoints,
    ...emailPreviewEndpoints,
    ...privacyEndpoints,
  ],
  localization: {
    locales: languages.map((code) => ({ code, label: languageNames[code] })),
    defaultLocale: defaultLanguage,
    defaultLocalePublishOption: 'active', // the button publishes the language one sees
    fallback: false,
  },
  experimental: { localizeStatus: true },
  i18n: {
    supportedLanguages: { sv, en },
    fallbackLanguage: defaultLanguage,
    translations: Object.fromEntries(
      languages.map((language) => [
        language,
        {
          general: {
            true: sayAdmin(language, 'members.yes'),
            false: sayAdmin(language, 'members.no'),
            or: sayAdmin(language, 'list.or'),
          },
        },
      ]),
    ),
  },
  upload: { limits: { fileSize: 20_000_000 }, abortOnLimit: true },
  admin: {
    user: Users.slug,
    avatar: 'default',
    dateFormat: 'yyyy-MM-dd HH:mm',
    meta: { titleSuffix: ' – Klusterwebb' },
    importMap: { baseDir: resolve('cms/src'), autoGenerate: false },
    components: {
      beforeDashboard: [
        '/admin/PublishingDashboard.tsx#PublishingDashboard',
        '/admin/ScheduleOverview.tsx#ScheduleOverview',
      ],
      graphics: { Logo: '/admin/Logo.tsx#Logo', Icon: '/admin/Logo.tsx#Icon' },
    },
  },
  typescript: { outputFile: resolve('cms/src/payload-types.ts') },
})
