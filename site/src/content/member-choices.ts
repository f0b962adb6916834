import type { ListedMember } from 'shared/membership/member'
import type { Language } from 'shared/languages'
import { languageLocales } from 'shared/languages'

/** Some of the members, which a visitor can choose to see alone. */
export interface MemberChoice {
  number: number // the style sheet knows the choices by it
  name: string
  members: number
}

export interface MemberChoices {
  tags: MemberChoice[]
  cities: MemberChoice[]
  /** The numbers of the choices that a member belongs to. */
  of: (member: ListedMember) => number[]
}

/** The style sheet knows so many choices of each kind. */
const mostOfAKind = 20
const fewestMembers = 6 // a shorter list is read faster than chosen from

/**
 * What a visitor can choose by: fields of work and towns that some but not all members have in common. The most frequent ones
 * when there are many, in the alphabet of the language.
 */
export const memberChoices = (members: ListedMember[], language: Language): MemberChoices => {
  const { compare } = new Intl.Collator(languageLocales[language])
  const choicesBy = (valuesOf: (member: ListedMember) => string[], firstNumber: number): MemberChoice[] => {
    const counts = new Map<string, number>()
    for (const member of members) {
      for (const value of new Set(valuesOf(member))) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    const frequent = [...counts]
      .filter(([, count]) => count < members.length)
      .toSorted(([one, count], [other, otherCount]) => otherCount - count || compare(one, other))
      .slice(0, mostOfAKind)
    if (members.length < fewestMembers || frequent.length < 2) return []
    return frequent
      .toSorted(([one], [other]) => compare(one, other))
      .map(([name, count], place) => ({ number: firstNumber + place, name, members: count }))
  }
  const tagsOf = (member: ListedMember): string[] => member.tags
  const cityOf = (member: ListedMember): string[] => (member.city ? [member.city] : [])
  const tags = choicesBy(tagsOf, 1)
  const cities = choicesBy(cityOf, 1 + mostOfAKind)
  const numbersIn = (choices: MemberChoice[], values: string[]): number[] =>
    choices.filter(({ name }) => values.includes(name)).map(({ number }) => number)
  return {
    tags,
    cities,
    of: (member) => [...numbersIn(tags, tagsOf(member)), ...numbersIn(cities, cityOf(member))],
  }
}
