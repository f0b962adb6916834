import type { ViteUserConfig } from 'astro'

/** While developing, `astro dev` stands in for the front: it hands the CMS's addresses on and fetches pictures from it. */
export const developmentProxy = (environment: NodeJS.ProcessEnv): NonNullable<ViteUserConfig['server']>['proxy'] => {
  const target = environment['CMS_URL'] ?? 'http://127.0.0.1:3001'
  return {
    '^/(?:api|admin|_next)(?:/|$)': { target, ws: true, xfwd: true },
    '^/media/': {
      target,
      rewrite: (path) => path.replace(/^\/media\//, '/api/media/file/'),
      headers: { authorization: `Site-Key ${environment['SITE_KEY'] ?? ''}` },
    },
  }
}
