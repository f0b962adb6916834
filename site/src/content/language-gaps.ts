import type { Block } from 'shared/content/blocks'
import type { Link } from 'shared/content/link'
import type { Media } from 'shared/content/media'
import type { Page } from 'shared/content/page'
import type { LanguageContent, SiteContent } from 'shared/content/site-content'
import { sentencesIn, tellLanguage } from 'shared/content/tell-language'
import { type Language, languages, otherLanguage } from 'shared/languages'
import { nameOfItem, questionsOf } from 'shared/membership/form-items'
import { type BehindText, problemOfBehind } from 'shared/publishing/behind-text'
import type { ReleaseProblem } from 'shared/publishing/release-report'
import type { AdminTextKey } from 'shared/translations/admin'
import type { languagesSv } from 'shared/translations/sv/languages'
import {
  type ContentName,
  type DocumentOf,
  isGlobal,
  keyOfChange,
  kinds,
  type ListName,
  listOf,
  nameOfCollection,
} from './kinds.ts'
import { textsOf } from './texts-of.ts'

/** What one language lacks that the other has, and the changes that would be its cause, by `keyOfChange`. */
export interface LanguageGap {
  problem: ReleaseProblem
  causes: string[]
  /** Found by counting words, which may err: told, and never a reason to hold anything back. */
  isGuess?: true
}

/** The kinds of which every document should be there in both languages. Pictures always are; members choose for themselves. */
const translatedKinds = [
  'pages',
  'news',
  'quotes',
  'factBoxes',
  'contacts',
  'glossaryTerms',
  'signupForms',
  'plans',
] as const satisfies ListName[]
type TranslatedKind = (typeof translatedKinds)[number]

const longestSentenceTold = 160
const mostSentencesTold = 3 // of one document

type CodeOf<Key> = Key extends `publishing.problem.${infer Code}` ? Code : never

/** What a document lacks in a language beside its twin: the sentence that says so, and what it is said with. */
interface Lack {
  code: CodeOf<keyof typeof languagesSv>
  values: Record<string, string | number> & { label?: AdminTextKey }
}

/** Fields that are filled in in one language only. They are named as the admin names them. */
const emptyFields = (fields: [label: AdminTextKey, own: unknown, twin: unknown][]): Lack[] =>
  fields.flatMap(([label, own, twin]) => (!own && twin ? [{ code: 'language-field', values: { label } }] : []))

const fewerOf = (label: AdminTextKey, here: number, there: number): Lack[] =>
  here < there ? [{ code: 'language-fewer', values: { label, here, there } }] : []

const countByType = (blocks: Block[]): Map<Block['blockType'], number> => {
  const counts = new Map<Block['blockType'], number>()
  for (const { blockType } of blocks) counts.set(blockType, (counts.get(blockType) ?? 0) + 1)
  return counts
}

const fewerBlocks = (own: Block[], twin: Block[]): Lack[] => {
  const here = countByType(own)
  return [...countByType(twin)].flatMap(([type, there]) =>
    fewerOf(`blocks.${type}.singular`, here.get(type) ?? 0, there),
  )
}

/** What is missing in the one of two documents that the other, its twin in the other language, has. */
const lacksOf: { [Name in TranslatedKind]: (own: DocumentOf<Name>, twin: DocumentOf<Name>) => Lack[] } = {
  pages: (own, twin) => [
    ...emptyFields([
      ['pages.introduction', own.introduction, twin.introduction],
      ['pages.hero', own.hero?.image ?? own.hero?.lineOne, twin.hero?.image ?? twin.hero?.lineOne],
      ['searchDescription.label', own.searchDescription, twin.searchDescription],
    ]),
    ...fewerBlocks(own.blocks, twin.blocks),
  ],
  news: (own, twin) =>
    emptyFields([
      ['news.introduction', own.introduction, twin.introduction],
      ['news.body', own.body, twin.body],
      ['searchDescription.label', own.searchDescription, twin.searchDescription],
    ]),
  quotes: (own, twin) =>
    emptyFields([
      ['quotes.role', own.role, twin.role],
      ['quotes.source', own.source, twin.source],
    ]),
  factBoxes: (own, twin) => fewerOf('facts.label', own.facts.length, twin.facts.length),
  contacts: (own, twin) =>
    emptyFields([
      ['contacts.jobTitle', own.jobTitle, twin.jobTitle],
      ['contacts.areasOfWork', own.areasOfWork.length, twin.areasOfWork.length],
    ]),
  glossaryTerms: () => [],
  plans: (own, twin) => emptyFields([['plans.planDescription', own.description, twin.description]]),
  signupForms: (own, twin) => {
    const names = new Set(own.items.map((item) => (item.blockType === 'step' ? '' : nameOfItem(item))))
    const lost = twin.items.flatMap((item) =>
      item.blockType === 'step' || names.has(nameOfItem(item)) ? [] : [nameOfItem(item)],
    )
    const helped = new Map(questionsOf(own.items).map((question) => [question.key, question]))
    const unhelped = questionsOf(twin.items).filter(({ key, help }) => help && helped.get(key)?.help === null)
    const consents = new Set(own.consents.map(({ name }) => name))
    const unasked = twin.consents.filter(({ name }) => !consents.has(name))
    return [
      ...lost.map((name): Lack => ({ code: 'language-question', values: { name } })),
      ...unhelped.map(({ key }): Lack => ({ code: 'language-help', values: { name: key } })),
      ...unasked.map(({ name }): Lack => ({ code: 'language-consent', values: { name } })),
      ...emptyFields([
        ['signupForms.introduction', own.introduction, twin.introduction],
        ['signupForms.submitLabel', own.submitLabel, twin.submitLabel],
        ['signupForms.privacyNotice', own.privacyNotice, twin.privacyNotice],
        ['signupForms.receiptText', own.receiptText, twin.receiptText],
      ]),
    ]
  },
}

