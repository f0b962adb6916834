import { siteSettingsSchema } from 'shared/content/site-settings'
import { expect, test } from 'vitest'
import { madeUpContent } from './made-up-content.ts'
import { securityText, stillValid } from './security-text.ts'
import { createSite, noContent } from './site.ts'

const textWith = (given: object) => {
  const settings = siteSettingsSchema.parse({ name: 'Klustret', updatedAt: '2026-11-01T08:00:00Z', ...given })
  return securityText(
    createSite({ ...noContent(), sv: madeUpContent({ settings }) }).storeFor('sv'),
    'https://example.org',
  )
}

test('it has the lines that the standard asks for, and rests on content alone', () => {
  expect(textWith({ email: 'hej@example.org' })).toBe(`Contact: mailto:hej@example.org
Expires: 2027-10-27T00:00:00.000Z
Preferred-Languages: sv, en
Canonical: https://example.org/.well-known/security.txt
`)
})

test('the contact for such things comes first, and the site itself last', () => {
  expect(textWith({ email: 'hej@example.org', securityContact: 'https://example.org/sakerhet/' })).toContain(
    'Contact: https://example.org/sakerhet/\n',
  )
  expect(textWith({})).toContain('Contact: https://example.org/\n')
})

test('as it is sent it holds for nearly a year, and is the same all day', () => {
  const text = textWith({})
  const sent = stillValid(text, new Date('2030-01-01T00:10:00Z'))
  expect(sent).toContain('Expires: 2030-12-27T00:00:00.000Z\n')
  expect(stillValid(text, new Date('2030-01-01T23:50:00Z'))).toBe(sent)
  expect(sent.split('\n')).toHaveLength(text.split('\n').length)
})
