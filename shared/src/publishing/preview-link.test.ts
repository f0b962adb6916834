import { expect, test } from 'vitest'
import { type PreviewLink, readPreviewLink, signPreviewLink } from './preview-link.ts'

const key = 'the-key-that-the-cms-and-the-site-share'
const now = new Date('2026-11-22T12:00:00Z')
const link: PreviewLink = {
  collection: 'pages',
  id: '7',
  language: 'sv',
  drafts: false,
  expiresAt: '2026-11-22T14:00:00.000Z',
}

test('a link opens what it was made for, until its time is over', async () => {
  const token = await signPreviewLink(link, key)
  expect(token).toMatch(/^[\w-]+\.[\w-]{43}$/)
  expect(await readPreviewLink(token, key, now)).toEqual({ link })
  expect(await readPreviewLink(token, key, new Date('2026-11-22T13:59:59Z'))).toEqual({ link })
  expect(await readPreviewLink(token, key, new Date('2026-11-22T14:00:00Z'))).toEqual({ refusal: 'expired' })
})

test('one document and one time give one link, so that a picture keeps its address while somebody types', async () => {
  expect(await signPreviewLink(link, key)).toBe(await signPreviewLink({ ...link }, key))
})

test('a link of another key, or one that somebody changed, is forged', async () => {
  const token = await signPreviewLink(link, key)
  const [content = '', signature = ''] = token.split('.')
  const other = btoa(JSON.stringify({ ...link, id: '8' })).replaceAll('=', '')
  const forged = [
    await signPreviewLink(link, 'another-key'),
    `${other}.${signature}`,
    `${content}.${signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`,
    `${content}.`,
    content,
    '',
    `${token}x`,
    '../../etc/passwd.aaaa',
  ]
  for (const each of forged) expect(await readPreviewLink(each, key, now), each).toEqual({ refusal: 'forged' })
})

test('a signed text that is no link is forged, too', async () => {
  const odd = await signPreviewLink({ ...link, expiresAt: 'some day' }, key)
  expect(await readPreviewLink(odd, key, now)).toEqual({ refusal: 'forged' })
})
