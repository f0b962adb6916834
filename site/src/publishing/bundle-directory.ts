import { fileURLToPath } from 'node:url'

/** Where `RENDERER=1 astro build` puts the compiled pages: `server/entry.mjs` and the assets in `client/`. */
export const bundleDirectory = fileURLToPath(new URL('../../dist/renderer', import.meta.url))
