import type { LanguageContent } from 'shared/content/site-content'
import { listedMemberSchema } from 'shared/membership/member'
import { expect, test } from 'vitest'
import { madeUpContent, madeUpPage } from './content/made-up-content.ts'
import { createSite } from './content/site.ts'
import { memberHomeOf, pathOf, problemsOf, routeAt, routesOf } from './paths.ts'

const member = (id: string, given: object = {}) =>
  listedMemberSchema.parse({
    id,
    organisationName: `Medlem ${id}`,
    slug: `medlem-${id}`,
    ownPage: true,
    presentation: 'Vi finns.',
    ...given,
  })
const list = [{ blockType: 'memberList' }]
const pages = [madeUpPage('1', 'Start', 'start'), madeUpPage('2', 'Medlemmar', 'medlemmar', null, list)]
const english = [madeUpPage('1', 'Start', 'start'), madeUpPage('2', 'Members', 'members', null, list)]
const contentOf = (sv: Partial<LanguageContent>, en: Partial<LanguageContent> = {}) => ({
  sv: madeUpContent({ pages, ...sv }),
  en: madeUpContent({ pages: english, ...en }),
})

test('a member that presents itself has a page below the list of members, in the languages it does so in', () => {
  const content = contentOf(
    { members: [member('7'), member('8', { presentation: null }), member('9', { ownPage: false })] },
    { members: [member('7', { presentation: 'Here we are.' }), member('8')] },
  )
  expect(memberHomeOf(content.sv)).toBe('2')
  expect(routeAt(content, '/sv/medlemmar/medlem-7/')).toEqual({
    kind: 'member',
    id: '7',
    language: 'sv',
    path: '/sv/medlemmar/medlem-7/',
    alternates: { sv: '/sv/medlemmar/medlem-7/', en: '/en/members/medlem-7/' },
  })
  expect(routesOf(content).filter(({ kind }) => kind === 'member')).toHaveLength(3)
  expect(pathOf(content, 'sv', { relationTo: 'members', value: '8' })).toBeNull()
})

test('without a list of members none has a page', () => {
  const content = contentOf({ pages: [madeUpPage('1', 'Start', 'start')], members: [member('7')] })
  expect(routesOf(content).filter(({ kind, language }) => kind === 'member' && language === 'sv')).toEqual([])
})

test('a page that has the address already keeps it, and an editor is told', () => {
  const content = contentOf({ pages: [...pages, madeUpPage('3', 'Förr', 'medlem-7', '2')], members: [member('7')] })
  expect(routeAt(content, '/sv/medlemmar/medlem-7/')).toMatchObject({ kind: 'page', id: '3' })
  expect(problemsOf(content)).toMatchObject([
    { collection: 'members', id: '7', code: 'duplicate-path', title: 'Medlem 7' },
  ])
})

test('pages come and go with what the register says', () => {
  const site = createSite(contentOf({ members: [member('7')] }))
  const path = '/sv/medlemmar/medlem-7/'
  const { route, store } = site.open(path)
  expect(route.kind).toBe('member')
  expect(store.member('7')?.organisationName).toBe('Medlem 7')
  const renamed = site.change([
    { name: 'members', language: 'sv', id: '7', document: member('7', { organisationName: 'Ny' }) },
  ])
  expect(renamed.addresses).toBe(false)
  expect(renamed.answers.some((question) => store.asked.has(question))).toBe(true)
  const left = site.change([{ name: 'members', language: 'sv', id: '7', document: null }])
  expect(left.addresses).toBe(true)
  expect(site.open(path).route.kind).toBe('not-found')
})
