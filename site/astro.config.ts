import react from '@astrojs/react'
import type { AstroIntegration } from 'astro'
import { defineConfig, passthroughImageService } from 'astro/config'
import { readSignupOrigin } from './src/env.ts'
import { contentSecurityPolicy } from './src/publishing/content-security-policy.ts'
import { developmentProxy } from './src/publishing/development-proxy.ts'
import { rendererAdapter } from './src/publishing/renderer-adapter.ts'
import { staticBuild } from './src/publishing/static-build.ts'

/** `RENDERER=1 astro build` compiles the pages for the renderer; without it they become a static site. */
const forRenderer = process.env['RENDERER'] === '1'
const site = process.env['SITE_URL'] || 'http://localhost:3000'

const clientLoaded: AstroIntegration = {
  name: 'client-loaded',
  hooks: {
    'astro:config:setup': ({ addClientDirective }) =>
      addClientDirective({ name: 'loaded', entrypoint: './src/membership/client-loaded.ts' }),
  },
}

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
    ? { adapter: rendererAdapter(), integrations: [react(), clientLoaded] }
    : { integrations: [react(), clientLoaded, staticBuild(site.replace(/\/+$/, ''))] }),
  vite: {
    build: {
      // The few lines of script that fetch nothing else stand in the page, by their hash; everything else is a file.
      assetsInlineLimit: (path, content) => path.includes('astro_type_script') && content.length < 1000,
    },
    server: { proxy: developmentProxy(process.env) },
  },
})
