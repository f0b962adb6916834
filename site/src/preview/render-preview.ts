import type { Menus } from 'shared/content/menu'
import type { Reference } from 'shared/content/link'
import { type Language, languages, otherLanguage } from 'shared/languages'
import { isPreviewedCollection, type PreviewedCollection, previewPath } from 'shared/publishing/preview-link'
import { type AdminTextKey, sayAdmin } from 'shared/translations/admin'
import { type Translate, translateTo } from 'shared/translations/translate'
import { parseDocument } from '../content/from-cms.ts'
import type { ContentChange } from '../content/kinds.ts'
import type { Site } from '../content/site.ts'
import type { Route } from '../paths.ts'
import type { Answered } from '../publishing/render-path.ts'
import type { DocumentName, FetchDrafts, FetchedDraft } from './fetch-drafts.ts'
import type { PreviewQuestion, PreviewResult } from './preview-messages.ts'
import type { PreviewState } from './preview-state.ts'
import { readDraft } from './read-draft.ts'

const mostRounds = 4
const mostDocumentsAtOnce = 100

/** What previews are made with. */
export interface PreviewParts {
  site: Site // all that is published
  /** Gives what the compiled pages answer; may reject. */
  answer: (site: Site, path: string, locals: { preview: PreviewState }) => Promise<Answered>
  fetchDrafts: FetchDrafts
  /** The same; what it gives may be some seconds old. */
  rememberedDrafts: FetchDrafts
}

/** The kinds that a page shows inside itself, with the names that the site knows them by. */
const shownInside: Record<string, PreviewedCollection> = {
  quotes: 'quotes',
  factBoxes: 'fact-boxes',
  contacts: 'contacts',
  glossaryTerms: 'glossary-terms',
  signupForms: 'signup-forms',
}

/** The heading and the one block of the page around a document that has no page of its own. */
const pagesAround: Record<string, { heading: AdminTextKey; block: (id: string) => object }> = {
  quotes: { heading: 'quotes.singular', block: (quote) => ({ blockType: 'quote', quote }) },
  'fact-boxes': { heading: 'factBoxes.singular', block: (factBox) => ({ blockType: 'factBox', factBox }) },
  contacts: { heading: 'contacts.singular', block: (contact) => ({ blockType: 'contactCard', contacts: [contact] }) },
  'glossary-terms': { heading: 'glossaryTerms.singular', block: (term) => ({ blockType: 'term', term }) },
  'signup-forms': { heading: 'signupForms.singular', block: (form) => ({ blockType: 'signupForm', form }) },
}

const madeUpId = 'preview'

/** No page can be there: editors cannot choose this part of an address. */
const madeUpPath = (language: Language): string => `/${language}/preview/`

const madeUpRoute = (id: string, kind: 'page' | 'news-item', language: Language): Route => ({
  kind,
  id,
  language,
  path: madeUpPath(language),
  alternates: Object.fromEntries(languages.map((each) => [each, madeUpPath(each)])),
})

/** A page around something that has none of its own. */
const madeUpPage = (language: Language, content: object): ContentChange => {
  const page = { id: madeUpId, slug: madeUpId, updatedAt: new Date().toISOString(), ...content }
  const read = parseDocument('pages', language, page)
  if ('problem' in read)
    throw new Error(`The page around a preview is no page: ${JSON.stringify(read.problem.values)}.`)
  return read.change
}

/** What is to be shown, and where. */
interface Picture {
  route: Route
  changes: ContentChange[]
  notes: string[]
}

const keyOf = ({ collection, id }: DocumentName): string => `${collection}:${id}`

/** Documents that the menus lead to: they are missing on every page of the site, so this page is not told of them. */
const inMenus = ({ main, footer }: Menus): Set<string> =>
  new Set(
    [...main, ...footer].flatMap(({ document }) =>
      document ? [keyOf({ collection: document.relationTo, id: document.value })] : [],
    ),
  )

/** A page with what it was made from. */
type Shown = Answered & { site: Site }

/** Which documents, besides its own, the page would show as drafts, and pictures that came after the last release. */
const wantedBy = (
  { asked, missing, site }: Shown,
  { drafts, collection, id, language }: PreviewQuestion,
): DocumentName[] => {
  const pictures = missing.filter((each) => each.collection === 'media')
  if (!drafts) return pictures
  const sources = new Set(asked.flatMap((each) => [...site.questions.sourcesOf(each)]))
  const inside = [...sources].flatMap((source): DocumentName[] => {
    const [name = '', askedId = '', askedLanguage] = source.split(':')
    const kind = shownInside[name]
    return kind && askedLanguage === language && askedId !== '*' ? [{ collection: kind, id: askedId }] : []
  })
  const unpublished = missing.filter((each) => isPreviewedCollection(each.collection))
  const wanted = new Map([...pictures, ...inside, ...unpublished].map((each) => [keyOf(each), each]))
  wanted.delete(keyOf({ collection, id }))
  return [...wanted.values()]
}

