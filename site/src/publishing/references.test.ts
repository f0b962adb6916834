import { expect, test } from 'vitest'
import { referencesIn } from './references.ts'

const page = 'https://kluster.example/sv/om-oss/'

test('links, pictures and their sizes are found, whatever way they are written', () => {
  const html = `<a href="../kontakt/?a=1&amp;b=2#x">k</a><img src='/media/a%20b.png' srcset="/media/a.avif 480w, /media/b.avif 960w">
    <link rel="stylesheet" href="/_astro/x.css"><meta property="og:image" content="https://kluster.example/media/c.png">`
  expect(referencesIn(html, page)).toEqual([
    '/sv/kontakt/',
    '/media/a b.png',
    '/media/a.avif',
    '/media/b.avif',
    '/_astro/x.css',
    '/media/c.png',
  ])
})

test('other sites, e-mail addresses, plain texts, comments and scripts are no references', () => {
  const html = `<a href="https://other.example/x">o</a><a href="mailto:a@b.example">m</a><meta name="description" content="/sv/nej/">
    <!-- <a href="/sv/gammal/"> --><script type="application/ld+json">{"a":"<a href=\\"/sv/data/\\">"}</script>`
  expect(referencesIn(html, page)).toEqual([])
})
