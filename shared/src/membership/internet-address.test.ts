import { describe, expect, test } from 'vitest'
import { readEmailAddress, readWebAddress } from './internet-address.ts'

describe('an e-mail address', () => {
  test.each([
    ['anna@example.com', 'anna@example.com'],
    ['Anna.Ek+medlem@Example.COM', 'Anna.Ek+medlem@example.com'],
    ['info@företag.test', 'info@xn--fretag-wxa.test'],
  ])('%s is stored as %s', (text, stored) => {
    expect(readEmailAddress(text)).toBe(stored)
  })

  test.each([
    'anna',
    '@example.com',
    'anna@',
    'anna@example',
    'anna@@example.com',
    '"a@b"@example.com',
    'anna@example.com, eva@example.com',
    'Anna <anna@example.com>',
    'anna@example.com\r\nBcc: eva@example.com',
    'anna..ek@example.com',
    '.anna@example.com',
    'anna@127.0.0.1',
    'anna@[127.0.0.1]',
    'anna@example.com:25',
    `${'a'.repeat(65)}@example.com`,
    `a@${'example.'.repeat(40)}com`,
  ])('"%s" is none', (text) => {
    expect(readEmailAddress(text)).toBeNull()
  })
})

describe('a web address', () => {
  test.each([
    ['www.example.org', 'https://www.example.org/'],
    ['http://example.org/om', 'http://example.org/om'],
    ['HTTPS://Example.ORG', 'https://example.org/'],
    ['företag.test', 'https://xn--fretag-wxa.test/'],
  ])('%s is stored as %s', (text, stored) => {
    expect(readWebAddress(text)).toBe(stored)
  })

  test.each([
    'javascript:alert(1)',
    'https://',
    'example',
    'https://anna:hemligt@example.org',
    'två ord',
    'ftp://example.org',
    'http://127.0.0.1/',
  ])('"%s" is none', (text) => {
    expect(readWebAddress(text)).toBeNull()
  })
})
