'use client'

import { Button, ConfirmationModal, Link, useConfig, useModal } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { z } from 'zod'
import { useAdminText } from '../use-admin-text.ts'
import {
  type ErasedPerson,
  erasedPersonSchema,
  exportedPersonSchema,
  type FoundPerson,
  foundPersonSchema,
} from './privacy-answers.ts'
import './privacy.css'

type State =
  | { is: 'empty' | 'busy' }
  | { is: 'found'; found: FoundPerson }
  | { is: 'erased'; erased: ErasedPerson }
  | { is: 'refused'; sentence: string }

const eraseModal = 'erase-person'
const addressPattern = /^[^@\s]+@[^@\s]+\.[^@\s]+$/

/** Lets the browser keep a file. */
const keepFile = (name: string, type: string, content: string): void => {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** Finds a person everywhere, takes out a copy of what is kept about them, and erases them. */
export const PersonTools = () => {
  const { config } = useConfig()
  const { openModal } = useModal()
  const { language, say } = useAdminText()
  const id = useId()
  const [email, setEmail] = useState('')
  const [words, setWords] = useState('')
  const [state, setState] = useState<State>({ is: 'empty' })
  const address = email.trim()

  const ask = async <Answer,>(what: string, schema: z.ZodType<Answer>, body: object): Promise<Answer | null> => {
    setState({ is: 'busy' })
    try {
      const response = await fetch(`${config.routes.api}/privacy/${what}`, {
        method: 'POST',
        headers: { 'accept-language': language, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (response.ok) return schema.parse(await response.json())
    } catch {
      // Said below.
    }
    setState({ is: 'refused', sentence: say('privacy.person.failed') })
    return null
  }

  const others = () =>
    words
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word.length > 2)

  const find = async () => {
    if (!addressPattern.test(address)) {
      return setState({ is: 'refused', sentence: say('privacy.person.not-understood') })
    }
    const found = await ask('find', foundPersonSchema, { email: address, words: others() })
    if (found) setState({ is: 'found', found })
  }

  const takeOut = async (before: State) => {
    const file = await ask('export', exportedPersonSchema, { email: address })
    if (!file) return
    keepFile(`${address}.html`, 'text/html', file.html)
    keepFile(`${address}.json`, 'application/json', JSON.stringify(file.json, null, 2))
    setState(before)
  }

  const erase = async () => {
    const erased = await ask('erase', erasedPersonSchema, { email: address, words: others() })
    if (erased) setState({ is: 'erased', erased })
  }

  return (
    <section className="privacy" aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>{say('privacy.person.heading')}</h3>
      <p>{say('privacy.person.introduction')}</p>
      <div className="privacy__questions">
        <label>
          {say('privacy.person.email')}
          <input
            type="email"
            autoComplete="off"
            value={email}
            onChange={({ target }) => {
              setEmail(target.value)
              setState({ is: 'empty' }) // what is shown was about somebody else
            }}
          />
        </label>
        <div>
          <label>
            {say('privacy.person.words')}
            <input
              type="text"
              autoComplete="off"
              value={words}
              aria-describedby={`${id}-words`}
              onChange={({ target }) => setWords(target.value)}
            />
          </label>
          <p id={`${id}-words`} className="privacy__help">
            {say('privacy.person.words.description')}
          </p>
        </div>
      </div>
      <Button
        buttonStyle="primary"
        size="small"
        margin={false}
        disabled={state.is === 'busy'}
        onClick={() => void find()}
      >
        {say('privacy.person.find')}
      </Button>
      <div aria-live="polite">
        {state.is === 'busy' ? <p>{say('privacy.busy')}</p> : null}
        {state.is === 'refused' ? <p className="privacy__refusal">{state.sentence}</p> : null}
        {state.is === 'found' ? <Found found={state.found} admin={config.routes.admin} /> : null}
        {state.is === 'erased' ? <Erased erased={state.erased} admin={config.routes.admin} /> : null}
      </div>
      {state.is === 'found' && !isNowhere(state.found) ? (
        <div className="privacy__acts">
          <Button buttonStyle="secondary" size="small" margin={false} onClick={() => void takeOut(state)}>
            {say('privacy.person.export')}
          </Button>
          <Button buttonStyle="secondary" size="small" margin={false} onClick={() => openModal(eraseModal)}>
            {say('privacy.person.erase')}
          </Button>
        </div>
      ) : null}
      <ConfirmationModal
        modalSlug={eraseModal}
        heading={say('privacy.person.erase.heading', { email: address })}
        body={say('privacy.person.erase.text')}
        confirmLabel={say('privacy.person.erase')}
        cancelLabel={say('dashboard.cancel')}
        onConfirm={erase}
      />
    </section>
  )
}

const isNowhere = ({ places, mailFiles }: FoundPerson): boolean => places.length === 0 && mailFiles === 0

const Found = ({ found, admin }: { found: FoundPerson; admin: string }) => {
  const { say } = useAdminText()
  if (isNowhere(found)) return <p>{say('privacy.person.none')}</p>
  return (
    <>
      <h4>{say('privacy.person.found')}</h4>
      <ul>
        {found.places.map(({ collection, label, count, isVersion, ids }) => {
          const place = label || collection
          const words = isVersion ? say('privacy.person.versions', { place }) : place
          return (
            <li key={`${collection} ${isVersion}`}>
              {words}: {count}{' '}
              {isVersion
                ? null
                : ids.map((id, at) => (
                    <Link key={id} className="privacy__id" href={`${admin}/collections/${collection}/${id}`}>
                      {ids.length === 1
                        ? say('privacy.person.open')
                        : say('privacy.person.open.one-of', { number: at + 1 })}
                    </Link>
                  ))}
            </li>
          )
        })}
        {found.mailFiles > 0 ? <li>{say('privacy.person.mailFiles', { count: found.mailFiles })}</li> : null}
      </ul>
    </>
  )
}

const Erased = ({ erased, admin }: { erased: ErasedPerson; admin: string }) => {
  const { say } = useAdminText()
  const { signups, signupsScrubbed: scrubbed, members, emails, consents, versions, left } = erased
  return (
    <>
      <h4>{say('privacy.person.erased')}</h4>
      <p>{say('privacy.person.erased.counts', { signups, scrubbed, members, emails, consents, versions })}</p>
      {left.length === 0 ? (
        <p>{say('privacy.person.left.none')}</p>
      ) : (
        <>
          <p>{say('privacy.person.left')}</p>
          <ul>
            {left.map(({ collection, label, id, isVersion }) => {
              const place = `${label || collection} ${id}`
              return (
                <li key={`${collection} ${id} ${isVersion}`}>
                  {isVersion ? (
                    say('privacy.person.versions', { place })
                  ) : (
                    <Link href={`${admin}/collections/${collection}/${id}`}>{place}</Link>
                  )}
                </li>
              )
            })}
          </ul>
        </>
      )}
      <p>{say('privacy.person.releases')}</p>
    </>
  )
}
