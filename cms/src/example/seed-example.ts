import { join } from 'node:path'
import {
  createLocalReq,
  type CollectionSlug,
  type DataFromGlobalSlug,
  type GlobalSlug,
  type Payload,
  type RequiredDataFromCollectionSlug,
} from 'payload'
import { defaultLanguage, languages, type Language } from 'shared/languages'
import { requestRelease, withoutRelease } from '../publishing/request-release.ts'
import { factBoxes } from './fact-boxes.ts'
import { glossary } from './glossary.ts'
import { media } from './media.ts'
import { members } from './members.ts'
import { news } from './news.ts'
import { menus, organisation } from './organisation.ts'
import { pages } from './pages.ts'
import { people } from './people.ts'
import { plans } from './plans.ts'
import { quotes } from './quotes.ts'
import { signupForms } from './signup-form.ts'
import { inLanguage, type ExampleDocument, type Mention, type MentionedCollection } from './texts.ts'

type Id = string | number

/**
 * Fills an empty database with the example organisation, everything published in each language it has, and asks for
 * one release. What mentions nothing is stored first; pages and terms mention one another, so they get their ids as
 * drafts before their texts are written.
 */
export const seedExample = async (payload: Payload): Promise<void> => {
  const store = storeOf(payload)
  for (const picture of media) await store.addPicture(picture) // one at a time: each takes a hundred megabytes while its sizes are made
  for (const plan of plans) await store.add('plans', plan)
  for (const person of people) await store.add('contacts', person)
  for (const quote of quotes) await store.add('quotes', quote)
  for (const box of factBoxes) await store.add('fact-boxes', box)

  for (const { key, title, slug, parent, order } of pages)
    await store.addDraft('pages', { key, title, slug, parent, order })
  for (const { key, term, slug } of glossary) await store.addDraft('glossary-terms', { key, term, slug })
  await store.setGlobal('site-settings', organisation)
  for (const term of glossary) await store.publish('glossary-terms', term)
  for (const form of signupForms) await store.add('signup-forms', form)
  for (const page of pages) await store.publish('pages', page)
  await store.setGlobal('menus', menus)

  for (const item of news) await store.add('news', item)
  for (const member of members) await store.add('members', member)
  await requestRelease(await createLocalReq({}, payload), {
    collectionSlug: '',
    documentId: '',
    documentTitle: '',
    action: 'rebuild',
  })
}

const languagesOf = ({ onlyInSwedish }: ExampleDocument): readonly Language[] =>
  onlyInSwedish ? [defaultLanguage] : languages

/** What of a document is stored; its key and the mark that it is only in Swedish are for us. */
const fieldsOf = (document: ExampleDocument) =>
  Object.fromEntries(Object.entries(document).filter(([name]) => name !== 'key' && name !== 'onlyInSwedish'))

/** Stores documents of the example and knows their ids afterwards, by what others call them: `pages/start`. */
const storeOf = (payload: Payload) => {
  const ids = new Map<string, Id>()
  const idOf = ({ mention }: Mention): Id => {
    const id = ids.get(mention)
    if (id === undefined) throw new Error(`The example mentions ${mention} before it is stored, or it does not exist.`)
    return id
  }

  // Payload checks these data as it checks an editor's. Its types cannot follow texts that are still in two languages.
  const dataOf = <Slug extends CollectionSlug>(document: object, language: Language) =>
    inLanguage(document, language, idOf) as RequiredDataFromCollectionSlug<Slug>

  const isDrafted = (collection: CollectionSlug) => Boolean(payload.collections[collection]?.config.versions?.drafts)
  const published = (collection: CollectionSlug) => (isDrafted(collection) ? { _status: 'published' } : {})

  const write = async (
    collection: CollectionSlug,
    id: Id,
    document: ExampleDocument,
    locale: Language,
  ): Promise<void> => {
    const data = dataOf<typeof collection>({ ...fieldsOf(document), ...published(collection) }, locale)
    await payload.update({ collection, id, locale, data, depth: 0, context: withoutRelease })
  }

  const create = async (
    collection: MentionedCollection | 'news' | 'members',
    document: ExampleDocument,
    { draft = false, filePath }: { draft?: boolean; filePath?: string } = {},
  ): Promise<Id> => {
    const locale = defaultLanguage
    const data = dataOf<typeof collection>({ ...fieldsOf(document), ...(draft ? {} : published(collection)) }, locale)
    const file = filePath ? { filePath } : {}
    const { id } = await payload.create({ collection, locale, data, draft, depth: 0, context: withoutRelease, ...file })
    ids.set(`${collection}/${document.key}`, id)
    return id
  }

  const add = async (...[collection, document, options]: Parameters<typeof create>): Promise<void> => {
    const id = await create(collection, document, options)
    for (const language of languagesOf(document).filter((other) => other !== defaultLanguage))
      await write(collection, id, document, language)
  }

  return {
    /** Stores a document in every language it has, published. */
    add,
    /** Stores a picture from `pictures/` with its texts. */
    addPicture: ({ file, ...picture }: ExampleDocument) =>
      add('media', picture, { filePath: join(import.meta.dirname, 'pictures', String(file)) }),
    /** Stores the beginning of a document, so that others can mention it. */
    addDraft: (collection: MentionedCollection, document: ExampleDocument) =>
      create(collection, document, { draft: true }),
    /** Writes and publishes, in every language it has, a document that has been begun. */
    publish: async (collection: MentionedCollection, document: ExampleDocument): Promise<void> => {
      const id = idOf({ mention: `${collection}/${document.key}` })
      for (const language of languagesOf(document)) await write(collection, id, document, language)
    },
    setGlobal: async (slug: GlobalSlug, content: object): Promise<void> => {
      for (const locale of languages) {
        const data = inLanguage(content, locale, idOf) as DataFromGlobalSlug<typeof slug>
        await payload.updateGlobal({ slug, locale, data, depth: 0, context: withoutRelease })
      }
    },
  }
}
