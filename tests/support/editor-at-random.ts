import { constantFrom, nat, record } from 'fast-check'
import { type Language, languages } from 'shared/languages'
import { callToAction, related, richText, type Target, textBlock } from './rich-text.ts'
import type { Document, StaffMember } from './staff.ts'

// What an editor does with pages, news and what pages show of others, drawn at random. A step names what it is done to by
// numbers, which are taken among what is there when its turn has come.

const numbers = { which: nat(), other: nat(), words: nat({ max: 999_999 }) }
const language = constantFrom(...languages)

const kindsOfStep = [
  'new page',
  'new page',
  'new news item',
  'event',
  'text',
  'text',
  'title',
  'slug',
  'move',
  'order',
  'publish in the other language',
  'unpublish',
  'delete',
  'news',
  'menu',
  'settings',
  'quote',
  'fact box',
  'contact',
  'term',
  'member',
  'redirect',
  'draft',
  'news page',
] as const

/** One thing that an editor does. */
export const stepArbitrary = record({ kind: constantFrom(...kindsOfStep), language, ...numbers })
export type Step = ReturnType<typeof stepArbitrary.generate>['value']

interface Own {
  collection: 'pages' | 'news'
  id: string
}

/** There is nothing that the step could be done to. */
const impossible = (): never => {
  throw new Error('There is nothing of the kind.')
}

const pick = <Value>(values: Value[], which: number): Value | undefined => values[which % Math.max(values.length, 1)]

