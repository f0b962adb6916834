import react from '@astrojs/react'
import { defineConfig, passthroughImageService } from 'astro/config'
import { readSignupOrigin } from './src/env.ts'
import { contentSecurityPolicy } from './src/publishing/content-security-policy.ts'
import { developmentProxy } from './src/publishing/development-proxy.ts'
import { rendererAdapter } from './src/publishing/renderer-adapter.ts'
import { staticBuild } from './src/publishing/static-build.ts'

/** `RENDERER=1 astro build` compiles the pages for the renderer; without it they become a static site. */
const forRenderer = process.env['RENDERER'] === '1'
const site = process.env['SITE_URL'] || 'http://localhost:3000'

export default defineConfig({
  site,
  output: 'static',
  outDir: forRenderer ? './dist/renderer' : './dist/static',
  cacheDir: forRenderer ? './.astro/renderer' : './.astro/static', // the two may be built at the same time
  trailingSlash: 'ignore', // the front sends a reader on to the address with its slash
  build: { format: 'directory', inlineStylesheets: 'never' },
  compressHTML: true,
  session: false,
  devToolbar: { enabled: false },
  security: {
    csp: forRenderer
      ? contentSecurityPolicy('header', '')
      : contentSecurityPolicy('meta', readSignupOrigin(process.env)),
  },
  image: { service: passthroughImageService() }, // pictures come in all their sizes from the CMS
  markdown: { syntaxHighlight: false }, // its inline styles would break the policy above
  ...(forRenderer
    ? { adapter: rendererAdapter(), integrations: [react()] }
    : { integrations: [react(), staticBuild(site.replace(/\/+$/, ''))] }),
  vite: {
    build: {
      assetsInlineLimit: 0,
    },
    server: { proxy: developmentProxy(process.env) },
  },
})
