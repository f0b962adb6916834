'use client'

import { Button, Gutter, Link, useConfig, useDocumentInfo, useStepNav } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { unmaskPersonalNumberIn } from 'shared/membership/organisation-number'
import { type Deed, type DeskSignup, deskSignupSchema, shownNumberSchema } from '../../membership/desk-answers.ts'
import type { DeskMove } from '../../membership/desk-groups.ts'
import { usePolled } from '../use-polled.ts'
import { DecideDialog } from './DecideDialog.tsx'
import { DecidePanel } from './DecidePanel.tsx'
import './desk.css'
import { SignupEmails } from './SignupEmails.tsx'
import { SignupNotes } from './SignupNotes.tsx'
import { StatusPill } from './StatusPill.tsx'
import { useDesk } from './use-desk.ts'
import { useDeskText } from './use-desk-text.ts'
import { useTitle } from '../use-title.ts'

const pauseWhileUndoableMilliseconds = 2000
const pauseAtRestMilliseconds = 8000
const pauseAfter = (signup: DeskSignup | null): number =>
  signup?.undoUntil || signup?.emails.some(({ state }) => state === 'due' || state === 'sending')
    ? pauseWhileUndoableMilliseconds
    : pauseAtRestMilliseconds

/** In the place of Payload's own form: all of one signup on one screen, and what can be done with it. */
export const SignupPage = () => {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { setStepNav } = useStepNav()
  const { say, sayMoment, language } = useDeskText()
  const path = id === undefined ? null : `/desk/signups/${encodeURIComponent(String(id))}`
  const { answer: signup, unreachable, askNow } = usePolled(path, { schema: deskSignupSchema, pauseAfter })
  const [deciding, setDeciding] = useState<DeskMove | null>(null)
  const [told, setTold] = useState('')
  const [shown, setShown] = useState<{ id: string; number: string } | null>(null)
  const now = useRef<HTMLHeadingElement>(null)
  const list = say('signups.plural')
  const name = signup?.organisationName ?? ''
  useTitle(name && `${name}, ${list}`)
  useEffect(() => {
    const isNarrow = window.matchMedia('(width < 768px)').matches // there the heading says it
    setStepNav([{ label: list, url: `${config.routes.admin}/collections/signups` }, { label: isNarrow ? '' : name }])
  }, [setStepNav, config.routes.admin, list, name])

  if (!signup) return <Gutter className="desk">{unreachable ? say('desk.not-answered') : say('desk.loading')}</Gutter>
  const number = shown?.id === signup.id ? shown.number : null
  const done = (deed: Deed) => {
    setTold(deed.refused.map(({ message }) => message).join(' '))
    setDeciding(null)
    now.current?.focus() // the button that had the focus is gone
    askNow()
  }
  return (
    <Gutter className="desk desk-signup">
      <div className="desk-signup__header">
        <h1>{signup.organisationName}</h1>
        <p>
          <StatusPill status={signup.status} /> <span className="desk__quiet">{signup.reference}</span>
        </p>
      </div>
      <output className="desk__told">
        {told}
        {unreachable ? ` ${say('desk.not-answered')}` : null}
      </output>
      <div className="desk-signup__columns">
        <div className="desk-signup__act">
          <DecidePanel heading={now} signup={signup} onDecide={setDeciding} onTold={setTold} askNow={askNow} />
        </div>
        <div className="desk-signup__facts">
          <Related signup={signup} />
          <section aria-labelledby="desk-answers">
            <h2 id="desk-answers">{say('desk.answers')}</h2>
            <p className="desk__quiet">
              {say(signup.enteredBy ? 'desk.answers.entered' : 'desk.answers.sent', {
                form: signup.formTitle,
                time: sayMoment(signup.createdAt),
                language: say(`desk.in.${signup.language}`),
                name: signup.enteredBy ?? '',
              })}
            </p>
            {signup.isSoleTrader ? <SoleTraderNumber signup={signup} number={number} onShown={setShown} /> : null}
            {signup.sections.map(({ heading, rows }, place) => (
              <section key={place} className="desk-signup__answers" lang={signup.language}>
                {heading ? <h3>{heading}</h3> : null}
                <dl>
                  {rows.map(({ label, value, isLong }, row) => (
                    <div key={row} className={isLong ? 'desk-signup__answer--long' : undefined}>
                      <dt>{label}</dt>
                      <dd>{number ? unmaskPersonalNumberIn(value, number) : value}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
            {signup.logo ? (
              <section className="desk-signup__answers">
                <h3>{say('members.logo')}</h3>
                <img className="desk-signup__logo" src={signup.logo} alt="" />
              </section>
            ) : null}
            {signup.consents.length > 0 ? (
              <section className="desk-signup__answers">
                <h3>{say('desk.consents')}</h3>
                <ul className="desk-signup__consents" lang={signup.language}>
                  {signup.consents.map(({ text, given }) => (
                    <li key={text}>
                      <strong lang={language}>{say(given ? 'signups.answer.yes' : 'signups.answer.no')}</strong>{' '}
                      <span>{text}</span>
                    </li>
                  ))}
                </ul>
              </section>
            ) : null}
          </section>
          <Price price={signup.price} />
        </div>
        <div className="desk-signup__life">
          <SignupNotes key={signup.id} signup={signup} askNow={askNow} />
          <SignupEmails emails={signup.emails} askNow={askNow} />
          <History history={signup.history} />
        </div>
      </div>
      {deciding ? (
        <DecideDialog to={deciding} signups={[signup]} onClose={() => setDeciding(null)} onDone={done} />
      ) : null}
    </Gutter>
  )
}

interface SoleTraderNumberProps {
  signup: DeskSignup
  number: string | null
  onShown: (shown: { id: string; number: string }) => void
}

/** The number of a sole trader is the owner's own, and is fetched only when somebody asks to see it. */
const SoleTraderNumber = ({ signup, number, onShown }: SoleTraderNumberProps) => {
  const ask = useDesk()
  const { say } = useDeskText()
  const [refusal, setRefusal] = useState('')
  const told = useRef<HTMLOutputElement>(null)
  const id = useId()
  const show = async () => {
    const answered = await ask(`signups/${encodeURIComponent(signup.id)}/number`, {}, shownNumberSchema)
    if ('refusal' in answered) setRefusal(answered.refusal)
    else {
      onShown({ id: signup.id, number: answered.answer.number })
      told.current?.focus() // the button that had the focus is gone
    }
  }
  return (
    <div className="desk__notice">
      <output ref={told} tabIndex={-1}>
        <p>{say(number ? 'desk.number.shown' : 'desk.sole-trader')}</p>
        {refusal ? <p>{refusal}</p> : null}
      </output>
      {number ? null : (
        <>
          <Button buttonStyle="secondary" size="small" margin={false} aria-describedby={id} onClick={() => void show()}>
            {say('desk.number.show')}
          </Button>
          <p id={id} className="desk__help">
            {say('desk.number.show.help')}
          </p>
        </>
      )}
    </div>
  )
}

const Price = ({ price }: Pick<DeskSignup, 'price'>) => {
  const { say } = useDeskText()
  return (
    <section aria-labelledby="desk-price">
      <h2 id="desk-price">{say('desk.price')}</h2>
      {price ? (
        <>
          <table className="desk-signup__price">
            <tbody>
              {price.lines.map(({ label, amount }, place) => (
                <tr key={place}>
                  <th scope="row">{label}</th>
                  <td>{amount}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{price.total.label}</th>
                <td>{price.total.amount}</td>
              </tr>
            </tfoot>
          </table>
          {price.notes.map((note) => (
            <p key={note} className="desk__quiet">
              {note}
            </p>
          ))}
        </>
      ) : (
        <p className="desk__quiet">{say('desk.price.none')}</p>
      )}
    </section>
  )
}

/** Members and signups that this one may be the same as. The company itself is told nothing of them. */
const Related = ({ signup: { related, next } }: { signup: DeskSignup }) => {
  const { config } = useConfig()
  const { say } = useDeskText()
  if (related.length === 0) return null
  const isMember = related.some(({ kind, why, exists }) => kind === 'member' && why === 'number' && exists)
  return (
    <section className="desk__notice" aria-labelledby="desk-related">
      <h2 id="desk-related">{say('desk.related')}</h2>
      <ul>
        {related.map(({ kind, id, name, why, status, exists }) => (
          <li key={`${kind} ${id}`}>
            {exists ? (
              <Link href={`${config.routes.admin}/collections/${kind === 'member' ? 'members' : 'signups'}/${id}`}>
                {name}
              </Link>
            ) : (
              <span>{name || say('desk.related.gone')}</span>
            )}{' '}
            <span>
              {say(`desk.related.${kind}.${why}`)}
              {status ? ` ${say('desk.related.status', { status })}` : null}
            </span>
          </li>
        ))}
      </ul>
      {isMember && next.includes('approved') ? <p>{say('desk.related.approve')}</p> : null}
    </section>
  )
}

const History = ({ history }: Pick<DeskSignup, 'history'>) => {
  const { say, sayMoment } = useDeskText()
  return (
    <section aria-labelledby="desk-history">
      <h2 id="desk-history">{say('desk.history')}</h2>
      <ol className="desk-signup__history">
        {history.map(({ at, what, by, note }) => (
          <li key={`${at} ${what}`}>
            <strong>{what}</strong>
            <span className="desk__quiet">
              {by}, <time dateTime={at}>{sayMoment(at)}</time>
            </span>
            {note ? <span className="desk-signup__note">{note}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
