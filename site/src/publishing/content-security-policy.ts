import type { AstroUserConfig } from 'astro'

type Policy = NonNullable<NonNullable<AstroUserConfig['security']>['csp']>

/** A file that somebody uploaded can do nothing in a browser but be shown. */
export const mediaPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/** Who may show a page of ours inside another one. Said in a header only: in a page it has no effect. */
export const framingPolicy = "frame-ancestors 'none'"

/**
 * What a page of ours may load: its own scripts, styles, pictures and fonts, and nothing from elsewhere. Astro adds the
 * hashes of what it writes into the page itself.
 * @param sentAs as a header, or as a `<meta>` of the page
 * @param signupOrigin where forms are posted to; empty for the page's own origin
 */
export const contentSecurityPolicy = (sentAs: 'header' | 'meta', signupOrigin: string) =>
  ({
    directives: [
      "default-src 'none'",
      "img-src 'self' data:",
      "font-src 'self'",
      `connect-src ${allowing(signupOrigin)}`,
      "manifest-src 'self'",
      `form-action ${allowing(signupOrigin)}`,
      "base-uri 'none'",
      ...(sentAs === 'header' ? ([framingPolicy] as const) : []),
      "object-src 'none'",
    ],
    scriptDirective: { resources: ["'self'"] },
    styleDirective: { resources: ["'self'"] },
  }) satisfies Policy

const allowing = (origin: string) => `'self'${origin && ` ${origin}`}` as const
