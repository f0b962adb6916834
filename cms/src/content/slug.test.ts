import { slugPattern } from 'shared/content/page'
import { expect, test } from 'vitest'
import { isReservedSlug, titleToSlug } from './slug.ts'

test('a heading becomes a part of an address that can be read and typed', () => {
  expect(titleToSlug('Vad är ett företagskluster?')).toBe('vad-ar-ett-foretagskluster')
  expect(titleToSlug('Klustermodellen – så funkar den')).toBe('klustermodellen-sa-funkar-den')
  expect(titleToSlug('Idé & Öl: Smørrebrød à la Åre')).toBe('ide-ol-smorrebrod-a-la-are')
})

test('whatever the heading, the slug fits an address or is empty', () => {
  for (const title of ['  – ', '!!!', '字']) expect(titleToSlug(title)).toBe('')
  for (const title of ['A'.repeat(300), `${'ord '.repeat(40)}slut`, "Vi's", 'İstanbul', '1 000 %']) {
    expect(titleToSlug(title)).toMatch(slugPattern)
    expect(titleToSlug(title).length).toBeLessThanOrEqual(80)
  }
})

test('the addresses the site uses itself are reserved', () => {
  expect(['sok', 'search', 'tack', 'thanks', 'media', 'api', 'admin'].every(isReservedSlug)).toBe(true)
  expect(isReservedSlug('om-oss')).toBe(false)
})
