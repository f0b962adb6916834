import { waitFor } from '../support/server-process.ts'
import { signIn } from '../support/staff.ts'
import { createVisitor } from '../support/visitor.ts'
import type { Drill } from './drill.ts'
import { withProduct } from './product.ts'
import { isListed, startReader } from './reader.ts'

const editors = 5
const savesOfEach = 10

/** Fifty quick saves by five editors: the newest words of each page are live, and few releases were made of them. */
export const manyEditors: Drill = {
  title: '50 quick saves by five editors at once (R14)',
  checkChecker: async () =>
    isListed(new Map([['/sv/', new Set(['0'])]]), '/sv/', new Uint8Array()) ? ['a wrong page was not noticed'] : [],

  run: () =>
    withProduct(async ({ url, directory }) => {
      const visitor = createVisitor(url)
      const reader = startReader(url, directory, await visitor.sitemap())
      const publisher = await signIn(url)
      const pages = await publisher.lists('pages', 'limit=20&locale=sv&where[_status][equals]=published')
      const before = (await visitor.sitemap()).length
      const startedAt = performance.now()
      const newest = await Promise.all(
        pages.slice(0, editors).map(async ({ id }, editor) => {
          const own = await signIn(url)
          let words = ''
          for (let save = 1; save <= savesOfEach; save += 1) {
            words = `Redaktör ${editor}, sparat ${save} gånger, ${Math.random().toString(36).slice(2)}`
            await own.publishes('pages', id, 'sv', { introduction: words })
          }
          return { id, words }
        }),
      )
      const savedAt = performance.now()
      const faults: string[] = []
      for (const { id, words } of newest) {
        await waitFor(`"${words}" to be live`, async () => {
          const { body } = await publisher.ask('GET', `/api/publishing/state?collection=pages&id=${id}`)
          const address = new URL(String(Object(Object(body).addresses).sv)).pathname
          return (await visitor.opens(address)).html.includes(words) ? true : undefined
        }).catch((error: unknown) => faults.push(String(error)))
      }
      const liveAt = performance.now()
      if ((await visitor.sitemap()).length !== before) faults.push('The number of pages is another than before.')
      const { answers, releases, faults: wrong } = await reader.end()
      return {
        figures: {
          saves: editors * savesOfEach,
          releases,
          'answers read': answers,
          'saving took, ms': Math.round(savedAt - startedAt),
          'newest words live after the last save, ms': Math.round(liveAt - savedAt),
        },
        faults: [...faults, ...wrong],
      }
    }),
}
