import { listedMemberSchema } from 'shared/membership/member'
import { expect, test } from 'vitest'
import { memberChoices } from './member-choices.ts'

const member = (id: number, city: string | null, tags: string[] = []) =>
  listedMemberSchema.parse({ id, organisationName: `Medlem ${id}`, city, tags })

test('towns and fields of work are chosen by in the alphabet of the language', () => {
  const members = [
    member(1, 'Örnsköldsvik', ['trä']),
    member(2, 'Ange', ['energi']),
    member(3, 'Åre', ['trä']),
    member(4, 'Ånge', ['trä']),
    member(5, 'Zinkgruvan'),
    member(6, 'Åre'),
  ]
  const { tags, cities, of } = memberChoices(members, 'sv')
  expect(cities.map(({ name }) => name)).toEqual(['Ange', 'Zinkgruvan', 'Ånge', 'Åre', 'Örnsköldsvik'])
  expect(cities.find(({ name }) => name === 'Åre')).toMatchObject({ members: 2 })
  expect(tags).toEqual([
    { number: 1, name: 'energi', members: 1 },
    { number: 2, name: 'trä', members: 3 },
  ])
  const [first] = members
  expect(first && of(first)).toEqual([2, cities.at(-1)?.number])
})

test('there is nothing to choose by in a short list, or when all are alike', () => {
  expect(memberChoices([member(1, 'Åre'), member(2, 'Ånge')], 'sv').cities).toEqual([])
  const alike = Array.from({ length: 8 }, (_, id) => member(id, 'Åre', ['trä']))
  expect(memberChoices(alike, 'sv')).toMatchObject({ tags: [], cities: [] })
})

test('the most frequent are kept when there are more than the style sheet knows', () => {
  const members = Array.from({ length: 60 }, (_, id) => member(id, `Ort ${id % 30}`, id < 2 ? ['sällsynt'] : []))
  const { cities, of } = memberChoices(members, 'sv')
  expect(cities).toHaveLength(20)
  expect(Math.max(...cities.map(({ number }) => number))).toBe(40)
  expect(members.every((each) => of(each).every((number) => number > 20 && number <= 40))).toBe(true)
})
