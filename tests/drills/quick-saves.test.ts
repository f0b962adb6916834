import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect } from 'vitest'
import { z } from 'zod'
import { untilNothingWaits } from '../support/all-shown.ts'
import { startBreakingProxy } from '../support/breaking-proxy.ts'
import { drill } from '../support/drill.ts'
import { startReading } from '../support/hammering-reader.ts'
import { textBlock } from '../support/rich-text.ts'
import { freePort } from '../support/server-process.ts'
import { hire, signIn, type StaffMember } from '../support/staff.ts'
import { startWeb, type Web } from '../support/start-web.ts'
import { createVisitor } from '../support/visitor.ts'

const editorsAtWork = 5
const savesEach = 10

/** What the site was handed to publish, and what it told of it. */
interface Event {
  kind: 'handed' | 'settled'
  requests: string[]
}

let web: Web
let proxy: Awaited<ReturnType<typeof startBreakingProxy>>
const events: Event[] = []

const waitingSchema = z.object({ waiting: z.array(z.object({ id: z.string() })) })
const reportSchema = z.object({ requests: z.array(z.string()), status: z.string() })

beforeAll(async () => {
  web = await startWeb({}, async (cms) => {
    const port = await freePort()
    proxy = await startBreakingProxy(port, () => cms.url)
    return { CMS_URL: `http://127.0.0.1:${port}` }
  })
})
afterAll(async () => {
  await web.end()
  await proxy.stop()
})

/** The most releases that were running and queued at any time: what is handed while something runs would be queued beside it. */
const mostAtOnce = (happened: Event[]): number => {
  const open = new Map<string, number>() // which handing each unsettled request came with
  let most = 0
  for (const [place, { kind, requests }] of happened.entries()) {
    for (const request of requests) {
      if (kind === 'settled') open.delete(request)
      else if (!open.has(request)) open.set(request, place)
    }
    most = Math.max(most, new Set(open.values()).size)
  }
  return most
}

drill('R14 quick saves by five editors', { minutes: 4 }, async ({ tell }) => {
  proxy.breaks(async ({ method, url, body }, answer) => {
    if (url.pathname === '/api/publishing/waiting') {
      const answered = await answer()
      const { waiting } = waitingSchema.parse(JSON.parse(answered.text))
      if (waiting.length > 0) events.push({ kind: 'handed', requests: waiting.map(({ id }) => id) })
      return answered
    }
    if (method === 'POST' && url.pathname === '/api/publishing/report') {
      const { requests, status } = reportSchema.parse(JSON.parse(body))
      if (status !== 'rendering') events.push({ kind: 'settled', requests })
    }
    return null
  })
  const boss = await signIn(web.cms.url)
  const editors: StaffMember[] = []
  for (let number = 0; number < editorsAtWork; number += 1) editors.push(await hire(web.cms.url, boss, 'publisher'))
  const paths = editors.map((_, number) => `/sv/redaktor-${number}/`)
  const ids: string[] = []
  for (const [number, editor] of editors.entries()) {
    const page = { title: `Redaktör ${number}`, slug: `redaktor-${number}`, blocks: [textBlock('Början.')] }
    ids.push((await editor.creates('pages', 'sv', page, 'published')).id)
  }
  const visitor = createVisitor(web.url)
  for (const path of paths) await visitor.sees(path, 'Början.')
  await untilNothingWaits(web)
  events.length = 0

  const reader = startReading(web.url, web.cms.store.dataDirectory, [...paths, '/sv/', '/sv/feed.xml'])
  const startedAt = performance.now()
  await Promise.all(
    editors.map(async (editor, number) => {
      for (let save = 1; save <= savesEach; save += 1) {
        await editor.publishes('pages', ids[number] ?? '', 'sv', { blocks: [textBlock(`Sparat ${save} gånger.`)] })
        await pause(Math.random() * 100)
      }
    }),
  )
  const savedAt = performance.now()
  for (const path of paths) await visitor.sees(path, `Sparat ${savesEach} gånger.`)
  const liveAt = performance.now()
  await untilNothingWaits(web)
  const { answers, faults, releases } = await reader.stop()
  const handed = new Set(events.filter(({ kind }) => kind === 'handed').flatMap(({ requests }) => requests))
  const settled = new Set(events.filter(({ kind }) => kind === 'settled').flatMap(({ requests }) => requests))
  tell(`${editorsAtWork * savesEach} saves in ${Math.round(savedAt - startedAt)} ms, ${releases} releases on disk`)
  tell(`the newest words of all live ${Math.round(liveAt - savedAt)} ms after the last save`)
  tell(`at most ${mostAtOnce(events)} running or queued; ${handed.size} requests handed over, ${settled.size} settled`)
  tell(`${answers} answers read, ${faults.length} faults`)
  expect(faults).toEqual([])
  expect(handed.size).toBe(editorsAtWork * savesEach)
  expect([...handed].filter((request) => !settled.has(request))).toEqual([])
  expect(mostAtOnce(events)).toBeLessThanOrEqual(2)
})

drill('R14 the check sees a third release that is queued', { minutes: 1 }, async () => {
  const handing = (...requests: string[]): Event => ({ kind: 'handed', requests })
  expect(mostAtOnce([handing('1'), handing('1', '2'), handing('1', '2', '3')])).toBe(3)
  expect(mostAtOnce([handing('1'), { kind: 'settled', requests: ['1'] }, handing('2', '3')])).toBe(1)
})
