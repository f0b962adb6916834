import type { TestProject } from 'vitest/node'
import { type BrowserProgram, findBrowser } from './find-browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserProgram
  }
}

/** Before the tests in a browser: a browser, unpacked once. */
export default async (project: TestProject): Promise<void> => {
  project.provide('browser', await findBrowser())
}
