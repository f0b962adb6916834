import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { languages } from 'shared/languages'
import { emailKinds, problemsOfEmailText } from 'shared/membership/email-kind'
import { ownEmailText } from 'shared/membership/email-text'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMailTransport } from '../../mail-transport.ts'
import { readEml } from '../read-eml.ts'
import { writeLetter } from './letter.ts'
import { exampleValues } from './values.ts'

const sender = { name: 'Exempelklustret', email: 'info@example.org', address: 'https://example.org' }
const link = 'https://example.org/sv/bekrafta/?token=KW-7F3K-92QD.0.abc'

describe('our own texts', () => {
  test.each(emailKinds.flatMap((kind) => languages.map((language) => ({ kind, language }))))(
    'of $kind in $language name what the letter knows, and all of it is filled in',
    ({ kind, language }) => {
      const text = ownEmailText(kind, language)
      expect(problemsOfEmailText(kind, text)).toEqual({ unknown: [], missing: [] })
      const letter = writeLetter(language, text, exampleValues(language, sender))
      expect(letter.subject + letter.text + letter.html).not.toMatch(/\{\{|undefined|null/)
      expect(letter.text.split('\n\n')).toHaveLength(text.body.split('\n\n').length)
      expect(letter.html).toContain(`<html lang="${language}">`)
    },
  )

  test('ask for a confirmation with a button, and the address for those who trust no button', () => {
    const letter = writeLetter('sv', ownEmailText('confirm', 'sv'), {
      ...exampleValues('sv', sender),
      confirmLink: link,
    })
    expect(letter.text).toContain(`\n\n${link}\n\n`)
    expect(letter.html).toMatch(/<a href="https:\/\/example\.org[^"]*" style="[^"]*">Bekräfta ansökan<\/a>/)
    expect(letter.html.split(link)).toHaveLength(3)
  })
})

describe('what a company calls itself', () => {
  const written = (organisation: string) =>
    writeLetter('sv', ownEmailText('confirm', 'sv'), {
      ...exampleValues('sv', sender),
      organisation,
      confirmLink: link,
    })

  test('cannot become markup', () => {
    const { html } = written('Åkeriet & Söner <script>alert(1)</script>')
    expect(html).toContain('Åkeriet &amp; Söner &lt;script&gt;')
    expect(html).not.toContain('<script>')
  })

  test('cannot call for other sentences or values', () => {
    const tricky = '$t(email.received.subject) {{reference}} $& $1'
    expect(written(tricky).text).toContain(`för ${tricky}.`)
  })
})

describe('without a mail server', () => {
  let directory: string
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'mail-'))
  })
  afterAll(() => rm(directory, { recursive: true }))

  test('a mail is a file, which is replaced when the mail is sent again', async () => {
    const transport = createMailTransport({ smtpUrl: undefined, from: 'Klustret <no-reply@example.org>', directory })
    const letter = writeLetter('sv', ownEmailText('received', 'sv'), exampleValues('sv', sender))
    const mail = { ...letter, to: ['anna@example.com'], messageId: '<KW-7F3K-92QD.received@example.org>' }
    await transport.send(mail)
    await transport.send(mail)
    expect(await readdir(directory)).toEqual(['KW-7F3K-92QD.received.eml'])
    const content = await readFile(join(directory, 'KW-7F3K-92QD.received.eml'))
    expect(readEml(content)).toEqual({ to: 'anna@example.com', subject: mail.subject, text: `${mail.text}\n` })
    expect(content.toString()).toContain('From: Klustret <no-reply@example.org>')
  })
})
