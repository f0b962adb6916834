import { describe, expect, test } from 'vitest'
import { fillParagraphs, fillSubject, problemsOfEmailText, valuesNamedIn } from './email-kind.ts'

test('the values that a text names are found, however they are spaced', () => {
  expect(valuesNamedIn('Hej {{contact}}, {{ organisation }} och {{contact}}')).toEqual(['contact', 'organisation'])
})

describe('a text', () => {
  test('is refused when it names what the letter does not know, or leaves out what the letter is for', () => {
    expect(problemsOfEmailText('confirm', { subject: 'Hej {{contact}}', body: 'Klicka här.' })).toEqual({
      unknown: ['contact'],
      missing: ['confirmLink'],
    })
  })

  test('that is empty is our own', () => {
    expect(problemsOfEmailText('confirm', { subject: '', body: ' ' })).toEqual({ unknown: [], missing: [] })
  })
})

describe('a letter', () => {
  test('leaves out the paragraph whose value is missing', () => {
    expect(
      fillParagraphs('Hej!\n\nEr sida: {{personalLink}}\n \nHälsningar\n{{cluster}}', { cluster: 'Klustret' }),
    ).toEqual(['Hej!', 'Hälsningar\nKlustret'])
  })

  test('never reads what it filled in', () => {
    const values = { organisation: '{{reference}} $t(email.notice.subject) $& $1', reference: 'KW-1' }
    expect(fillParagraphs('För {{organisation}}.', values)).toEqual([
      'För {{reference}} $t(email.notice.subject) $& $1.',
    ])
    expect(fillSubject('{{organisation}}\n{{reference}}', { organisation: 'A\r\nBcc: x@y', reference: 'KW-1' })).toBe(
      'A Bcc: x@y KW-1',
    )
  })
})