const idOf = ({ id }: { id: string }): string => id

/** What a document is called where an editor looks for it. */
const titleOf = (document: object & { id: string }): string => {
  for (const key of ['title', 'name', 'term', 'organisationName', 'text', 'filename'] as const) {
    const title: unknown = Reflect.get(document, key)
    if (typeof title === 'string' && title) return title
  }
  return document.id
}

const gap = (
  name: ContentName,
  { id, title, language }: { id: string; title: string; language: Language },
  { code, values }: Lack,
): LanguageGap => ({
  problem: { collection: kinds[name].collection, id, title, language, code: `publishing.problem.${code}`, values },
  // Either language's change may have made the difference; whichever it was is held back where that is wished for.
  causes: languages.map((each) => keyOfChange({ name, id, language: each })),
})

const mapById = <Document extends { id: string }>(documents: Document[]): Map<string, Document> =>
  new Map(documents.map((document) => [document.id, document]))

const comparedTwins = new WeakMap<object, { own: object; lacks: Lack[] }>()

/** Documents do not change, so two are compared once. */
const lacksBeside = <Name extends TranslatedKind>(
  name: Name,
  own: DocumentOf<Name>,
  twin: DocumentOf<Name>,
): Lack[] => {
  const known = comparedTwins.get(twin)
  if (known?.own === own) return known.lacks
  const lacks = lacksOf[name](own, twin)
  comparedTwins.set(twin, { own, lacks })
  return lacks
}

/** Documents that are there in one language only, or whose twins differ in what there is of them. */
const gapsOfKind = <Name extends TranslatedKind>(content: SiteContent, name: Name): LanguageGap[] =>
  languages.flatMap((language) => {
    const own = mapById(listOf(content[language], name))
    return listOf(content[otherLanguage(language)], name).flatMap((twin) => {
      const document = own.get(idOf(twin))
      const lacks: Lack[] = document ? lacksBeside(name, document, twin) : [{ code: 'language-missing', values: {} }]
      return lacks.map((lack) => gap(name, { id: idOf(twin), title: titleOf(document ?? twin), language }, lack))
    })
  })

const shownPictures = new WeakMap<Page, (string | null)[]>()

const picturesOf = (page: Page): (string | null)[] => {
  const known = shownPictures.get(page)
  if (known) return known
  const inBlocks = page.blocks.flatMap((block) =>
    block.blockType === 'figure' || block.blockType === 'hero' ? [block.image] : [],
  )
  const pictures = [page.hero?.image ?? null, ...inBlocks].filter(Boolean)
  shownPictures.set(page, pictures)
  return pictures
}

/** Where in a language each picture is shown: pictures that no page shows need no words. */
const usersOfMedia = (own: LanguageContent, language: Language): Map<string, { title: string; key: string }> => {
  const users = new Map<string, { title: string; key: string }>()
  const note = (media: string | null, name: ListName, document: object & { id: string }) => {
    if (media && !users.has(media))
      users.set(media, { title: titleOf(document), key: keyOfChange({ name, id: document.id, language }) })
  }
  for (const page of own.pages) for (const picture of picturesOf(page)) note(picture, 'pages', page)
  for (const item of own.news) note(item.image, 'news', item)
  for (const contact of own.contacts) note(contact.photo, 'contacts', contact)
  return users
}

const saysNothing = ({ alt, decorative }: Media): boolean => !decorative && alt === null

const gapsInPictures = (content: SiteContent): LanguageGap[] =>
  languages.flatMap((language) => {
    const own = content[language]
    const users = usersOfMedia(own, language)
    return own.media.flatMap((media): LanguageGap[] => {
      const user = users.get(media.id)
      if (!user || !saysNothing(media)) return []
      const lack: Lack = { code: 'language-alt', values: { page: user.title } }
      const found = gap('media', { id: media.id, title: media.filename, language }, lack)
      return [{ ...found, causes: [...found.causes, user.key] }]
    })
  })

