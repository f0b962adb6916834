'use client'

import { useConfig, useField, useLocale } from '@payloadcms/ui'
import { type EmailKind, emailValues } from 'shared/membership/email-kind'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import './email-text-preview.css'
import { useAdminText } from './use-admin-text.ts'

const askAfterMilliseconds = 400 // of not typing

const previewSchema = z.object({
  subject: z.string(),
  html: z.string(),
  usable: z.boolean(),
  own: z.object({ subject: z.string(), body: z.string() }),
})
type Preview = z.infer<typeof previewSchema>

/** What the text of a letter can name, each in words. */
const ValueList = ({ kind }: { kind: EmailKind }) => {
  const { say } = useAdminText()
  const { must, may } = emailValues[kind]
  return (
    <dl className="email-preview__values" aria-label={say('emailTexts.values')}>
      {[...must, ...may].map((name) => (
        <div key={name}>
          <dt>
            <code>{`{{${name}}}`}</code>
          </dt>
          <dd>
            {say(`emailTexts.value.${name}`)}
            {must.includes(name) ? ` ${say('emailTexts.value.required')}` : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Below the text of a letter: what it can name, how it looks with made-up values, and a way to begin with our own text. */
export const EmailTextPreview = ({ kind, group }: { kind: EmailKind; group: string }) => {
  const { config } = useConfig()
  const { code: language } = useLocale()
  const { say } = useAdminText()
  const subject = useField<string>({ path: `${group}.subject` })
  const body = useField<string>({ path: `${group}.body` })
  const [preview, setPreview] = useState<Preview | null>(null)
  const written = JSON.stringify({ kind, language, subject: subject.value ?? '', body: body.value ?? '' })

  useEffect(() => {
    const leaving = new AbortController()
    const timer = setTimeout(() => {
      fetch(`${config.routes.api}/email-preview`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: written,
        signal: leaving.signal,
      })
        .then(async (response) => setPreview(response.ok ? previewSchema.parse(await response.json()) : null))
        .catch(() => undefined) // the last one stays
    }, askAfterMilliseconds)
    return () => {
      leaving.abort()
      clearTimeout(timer)
    }
  }, [config.routes.api, written])

  if (!preview) return null
  const isEmpty = !subject.value?.trim() && !body.value?.trim()
  const beginWithOwn = () => {
    subject.setValue(preview.own.subject)
    body.setValue(preview.own.body)
  }
  return (
    <section className="email-preview" aria-label={say('emailTexts.preview')}>
      <ValueList kind={kind} />
      <h3 className="email-preview__heading">{say('emailTexts.preview')}</h3>
      <p className="email-preview__help">
        {say(
          !preview.usable
            ? 'emailTexts.preview.unusable'
            : isEmpty
              ? 'emailTexts.preview.own'
              : 'emailTexts.preview.description',
        )}
      </p>
      {isEmpty ? (
        <button type="button" className="email-preview__button" onClick={beginWithOwn}>
          {say('emailTexts.beginWithOwn')}
        </button>
      ) : null}
      <p className="email-preview__subject">
        {say('emailTexts.subject')}: <strong>{preview.subject}</strong>
      </p>
      <iframe className="email-preview__letter" sandbox="" title={say('emailTexts.preview')} srcDoc={preview.html} />
    </section>
  )
}
