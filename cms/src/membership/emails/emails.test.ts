import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { translateTo } from 'shared/translations/translate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMailTransport } from '../../mail-transport.ts'
import { readEml } from '../read-eml.ts'
import type { StoredSignup } from '../stored-signup.ts'
import { signupNotice } from './signup-notice.ts'
import { signupReceived } from './signup-received.ts'

const signup: StoredSignup = {
  id: '7',
  reference: 'KW-7F3K-92QD',
  form: 'bli-medlem',
  language: 'sv',
  organisationName: 'Åkeriet & Söner <script>alert(1)</script>',
  contactName: 'Anna Ek',
  contactEmail: 'anna@example.com',
  mailAttempts: 1,
  receiptSentAt: null,
  noticeSentAt: null,
  createdAt: new Date('2026-11-22T11:03:22Z'),
}
const sender = {
  name: 'Exempelklustret',
  email: 'info@example.org',
  host: 'example.org',
  siteUrl: 'https://example.org',
}

describe('the confirmation', () => {
  test('is in Swedish to who signed up in Swedish', () => {
    const mail = signupReceived(signup, sender, translateTo('sv'))
    expect(mail).toMatchObject({
      to: ['anna@example.com'],
      replyTo: 'info@example.org',
      messageId: '<KW-7F3K-92QD.received@example.org>',
      subject: 'Vi har tagit emot er ansökan (KW-7F3K-92QD)',
    })
    expect(mail.text).toContain('Vi tog emot den 22 november 2026 kl. 12:03.')
    expect(mail.html).toContain('<html lang="sv">')
  })

  test('is in English to who signed up in English', () => {
    const mail = signupReceived({ ...signup, language: 'en' }, sender, translateTo('en'))
    expect(mail.subject).toBe('We have received your application (KW-7F3K-92QD)')
    expect(mail.html).toContain('<html lang="en">')
  })

  test('cannot be made to carry markup, or sentences that call for others', () => {
    const mail = signupReceived(signup, sender, translateTo('sv'))
    expect(mail.html).toContain('Åkeriet &amp; Söner &lt;script&gt;')
    expect(mail.html).not.toContain('<script>')
    const tricky = signupReceived(
      { ...signup, organisationName: '$t(email.received.next) {{reference}}' },
      sender,
      translateTo('sv'),
    )
    expect(tricky.text).toContain('för $t(email.received.next) {{reference}}.')
  })
})

test('the notice to the house leads to the signup in the admin', () => {
  const mail = signupNotice(
    signup,
    { title: 'Bli medlem', recipients: ['medlem@example.org', 'kansli@example.org'] },
    sender,
  )
  expect(mail.to).toEqual(['medlem@example.org', 'kansli@example.org'])
  expect(mail.text).toContain('https://example.org/admin/collections/signups/7')
  expect(mail.text).not.toContain('anna@example.com')
})

describe('without a mail server', () => {
  let directory: string
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'mail-'))
  })
  afterAll(() => rm(directory, { recursive: true }))

  test('a mail is a file, which is replaced when the mail is sent again', async () => {
    const transport = createMailTransport({ smtpUrl: undefined, from: 'Klustret <no-reply@example.org>', directory })
    const mail = signupReceived(signup, sender, translateTo('sv'))
    await transport.send(mail)
    await transport.send(mail)
    expect(await readdir(directory)).toEqual(['KW-7F3K-92QD.received.eml'])
    const content = await readFile(join(directory, 'KW-7F3K-92QD.received.eml'))
    expect(readEml(content)).toEqual({ to: 'anna@example.com', subject: mail.subject, text: `${mail.text}\n` })
    expect(content.toString()).toContain('From: Klustret <no-reply@example.org>')
  })
})
