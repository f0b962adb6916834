import type { Language } from 'shared/languages'
import { z } from 'zod'
import { type Answer, readAnswer } from './answer.ts'
import { administrator, siteKey } from './settings.ts'

/** Someone who talks to the API: a person who signed in, the site with its key, or nobody in particular. */
export interface Caller {
  /** @param language what whoever asks reads the admin in; Swedish when left out */
  ask: (method: string, path: string, body?: unknown, language?: Language) => Promise<Answer>
}

const callerWith = (url: string, authorization?: string): Caller => ({
  ask: async (method, path, body, language) =>
    readAnswer(
      await fetch(new URL(path, url), {
        method,
        headers: {
          ...(authorization ? { authorization } : {}),
          ...(language ? { 'accept-language': language } : {}),
          ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
      }),
    ),
})

const documentSchema = z.looseObject({ id: z.union([z.string(), z.number()]).transform(String) })
const answerSchema = z.looseObject({ doc: documentSchema })
const listSchema = z.looseObject({ docs: z.array(documentSchema), totalDocs: z.number() })
export type Document = z.infer<typeof documentSchema>

const succeeded = (answer: Answer, what: string): unknown => {
  if (answer.status < 200 || answer.status > 299)
    throw new Error(`${what} was answered ${answer.status}: ${answer.text}`)
  return answer.body
}

/** Where in the API a document of one language is: `pages`, `7`, `sv` => `/api/pages/7?locale=sv&depth=0`. */
const addressOf = (collection: string, id: string | undefined, language: Language, draft: boolean) =>
  `/api/${collection}${id === undefined ? '' : `/${id}`}?locale=${language}&depth=0${draft ? '&draft=true' : ''}`

/** A member of the staff at work. Every act throws when the API refuses it; `ask` tells what it answers instead. */
export interface StaffMember extends Caller {
  /** Saves a new document as a draft, or published. */
  creates: (collection: string, language: Language, data: object, status?: 'draft' | 'published') => Promise<Document>
  savesDraft: (collection: string, id: string, language: Language, data: object) => Promise<Document>
  publishes: (collection: string, id: string, language: Language, data?: object) => Promise<Document>
  unpublishes: (collection: string, id: string, language: Language) => Promise<Document>
  removes: (collection: string, id: string) => Promise<void>
  /** The document as an editor sees it, drafts included. */
  reads: (collection: string, id: string, language: Language) => Promise<Document>
  lists: (collection: string, query?: string) => Promise<Document[]>
}

const staffMember = (url: string, authorization: string): StaffMember => {
  const caller = callerWith(url, authorization)
  const save = async (method: string, path: string, body: object) =>
    answerSchema.parse(succeeded(await caller.ask(method, path, body), `${method} ${path}`)).doc
  return {
    ...caller,
    creates: (collection, language, data, status = 'draft') =>
      save('POST', addressOf(collection, undefined, language, status === 'draft'), { ...data, _status: status }),
    savesDraft: (collection, id, language, data) =>
      save('PATCH', addressOf(collection, id, language, true), { ...data, _status: 'draft' }),
    publishes: (collection, id, language, data = {}) =>
      save('PATCH', addressOf(collection, id, language, false), { ...data, _status: 'published' }),
    unpublishes: (collection, id, language) =>
      save('PATCH', addressOf(collection, id, language, false), { _status: 'draft' }),
    removes: async (collection, id) => {
      succeeded(await caller.ask('DELETE', `/api/${collection}/${id}`), `DELETE ${collection} ${id}`)
    },
    reads: async (collection, id, language) =>
      documentSchema.parse(
        succeeded(await caller.ask('GET', addressOf(collection, id, language, true)), `GET ${collection} ${id}`),
      ),
    lists: async (collection, query = 'limit=100') =>
      listSchema.parse(succeeded(await caller.ask('GET', `/api/${collection}?depth=0&${query}`), `GET ${collection}`))
        .docs,
  }
}

/** Signs in to the CMS at `url`, as the first administrator unless told who. */
export const signIn = async (url: string, { email, password } = administrator): Promise<StaffMember> => {
  const answer = await callerWith(url).ask('POST', '/api/users/login', { email, password })
  const { token } = z.object({ token: z.string() }).parse(succeeded(answer, `Signing in as ${email}`))
  return staffMember(url, `JWT ${token}`)
}

/** Gives somebody an account with a role, and signs in as them. */
export const hire = async (url: string, boss: StaffMember, role: string): Promise<StaffMember> => {
  const person = { email: `${role}-${Date.now()}@example.org`.toLowerCase(), password: administrator.password }
  succeeded(await boss.ask('POST', '/api/users', { ...person, role, name: `${role} i test` }), `Hiring a ${role}`)
  return signIn(url, person)
}

/** Somebody who has not signed in. */
export const anybody = (url: string): Caller => callerWith(url)

/** The site, which reads with its key. */
export interface SiteReader extends Caller {
  /** What is published of a drafted collection in one language. */
  published: (collection: string, language: Language) => Promise<Document[]>
}

export const siteReader = (url: string): SiteReader => {
  const caller = callerWith(url, `Site-Key ${siteKey}`)
  return {
    ...caller,
    published: async (collection, language) => {
      const path = `/api/${collection}?locale=${language}&depth=0&limit=100&sort=id&where[_status][equals]=published`
      return listSchema.parse(succeeded(await caller.ask('GET', path), `GET ${path}`)).docs
    },
  }
}
