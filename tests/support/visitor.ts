import { waitFor } from './server-process.ts'

/** A page as it came over the wire. */
export interface SeenPage {
  status: number
  headers: Headers
  html: string
  /** What a reader reads: the text of `main`, without tags. */
  text: string
}

const unescaped = (text: string) =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_all, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')

const textOf = (html: string) =>
  unescaped(
    (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html)
      .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
      .replace(/<[^>]+>/g, ' '),
  )
    .replace(/\s+/g, ' ')
    .trim()

export interface Visitor {
  opens: (path: string) => Promise<SeenPage>
  /** Opens a page again and again until it shows a text in `main`; visitors see a change with the next release. */
  sees: (path: string, text: string) => Promise<SeenPage>
  /** Opens it again and again until it answers with a status. */
  meets: (path: string, status: number) => Promise<SeenPage>
  /** Every address in the sitemap, as paths. */
  sitemap: () => Promise<string[]>
}

/** Somebody who reads the web at `url`, without a browser's help. */
export const createVisitor = (url: string): Visitor => {
  const opens = async (path: string): Promise<SeenPage> => {
    const response = await fetch(url + path, { redirect: 'manual', headers: { accept: 'text/html,*/*;q=0.8' } })
    const html = await response.text()
    return { status: response.status, headers: response.headers, html, text: textOf(html) }
  }
  const until = (what: string, path: string, isIt: (page: SeenPage) => boolean) =>
    waitFor(
      what,
      async () => {
        const page = await opens(path)
        return isIt(page) ? page : undefined
      },
      { every: 200 },
    )
  return {
    opens,
    sees: (path, text) =>
      until(`"${text}" on ${path}`, path, (page) => page.status === 200 && page.text.includes(text)),
    meets: (path, status) => until(`${path} to answer ${status}`, path, (page) => page.status === status),
    sitemap: async () => {
      const { html } = await opens('/sitemap.xml')
      return [...html.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname)
    },
  }
}