const readOther = ({ collection, id, document }: FetchedDraft, language: Language): ContentChange | null => {
  if (!document) return null
  const read = isPreviewedCollection(collection)
    ? readDraft({ collection, id, language }, document)
    : parseDocument('media', language, document)
  return 'change' in read ? read.change : null
}

/** Shows a draft in the site's own components. */
export const renderPreview = async (parts: PreviewParts, question: PreviewQuestion): Promise<PreviewResult> => {
  const { token, collection, id, language, data } = question
  let raw = data ?? null
  try {
    raw ??= (await parts.fetchDrafts(token, language, [{ collection, id }]))[0]?.document ?? null
  } catch (error) {
    console.error('A preview could not be shown: the CMS did not give the draft.', error)
    return { outcome: 'away' }
  }
  if (raw === null) return { outcome: 'gone' }

  const read = readDraft({ collection, id, language }, raw)
  if ('obstacle' in read && data) {
    return {
      outcome: 'unfinished',
      note: translateTo(language)('preview.unfinished.note', { field: read.obstacle }),
    }
  }
  try {
    const picture =
      'obstacle' in read ? pictureOfObstacle(question, read.obstacle) : pictureOf(parts.site, question, read)
    const { status, headers, body } = await show(parts, question, picture)
    return { outcome: 'shown', page: { status, headers, body: body.toString('utf8') } }
  } catch (error) {
    console.error(`A preview of ${collection} ${id} could not be made.`, error)
    return { outcome: 'away' }
  }
}

const pictureOfObstacle = ({ language }: PreviewQuestion, field: string): Picture => {
  const t: Translate = translateTo(language)
  const page = { title: t('preview.unfinished.heading'), introduction: t('preview.unfinished.text', { field }) }
  return { route: madeUpRoute(madeUpId, 'page', language), changes: [madeUpPage(language, page)], notes: [] }
}

const pictureOf = (
  site: Site,
  { collection, id, language }: PreviewQuestion,
  { change, notes }: { change: ContentChange; notes: string[] },
): Picture => {
  const t: Translate = translateTo(language)
  const around = pagesAround[collection]
  if (around) {
    const page = madeUpPage(language, { title: sayAdmin(language, around.heading), blocks: [around.block(id)] })
    return {
      route: madeUpRoute(madeUpId, 'page', language),
      changes: [change, page],
      notes: [t('preview.note.part'), ...notes],
    }
  }
  const isNews = collection === 'news'
  const reference: Reference = { relationTo: isNews ? 'news' : 'pages', value: id }
  const placed = site.overlay([change])
  const route = placed.routeOf(reference, language)
  if (route) return { route, changes: [change], notes }
  const madeUp = madeUpRoute(id, isNews ? 'news-item' : 'page', language)
  const there = placed.routeOf(reference, otherLanguage(language))
  const alternates = {
    [language]: madeUp.path,
    ...(there ? { [otherLanguage(language)]: there.path } : {}),
  }
  return { route: { ...madeUp, alternates }, changes: [change], notes: [t('preview.note.no-place'), ...notes] }
}

const show = async (parts: PreviewParts, question: PreviewQuestion, picture: Picture): Promise<Answered> => {
  const { token, collection, id, language, drafts, expiresAt } = question
  const { site } = parts
  const fetchDrafts = question.data ? parts.rememberedDrafts : parts.fetchDrafts
  const { route, changes } = picture
  const t: Translate = translateTo(language)
  const others: ContentChange[] = []
  const fetched = new Set<string>()

  const answerWith = async (notes: string[]): Promise<Shown> => {
    const preview: PreviewState = {
      collection,
      id,
      route,
      otherLanguage: previewPath(token, otherLanguage(language)),
      expiresAt,
      notes: drafts ? [t('preview.note.drafts'), ...notes] : notes,
    }
    const shown = site.overlay([...others, ...changes])
    return { ...(await parts.answer(shown, route.path, { preview })), site: shown }
  }

  /** Fetches what the page asked for and was not given; false: there is nothing more to show. */
  const fetchMore = async (answered: Shown): Promise<boolean> => {
    const wanted = wantedBy(answered, question)
      .filter((each) => !fetched.has(keyOf(each)))
      .slice(0, mostDocumentsAtOnce)
    if (wanted.length === 0) return false
    for (const each of wanted) fetched.add(keyOf(each))
    const found = await fetchDrafts(token, language, wanted).catch((error: unknown) => {
      if (drafts) throw error
      return [] // a picture that is not there yet is no reason to show nothing
    })
    const more = found.flatMap((draft) => readOther(draft, language) ?? [])
    others.push(...more)
    return more.length > 0
  }

  let answered = await answerWith(picture.notes)
  for (let round = 1; round < mostRounds && (await fetchMore(answered)); round += 1) {
    answered = await answerWith(picture.notes)
  }
  const menus = inMenus(site.storeFor(language).menus())
  const hidden = answered.missing.filter((each) => each.collection !== 'media' && !menus.has(keyOf(each)))
  if (hidden.length === 0) return answered
  const count = hidden.length
  const note = t(count === 1 ? 'preview.note.hidden_one' : 'preview.note.hidden_other', { count })
  return answerWith([...picture.notes, note])
}
