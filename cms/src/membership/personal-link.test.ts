import type { Payload } from 'payload'
import { describe, expect, test } from 'vitest'
import { personalLink, personalLinkEnds, personalToken, readPersonalToken, tagOfAddress } from './personal-link.ts'

// All that a link needs of Payload is its secret and where the front answers.
const payloadWith = (secret: string) =>
  ({ secret, config: { serverURL: 'https://www.example.org' } }) as unknown as Payload
const payload = payloadWith('one secret')
const now = new Date('2026-11-22T12:00:00Z')
const of = { kind: 'signup' as const, id: '7', email: 'Anna@example.com' }
const token = personalToken(payload, of, personalLinkEnds(now))

describe('a personal link', () => {
  test('leads to the page in the language, and tells nobody whose it is', () => {
    const link = personalLink(payload, { ...of, language: 'en' }, personalLinkEnds(now))
    expect(link).toBe(`https://www.example.org/en/my-application/?link=${token}`)
    expect(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).not.toMatch(/anna/i)
  })

  test('opens what it was made for, for ninety days', () => {
    const link = { kind: 'signup', id: '7', addressTag: tagOfAddress(payload, 'anna@example.com') }
    expect(readPersonalToken(payload, token, now)).toEqual({ link })
    expect(readPersonalToken(payload, token, new Date('2027-02-20T11:59:59Z'))).toEqual({ link })
    expect(readPersonalToken(payload, token, new Date('2027-02-20T12:00:00Z'))).toEqual({ refusal: 'expired' })
  })

  test('is forged when one letter of it is another, or the secret is', () => {
    for (let place = 0; place < token.length; place += 1) {
      const letter = token[place] === 'A' ? 'B' : 'A'
      const changed = `${token.slice(0, place)}${letter}${token.slice(place + 1)}`
      // The last letter of base64 has bits that say nothing.
      if (place === token.length - 1) continue
      expect(readPersonalToken(payload, changed, now), `letter ${place}`).toEqual({ refusal: 'forged' })
    }
    expect(readPersonalToken(payloadWith('another'), token, now)).toEqual({ refusal: 'forged' })
    for (const text of ['', '.', 'a.b', `${token}.x`, token.slice(1), 'å'.repeat(60)]) {
      expect(readPersonalToken(payload, text, now)).toEqual({ refusal: 'forged' })
    }
  })

  test('belongs to an address however its capitals are written', () => {
    expect(tagOfAddress(payload, ' ANNA@Example.com ')).toBe(tagOfAddress(payload, 'anna@example.com'))
    expect(tagOfAddress(payload, 'eva@example.com')).not.toBe(tagOfAddress(payload, 'anna@example.com'))
  })
})
