import type { AstroIntegration } from 'astro'

/**
 * Compiles every route into one bundle that renders any page on request (`renderer.ts` runs it), in place of a static
 * site. The pages are the same in both.
 */
export const rendererAdapter = (): AstroIntegration => ({
  name: 'renderer',
  hooks: {
    'astro:route:setup': ({ route }) => {
      route.prerender = false
    },
    'astro:config:done': ({ setAdapter }) => {
      setAdapter({
        name: 'renderer',
        entrypointResolution: 'auto',
        serverEntrypoint: new URL('./renderer-entry.ts', import.meta.url),
        adapterFeatures: { buildOutput: 'server' },
        supportedAstroFeatures: { staticOutput: 'stable', hybridOutput: 'stable', serverOutput: 'stable' },
      })
    },
  },
})