/** Does what steps say. What the CMS refuses, as it refuses an editor, is left undone: the answer then is the refusal. */
export const createEditorAtRandom = async (staff: StaffMember) => {
  const own: Own[] = []
  const shared: Record<
    'quotes' | 'fact-boxes' | 'contacts' | 'glossary-terms' | 'members' | 'signup-forms',
    Document[]
  > = {
    quotes: await staff.lists('quotes'),
    'fact-boxes': await staff.lists('fact-boxes'),
    contacts: await staff.lists('contacts'),
    'glossary-terms': await staff.lists('glossary-terms'),
    members: await staff.lists('members'),
    'signup-forms': await staff.lists('signup-forms'),
  }
  const examplePages = await staff.lists('pages')
  const settings = Object((await staff.ask('GET', '/api/globals/site-settings?depth=0')).body)

  const ownPages = () => own.filter(({ collection }) => collection === 'pages')
  const nameOf = (words: number, language: Language) => `${language === 'sv' ? 'Ord' : 'Word'} ${words}`
  const slugOf = (words: number) => `ord-${words % 40}` // few, so that they meet

  /** Blocks that show other documents, and lead to some. */
  const blocksOf = ({ which, other, words, language: spoken }: Step) => {
    const target = pick(own, other)
    const targets: Target[] = [
      ...(target ? [{ relationTo: target.collection, id: target.id }] : []),
      ...[pick(shared['glossary-terms'], which)].flatMap((term) =>
        term ? [{ relationTo: 'glossary-terms' as const, id: term.id }] : [],
      ),
    ]
    const ofOthers = [
      [{ blockType: 'quote', quote: related(pick(shared.quotes, which)?.id ?? '') }],
      [{ blockType: 'factBox', factBox: related(pick(shared['fact-boxes'], which)?.id ?? '') }],
      [{ blockType: 'contactCard', contacts: [related(pick(shared.contacts, which)?.id ?? '')] }],
      [{ blockType: 'term', term: related(pick(shared['glossary-terms'], other)?.id ?? '') }],
      [
        {
          blockType: 'questions',
          questions: [{ question: nameOf(which, spoken), answer: richText(nameOf(other, spoken)) }],
        },
      ],
      [{ blockType: 'newsList', limit: 1 + (which % 3) }],
      [{ blockType: 'memberList' }],
      [{ blockType: 'signupForm', form: related(pick(shared['signup-forms'], which)?.id ?? '') }],
      [],
    ]
    const leads = targets[0] ? [callToAction(targets[0])] : []
    return [textBlock(nameOf(words, spoken), targets), ...(pick(ofOthers, words) ?? []), ...leads]
  }

  const parentOf = (other: number) => {
    const above = pick([null, null, ...ownPages(), ...examplePages.slice(0, 4)], other)
    return above ? related(above.id) : null
  }

  const isPublished = async ({ collection, id }: Own, spoken: Language) =>
    (await staff.reads(collection, id, spoken))['_status'] === 'published'

  const edit = async (document: Own | undefined, spoken: Language, data: object): Promise<void> => {
    if (!document || !(await isPublished(document, spoken))) return impossible()
    await staff.publishes(document.collection, document.id, spoken, data)
  }

  const editShared = async (collection: keyof typeof shared, step: Step, data: object): Promise<void> => {
    const document = pick(shared[collection], step.which)
    if (!document) return impossible()
    await staff.publishes(collection, document.id, step.language, data)
  }

  const saveGlobal = async (slug: string, spoken: Language, data: object): Promise<void> => {
    const answer = await staff.ask('POST', `/api/globals/${slug}?locale=${spoken}&depth=0`, data)
    if (answer.status !== 200) throw new Error(answer.text)
  }

  const acts: Record<Step['kind'], (step: Step) => Promise<void>> = {
    'new page': async (step) => {
      const { words, other, language: spoken } = step
      const page = {
        title: nameOf(words, spoken),
        slug: slugOf(words),
        parent: parentOf(other),
        blocks: blocksOf(step),
      }
      const { id } = await staff.creates('pages', spoken, page, 'published')
      own.push({ collection: 'pages', id })
    },
    'new news item': async (step) => {
      const { words, which, language: spoken } = step
      const publishedOn = new Date(Date.UTC(2026, which % 12, 1 + (which % 28))).toISOString()
      const item = {
        title: nameOf(words, spoken),
        slug: slugOf(words),
        publishedOn,
        introduction: nameOf(which, spoken),
      }
      const { id } = await staff.creates('news', spoken, item, 'published')
      own.push({ collection: 'news', id })
    },
    event: ({ which, words, language: spoken }) => {
      const startsAt = words % 3 === 0 ? null : new Date(Date.UTC(2027, words % 12, 3, 12)).toISOString()
      const item = pick(
        own.filter(({ collection }) => collection === 'news'),
        which,
      )
      return edit(item, spoken, { event: { startsAt, endsAt: null, place: startsAt && nameOf(words, spoken) } })
    },
    text: (step) => edit(pick(ownPages(), step.which), step.language, { blocks: blocksOf(step) }),
    title: ({ which, words, language: spoken }) => edit(pick(own, which), spoken, { title: nameOf(words, spoken) }),
    slug: ({ which, words, language: spoken }) => edit(pick(own, which), spoken, { slug: slugOf(words) }),
    move: ({ which, other, language: spoken }) => edit(pick(ownPages(), which), spoken, { parent: parentOf(other) }),
    order: ({ which, words, language: spoken }) => edit(pick(ownPages(), which), spoken, { order: words % 7 }),
    'publish in the other language': async (step) => {
      const { which, words, language: spoken } = step
      const document = pick(own, which)
      const body =
        document?.collection === 'pages' ? { blocks: blocksOf(step) } : { introduction: nameOf(words, spoken) }
      if (!document) return impossible()
      const data = { title: nameOf(words, spoken), slug: slugOf(words), ...body }
      await staff.publishes(document.collection, document.id, spoken, data)
    },
    unpublish: async ({ which, language: spoken }) => {
      const document = pick(own, which)
      if (!document || !(await isPublished(document, spoken))) return impossible()
      await staff.unpublishes(document.collection, document.id, spoken)
    },
    delete: async ({ which }) => {
      const document = pick(own, which)
      if (!document) return impossible()
      await staff.removes(document.collection, document.id)
      own.splice(own.indexOf(document), 1)
    },
    news: ({ which, words, language: spoken }) =>
      edit(
        pick(
          own.filter(({ collection }) => collection === 'news'),
          which,
        ),
        spoken,
        {
          introduction: nameOf(words, spoken),
          publishedOn: new Date(Date.UTC(2026, words % 12, 1)).toISOString(),
        },
      ),
    menu: async ({ which, other, words, language: spoken }) => {
      const linked = [pick(own, which), pick(own, other)].flatMap((document) => document ?? [])
      const links = linked.map(({ collection, id }, place) => ({
        link: {
          kind: 'document',
          document: { relationTo: collection, value: related(id) },
          ...(place === 0 ? { label: nameOf(words, spoken) } : {}),
        },
      }))
      await saveGlobal('menus', spoken, { [words % 2 ? 'main' : 'footer']: links })
    },
    settings: ({ words, which, language: spoken }) =>
      saveGlobal(
        'site-settings',
        spoken,
        which % 2 ? { name: nameOf(words, 'sv') } : { tagline: nameOf(words, spoken) },
      ),
    'news page': async ({ which, other }) => {
      const page = which % 3 ? settings.newsPage : pick(ownPages(), other)?.id
      if (!page) return impossible()
      await saveGlobal('site-settings', 'sv', { newsPage: related(String(page)) })
    },
    quote: (step) => editShared('quotes', step, { text: nameOf(step.words, step.language) }),
    'fact box': (step) => editShared('fact-boxes', step, { title: nameOf(step.words, step.language) }),
    contact: (step) => editShared('contacts', step, { jobTitle: nameOf(step.words, step.language) }),
    term: (step) =>
      editShared('glossary-terms', step, {
        term: nameOf(step.words, step.language),
        definition: richText(nameOf(step.other, step.language)),
      }),
    member: async ({ which, words }) => {
      const member = pick(shared.members, which)
      const data = words % 2 ? { listed: words % 4 === 1 } : { organisationName: nameOf(words, 'sv') }
      if (!member) return impossible()
      const answer = await staff.ask('PATCH', `/api/members/${member.id}?depth=0`, data)
      if (answer.status !== 200) throw new Error(answer.text)
    },
    redirect: async ({ which, words }) => {
      const document = pick(own, which)
      if (!document) return impossible()
      const target = { relationTo: document.collection, value: related(document.id) }
      const from = words % 3 ? `/gammal/${words}/` : `/sv/${slugOf(words)}/`
      const answer = await staff.ask('POST', '/api/redirects?depth=0', { from, document: target })
      if (answer.status !== 201) throw new Error(answer.text)
    },
    draft: async ({ which, words, language: spoken }) => {
      const document = pick(own, which)
      if (!document) return impossible()
      await staff.savesDraft(document.collection, document.id, spoken, { title: `Utkast ${words}` })
      return impossible() // for visitors, that is nothing
    },
  }

  return {
    /** Does a step; null when it was done, else why the CMS refused. */
    does: async (step: Step): Promise<string | null> => {
      try {
        await acts[step.kind](step)
        return null
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        if (/answered 5\d\d/.test(reason)) throw error
        return reason
      }
    },
  }
}
