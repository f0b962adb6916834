import { withPayload } from '@payloadcms/next/withPayload'

const config = withPayload({
  poweredByHeader: false,
  images: { unoptimized: true },
  devIndicators: false,
  typescript: { ignoreBuildErrors: true }, // `npm run check` reads the types of every part, once
  outputFileTracingRoot: new URL('..', import.meta.url).pathname,
  turbopack: { root: new URL('..', import.meta.url).pathname },
  serverExternalPackages: [
    'payload',
    '@payloadcms/db-mongodb',
    '@payloadcms/db-sqlite',
    '@payloadcms/drizzle',
    'sharp',
    'nodemailer',
  ],
})
// Tracing is for standalone output, which a custom server does not use, and this entry can stop a Turbopack build.
delete config.outputFileTracingIncludes

export default config