/** A link whose document is not published in the language is not shown, so it does not count. */
const shownLinks = (links: Link[], own: { pages: ReadonlySet<string>; news: ReadonlySet<string> }): number =>
  links.filter(({ kind, document }) => {
    if (kind === 'address' || !document) return true
    return document.relationTo === 'glossary-terms' || own[document.relationTo].has(document.value)
  }).length

const gapsInMenus = (content: SiteContent): LanguageGap[] => {
  const idsIn = ({ pages, news }: LanguageContent) => ({
    pages: new Set(pages.map(({ id }) => id)),
    news: new Set(news.map(({ id }) => id)),
  })
  const there = { sv: idsIn(content.sv), en: idsIn(content.en) }
  return (['main', 'footer'] as const).flatMap((menu) =>
    languages.flatMap((language) => {
      const other = otherLanguage(language)
      const here = shownLinks(content[language].menus[menu], there[language])
      const twin = shownLinks(content[other].menus[menu], there[other])
      const lack: Lack = { code: 'language-menu', values: { label: `menus.${menu}`, here, there: twin } }
      return here < twin ? [gap('menus', { id: kinds.menus.collection, title: '', language }, lack)] : []
    }),
  )
}

const gapsInSettings = (content: SiteContent): LanguageGap[] =>
  languages.flatMap((language) => {
    const own = content[language].settings
    const twin = content[otherLanguage(language)].settings
    const lacks = emptyFields([
      ['siteSettings.tagline', own.tagline, twin.tagline],
      ['siteSettings.footerText', own.footerText, twin.footerText],
    ])
    return lacks.map((lack) => gap('settings', { id: kinds.settings.collection, title: own.name, language }, lack))
  })

const foreignSentences: Record<Language, WeakMap<object, string[]>> = { sv: new WeakMap(), en: new WeakMap() }

/** The sentences of a document that are written in the other language. Documents do not change, so each is read once. */
const foreignSentencesIn = <Name extends ContentName>(
  name: Name,
  document: DocumentOf<Name>,
  language: Language,
): string[] => {
  const known = foreignSentences[language].get(document)
  if (known) return known
  const other = otherLanguage(language)
  const found = textsOf(name, document)
    .flatMap(sentencesIn)
    .filter((sentence) => tellLanguage(sentence) === other)
  foreignSentences[language].set(document, found)
  return found
}

const documentsAtOnce = 100

/** Reads the words of all documents that were not read yet, some at a time: on a large site that takes seconds at first. */
export function* readWords(content: SiteContent): Generator<void> {
  let read = 0
  for (const language of languages) {
    for (const { name } of Object.values(kinds)) {
      if (isGlobal(name)) continue
      for (const document of listOf(content[language], name)) {
        if (foreignSentences[language].has(document)) continue
        foreignSentencesIn(name, document, language)
        read += 1
        if (read % documentsAtOnce === 0) yield
      }
    }
  }
}

const shortened = (sentence: string): string =>
  sentence.length > longestSentenceTold ? `${sentence.slice(0, longestSentenceTold).trimEnd()}…` : sentence

const gapsInWords = (content: SiteContent): LanguageGap[] => {
  const found: LanguageGap[] = []
  const look = <Name extends ContentName>(
    name: Name,
    document: DocumentOf<Name>,
    { id, title, language }: { id: string; title: string; language: Language },
  ) => {
    for (const sentence of foreignSentencesIn(name, document, language).slice(0, mostSentencesTold)) {
      const lack: Lack = { code: 'language-mixed', values: { sentence: shortened(sentence) } }
      found.push({ ...gap(name, { id, title, language }, lack), isGuess: true })
    }
  }
  const lookAtAll = <Name extends ListName>(name: Name, language: Language) => {
    for (const document of listOf(content[language], name)) {
      if (foreignSentencesIn(name, document, language).length === 0) continue
      look(name, document, { id: idOf(document), title: titleOf(document), language })
    }
  }
  for (const language of languages) {
    const { settings, menus } = content[language]
    look('settings', settings, { id: kinds.settings.collection, title: settings.name, language })
    look('menus', menus, { id: kinds.menus.collection, title: '', language })
    for (const { name } of Object.values(kinds)) if (!isGlobal(name)) lookAtAll(name, language)
  }
  return found
}

/** A text that was left behind, as the CMS tells it. */
export const gapOfBehind = (behind: BehindText): LanguageGap => {
  const name = nameOfCollection(behind.collection)
  const causes = name ? languages.map((language) => keyOfChange({ name, id: behind.id, language })) : []
  return { problem: problemOfBehind(behind), causes }
}

/**
 * Everything that one language of the site lacks and the other has: documents, blocks, fields, words for pictures, links of
 * menus, questions of forms; and sentences that are in the other language.
 */
export const languageGapsOf = (content: SiteContent): LanguageGap[] => [
  ...translatedKinds.flatMap((name) => gapsOfKind(content, name)),
  ...gapsInPictures(content),
  ...gapsInMenus(content),
  ...gapsInSettings(content),
  ...gapsInWords(content),
]
