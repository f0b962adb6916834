// What runs inside the page is checked against the browser's own types.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect, inject, onTestFinished } from 'vitest'

/** Starts the browser; a file of tests shares one. */
export const openBrowser = (): Promise<Browser> => {
  const { executablePath, environment } = inject('browser')
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...environment },
    args: ['--no-sandbox', '--disable-background-networking'],
  })
}

/** For whoever reads of a failure: where the window was, and the words in it. */
const whatIsSeen = async (page: Page): Promise<string> => {
  const words = await page.evaluate(() => document.body.innerText.replace(/\s*\n\s*/gu, '\n')).catch(String)
  return `The window showed ${page.url()}:\n${words}`
}

/** What a person's browser must be like, and which complaints in its console a test expects. */
interface Circumstances extends BrowserContextOptions {
  expects?: RegExp[]
}

/**
 * A browser window of one's own, without any cookie. The test fails at its end when the page threw, complained in the
 * console (a breach of the content security policy does) or asked another host for something.
 */
export const openWindow = async (
  browser: Browser,
  url: string,
  { expects = [], ...options }: Circumstances = {},
): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'sv-SE',
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  context.setDefaultTimeout(20_000)
  const complaints: string[] = []
  const complain = (text: string) => {
    if (!expects.some((expected) => expected.test(text))) complaints.push(text)
  }
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error') complain(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => complain(String(error)))
  page.on('request', (request) => {
    const address = new URL(request.url())
    if (address.protocol.startsWith('http') && address.origin !== new URL(url).origin)
      complain(`It asked ${address.href}`)
  })
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') console.error(await whatIsSeen(page))
    await context.close()
    expect(complaints, 'complaints in the browser').toEqual([])
  })
  return page
}
