import { setTimeout } from 'node:timers/promises'
import type { Language } from 'shared/languages'
import { z } from 'zod'
import { adminEmail, adminPassword, type RunningParts } from './web.ts'

const askEveryMilliseconds = 5
const patienceSeconds = 180

const idSchema = z.union([z.string(), z.number()]).transform(String)
const documentSchema = z.looseObject({ id: idSchema, title: z.string(), slug: z.string() })
export type EditedDocument = z.infer<typeof documentSchema>
const savedSchema = z.object({ doc: documentSchema })
const stateSchema = z.object({ addresses: z.partialRecord(z.enum(['sv', 'en']), z.string()) })
const waitingSchema = z.object({ waiting: z.array(z.unknown()) })

/** What a visitor gets at an address. */
export interface Shown {
  status: number
  location: string | null
  text: string
}

/** Someone at the admin who presses Publish and then looks at the site. */
export interface Editor {
  /** The document as the admin's form has it. */
  opens: (collection: string, id: number, language: Language) => Promise<EditedDocument>
  /** Presses Publish, as the admin does, in one language. */
  publishes: (collection: string, id: string, language: Language, data: object) => Promise<EditedDocument>
  creates: (collection: string, language: Language, data: object) => Promise<EditedDocument>
  removes: (collection: string, id: string) => Promise<void>
  readsGlobal: (slug: string, language: Language) => Promise<unknown>
  savesGlobal: (slug: string, language: Language, data: object) => Promise<void>
  addressOf: (collection: string, id: string, language: Language) => Promise<string>
  /** Resolves when nothing waits to be published any more. */
  untilQuiet: () => Promise<void>
}

/** Asks every five milliseconds until the page is as it should be. */
export const untilShown = async (
  address: string,
  isRight: (shown: Shown) => boolean,
  seconds = patienceSeconds,
): Promise<void> => {
  const end = performance.now() + seconds * 1000
  let known: string | null = null // what has not changed since is not sent again, so that asking costs next to nothing
  while (performance.now() < end) {
    const askedAt = performance.now()
    const response: Response = await fetch(address, {
      redirect: 'manual',
      ...(known ? { headers: { 'if-none-match': known } } : {}),
    })
    const shown = {
      status: response.status,
      location: response.headers.get('location'),
      text: await response.text(),
    }
    if (isRight(shown)) return
    known = response.headers.get('etag')
    await setTimeout(Math.max(0, askedAt + askEveryMilliseconds - performance.now()))
  }
  throw new Error(`${address} did not become what it should be within ${seconds} s.`)
}

/** Signs in at the admin of a running web. */
export const signIn = async ({ url, cmsUrl, siteKey }: RunningParts): Promise<Editor> => {
  const ask = async (method: string, path: string, body?: object, token?: string): Promise<unknown> => {
    const response = await fetch(`${url}/api/${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `JWT ${token}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} /api/${path} was answered ${response.status}: ${text.slice(0, 500)}`)
    return JSON.parse(text)
  }
  const credentials = { email: adminEmail, password: adminPassword }
  const { token } = z.object({ token: z.string() }).parse(await ask('POST', 'users/login', credentials))
  const publishing = (language: Language) =>
    `locale=${language}&fallback-locale=null&depth=0&publishSpecificLocale=${language}`
  const published = (data: object) => ({ ...data, _status: 'published' })
  const saved = async (method: string, path: string, data: object) =>
    savedSchema.parse(await ask(method, path, published(data), token)).doc

  return {
    opens: async (collection, id, language) =>
      documentSchema.parse(
        await ask('GET', `${collection}/${id}?locale=${language}&draft=true&depth=0`, undefined, token),
      ),
    publishes: (collection, id, language, data) => saved('PATCH', `${collection}/${id}?${publishing(language)}`, data),
    creates: (collection, language, data) => saved('POST', `${collection}?${publishing(language)}`, data),
    removes: async (collection, id) => {
      await ask('DELETE', `${collection}/${id}?depth=0`, undefined, token)
    },
    readsGlobal: (slug, language) => ask('GET', `globals/${slug}?locale=${language}&depth=0`, undefined, token),
    savesGlobal: async (slug, language, data) => {
      await ask('POST', `globals/${slug}?locale=${language}&depth=0`, data, token)
    },
    addressOf: async (collection, id, language) => {
      const query = new URLSearchParams({ collection, id })
      const { addresses } = stateSchema.parse(await ask('GET', `publishing/state?${query}`, undefined, token))
      const address = addresses[language]
      if (!address) throw new Error(`${collection} ${id} has no address in ${language}.`)
      return address
    },
    untilQuiet: async () => {
      const end = performance.now() + patienceSeconds * 1000
      while (performance.now() < end) {
        const response = await fetch(`${cmsUrl}/api/publishing/waiting`, {
          headers: { authorization: `Site-Key ${siteKey}` },
        })
        if (waitingSchema.parse(await response.json()).waiting.length === 0) return
        await setTimeout(20)
      }
      throw new Error(`Something still waits to be published after ${patienceSeconds} s.`)
    },
  }
}
