import { join } from 'node:path'
import type { Figure } from './figure.ts'
import { inTemporaryDirectory, ownSettings, startWeb } from './web.ts'

const kilobyte = 1000

/** Bytes over the wire for one address, compressed as a browser of today asks for it. */
const sizeOf = async (address: string): Promise<{ bytes: number; text: string }> => {
  const response = await fetch(address, { headers: { 'accept-encoding': 'br' } })
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`)
  const text = await response.text()
  const length = response.headers.get('content-length')
  if (length === null) throw new Error(`${address} does not tell its length, so its size cannot be measured.`)
  return { bytes: Number(length), text }
}

const stylesOf = (html: string) =>
  [
    ...html.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"|<link[^>]+href="([^"]+)"[^>]+rel="stylesheet"/g),
  ].map((match) => match[1] ?? match[2] ?? '')
const scriptsOf = (html: string) => [
  ...[...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map((match) => match[1] ?? ''),
  ...[...html.matchAll(/(?:component-url|renderer-url)="([^"]+)"/g)].map((match) => match[1] ?? ''),
]

/** Every script a page loads by itself, those that its scripts import included; what a visitor opens loads its own. */
const scriptBytes = async (site: string, html: string): Promise<number> => {
  const waiting = scriptsOf(html)
  const seen = new Set<string>()
  let bytes = 0
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const script = await sizeOf(site + path)
    bytes += script.bytes
    const from = new URL(path, site)
    for (const [, imported = ''] of script.text.matchAll(/(?:from|import)\s*["'](\.{1,2}\/[^"']+\.js)["']/g))
      waiting.push(new URL(imported, from).pathname)
  }
  return bytes
}

/** What the example's pages weigh, images not counted. */
export const measure = (): Promise<Figure[]> =>
  inTemporaryDirectory(async (directory) => {
    const web = await startWeb(await ownSettings(join(directory, 'data')))
    try {
      const sitemap = (await sizeOf(`${web.site}/sitemap.xml`)).text
      const addresses = [...new Set([...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] ?? ''))]
      let heaviest = 0
      let scriptsOnContent = 0
      let scriptsOnForm = 0
      for (const address of addresses) {
        const page = await sizeOf(address)
        const styles = await Promise.all(stylesOf(page.text).map((path) => sizeOf(web.site + path)))
        const scripts = await scriptBytes(web.site, page.text)
        const total = page.bytes + styles.reduce((sum, style) => sum + style.bytes, 0)
        if (page.text.includes('action="/api/signup"')) scriptsOnForm = Math.max(scriptsOnForm, scripts)
        else {
          heaviest = Math.max(heaviest, (total + scripts) / kilobyte)
          scriptsOnContent = Math.max(scriptsOnContent, scripts)
        }
      }
      return [
        {
          name: `heaviest of ${addresses.length} pages, HTML and CSS`,
          unit: 'kB',
          ours: heaviest,
          goal: '≤ 30 kB',
          met: heaviest <= 30,
        },
        {
          name: 'JavaScript on a content page',
          unit: 'B',
          ours: scriptsOnContent,
          goal: '≤ 2000 B',
          met: scriptsOnContent <= 2000,
        },
        {
          name: 'JavaScript on the page with the form',
          unit: 'kB',
          ours: scriptsOnForm / kilobyte,
          goal: '≤ 130 kB',
          met: scriptsOnForm > 0 && scriptsOnForm / kilobyte <= 130,
        },
      ]
    } finally {
      await web.stop()
    }
  })
