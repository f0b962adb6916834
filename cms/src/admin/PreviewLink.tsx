'use client'

import { useConfig, useDocumentInfo, useLivePreviewContext, useLocale, usePreferences } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import './preview.css'
import { useAdminText } from './use-admin-text.ts'

/** Must be what `publishing/preview.ts` reads. */
const preferenceKey = 'preview'
const preferenceSchema = z.object({ drafts: z.boolean() })
const linkSchema = z.object({ path: z.string(), address: z.string(), expiresAt: z.string() })
type Link = z.infer<typeof linkSchema>

type Told = { kind: 'copied' | 'shown'; link: Link } | { kind: 'failed' } | null

const copy = (text: string): Promise<boolean> =>
  navigator.clipboard?.writeText(text).then(
    () => true,
    () => false, // not allowed to: it is shown instead
  ) ?? Promise.resolve(false)

/** In a document's sidebar: opens the preview beside the editor, and copies a link to it for somebody without an account. */
export const PreviewLink = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const { config } = useConfig()
  const { code: language } = useLocale()
  const { getPreference, setPreference } = usePreferences()
  const { isLivePreviewing, setIsLivePreviewing, setURL, url } = useLivePreviewContext()
  const { say, sayTime } = useAdminText()
  const [drafts, setDrafts] = useState(false)
  const [told, setTold] = useState<Told>(null)

  useEffect(() => {
    void getPreference(preferenceKey).then((preference: unknown) =>
      setDrafts(preferenceSchema.safeParse(preference).data?.drafts ?? false),
    )
  }, [getPreference])

  if (id === undefined || collectionSlug === undefined) {
    return <p className="preview-link">{say('previewLink.unsaved')}</p>
  }

  const askForLink = async (wanted: { drafts: boolean; shared: boolean }): Promise<Link | null> => {
    const query = new URLSearchParams({
      collection: collectionSlug,
      id: String(id),
      language,
      drafts: String(wanted.drafts),
      shared: String(wanted.shared),
    })
    try {
      const response = await fetch(`${config.routes.api}/publishing/preview-link?${query}`)
      return response.ok ? linkSchema.parse(await response.json()) : null
    } catch {
      return null
    }
  }

  const shareLink = async () => {
    const link = await askForLink({ drafts, shared: true })
    if (!link) return setTold({ kind: 'failed' })
    setTold({ kind: (await copy(link.address)) ? 'copied' : 'shown', link })
  }

  const showDrafts = async (wanted: boolean) => {
    setDrafts(wanted)
    setTold(null) // the link that was copied shows something else
    await setPreference(preferenceKey, { drafts: wanted })
    const link = await askForLink({ drafts: wanted, shared: false })
    if (link) setURL(link.path)
  }

  return (
    <section className="preview-link" aria-labelledby="preview-link-heading">
      <h3 id="preview-link-heading" className="preview-link__heading">
        {say('previewLink.label')}
      </h3>
      {url ? (
        <button type="button" className="preview-link__button" onClick={() => setIsLivePreviewing(!isLivePreviewing)}>
          {say(isLivePreviewing ? 'previewLink.hide' : 'previewLink.show')}
        </button>
      ) : null}
      <button type="button" className="preview-link__button" onClick={() => void shareLink()}>
        {say('previewLink.copy')}
      </button>
      <label className="preview-link__drafts">
        <input
          type="checkbox"
          checked={drafts}
          aria-describedby="preview-link-drafts-help"
          onChange={({ target }) => void showDrafts(target.checked)}
        />
        {say('previewLink.drafts')}
      </label>
      <p id="preview-link-drafts-help" className="preview-link__help">
        {say('previewLink.drafts.description')}
      </p>
      <output className="preview-link__told">
        {told?.kind === 'copied' ? say('previewLink.copied', { time: sayTime(told.link.expiresAt) }) : null}
        {told?.kind === 'shown' ? say('previewLink.copyByHand', { time: sayTime(told.link.expiresAt) }) : null}
        {told?.kind === 'failed' ? say('previewLink.failed') : null}
      </output>
      {told && told.kind !== 'failed' ? (
        <input
          className="preview-link__address"
          aria-label={say('previewLink.address')}
          readOnly
          value={told.link.address}
          onFocus={(event) => event.target.select()}
        />
      ) : null}
    </section>
  )
}
