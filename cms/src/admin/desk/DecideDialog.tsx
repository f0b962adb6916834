import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { languageNames } from 'shared/languages'
import { type Deed, deedSchema, type DeskRow, type Preview, previewSchema } from '../../membership/desk-answers.ts'
import type { DeskMove } from '../../membership/desk-groups.ts'
import { useDesk } from './use-desk.ts'
import { useDeskText } from './use-desk-text.ts'

const pauseWhileTyping = 300

interface DecideDialogProps {
  to: DeskMove
  /** Those that can be moved there. */
  signups: DeskRow[]
  onClose: () => void
  onDone: (deed: Deed) => void
}

/** Declining a robot's signup needs no reason, as nobody is written to. */
const needsReason = (to: DeskMove, signups: DeskRow[]) =>
  to === 'declined' && signups.some(({ status }) => status !== 'suspected')

/** The letter as one company will get it. */
const LetterPreview = ({ to, signups, reason }: { to: DeskMove; signups: DeskRow[]; reason: string }) => {
  const ask = useDesk()
  const { say } = useDeskText()
  const [id, setId] = useState(signups[0]?.id ?? '')
  const [preview, setPreview] = useState<Preview | null>(null)
  const [refusal, setRefusal] = useState('')
  const choice = useId()

  useEffect(() => {
    const leaving = new AbortController()
    const planned = setTimeout(async () => {
      const answered = await ask('preview', { id, to, reason }, previewSchema, leaving.signal)
      if (leaving.signal.aborted) return
      if ('answer' in answered) setPreview(answered.answer)
      setRefusal('refusal' in answered ? answered.refusal : '')
    }, pauseWhileTyping)
    return () => {
      leaving.abort()
      clearTimeout(planned)
    }
  }, [ask, id, to, reason])

  const letter = preview?.letter
  return (
    <section className="desk-dialog__letter" aria-labelledby={`${choice}-heading`}>
      <h3 id={`${choice}-heading`}>{say('desk.preview.heading')}</h3>
      {signups.length > 1 ? (
        <p className="desk__field">
          <label htmlFor={choice}>{say('desk.preview.choose')}</label>
          <select id={choice} value={id} onChange={({ target }) => setId(target.value)}>
            {signups.map((signup) => (
              <option key={signup.id} value={signup.id}>
                {signup.organisationName}
              </option>
            ))}
          </select>
        </p>
      ) : null}
      {refusal ? <p role="alert">{refusal}</p> : null}
      {preview && !letter ? <p>{say(`desk.preview.none.${noLetterKey(to)}`)}</p> : null}
      {letter ? (
        <>
          <dl className="desk-dialog__head">
            <dt>{say('desk.preview.to')}</dt>
            <dd>{letter.to}</dd>
            <dt>{say('desk.preview.language')}</dt>
            <dd>{languageNames[letter.language]}</dd>
            <dt>{say('desk.preview.subject')}</dt>
            <dd lang={letter.language}>{letter.subject}</dd>
          </dl>
          <pre className="desk-dialog__text" lang={letter.language}>
            {letter.text}
          </pre>
        </>
      ) : null}
    </section>
  )
}

/** The same move is another deed from another status: a robot's signup is put aside, an expired one's link is sent again. */
const wordingOf = (to: DeskMove, [first]: DeskRow[], isReasonNeeded: boolean) => {
  if (to === 'declined' && !isReasonNeeded) return 'robot'
  return to === 'received' && first?.status === 'expired' ? 'again' : to
}

const noLetterKey = (to: DeskMove) => (to === 'received' ? ('confirm' as const) : ('nobody' as const))

/** Asks before a signup, or several, is moved: with the reason where one is needed, and the letter as it will be sent. */
export const DecideDialog = ({ to, signups, onClose, onDone }: DecideDialogProps) => {
  const ask = useDesk()
  const { say, sayNumber } = useDeskText()
  const dialog = useRef<HTMLDialogElement>(null)
  const reasonField = useRef<HTMLTextAreaElement>(null)
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const [error, setError] = useState('')
  const [isBusy, setBusy] = useState(false)
  const id = useId()
  const isReasonNeeded = needsReason(to, signups)
  const [first] = signups
  const wording = wordingOf(to, signups, isReasonNeeded)
  const languages = [...new Set(signups.map(({ language }) => languageNames[language]))]
  const isLocked = to === 'approved' || isReasonNeeded || to === 'duplicate'

  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  const submit = async () => {
    if (isBusy) return
    if (isReasonNeeded && reason.trim() === '') {
      setError(say('refusal.desk.no-reason'))
      reasonField.current?.focus()
      return
    }
    setBusy(true)
    const wish = { to, reason, note, signups: signups.map(({ id, moves }) => ({ id, moves })) }
    const answered = await ask('decide', wish, deedSchema)
    setBusy(false)
    if ('refusal' in answered) return setError(answered.refusal)
    dialog.current?.close() // nothing behind it could have the focus
    onDone(answered.answer)
  }

  return (
    <dialog ref={dialog} className="desk-dialog" aria-labelledby={`${id}-heading`} onClose={onClose}>
      <h2 id={`${id}-heading`}>
        {signups.length === 1
          ? say(`desk.decide.${wording}.heading.one`, { name: first?.organisationName ?? '' })
          : say(`desk.decide.${wording}.heading.many`, { count: sayNumber(signups.length) })}
      </h2>
      <p>
        {say(`desk.decide.${wording}.text`)} {isLocked ? say('desk.decide.minute') : null}
      </p>
      {isReasonNeeded ? (
        <p className="desk__field">
          <label htmlFor={`${id}-reason`}>{say('desk.reason')}</label>
          <span className="desk__help" id={`${id}-reason-help`}>
            {say('desk.reason.help', { language: languages.join(' / ') })}
          </span>
          <textarea
            ref={reasonField}
            id={`${id}-reason`}
            rows={4}
            maxLength={2000}
            value={reason}
            required
            aria-describedby={`${id}-reason-help${error ? ` ${id}-error` : ''}`}
            aria-invalid={error !== '' && reason.trim() === ''}
            onChange={({ target }) => {
              setReason(target.value)
              setError('')
            }}
          />
        </p>
      ) : null}
      <p className="desk__field">
        <label htmlFor={`${id}-note`}>{say('desk.note')}</label>
        <span className="desk__help" id={`${id}-note-help`}>
          {say('desk.note.help')}
        </span>
        <input
          id={`${id}-note`}
          type="text"
          maxLength={1000}
          value={note}
          autoComplete="off"
          aria-describedby={`${id}-note-help`}
          onChange={({ target }) => setNote(target.value)}
        />
      </p>
      <LetterPreview to={to} signups={signups} reason={reason} />
      {error ? (
        <p className="desk__error" id={`${id}-error`} role="alert">
          {error}
        </p>
      ) : null}
      <div className="desk-dialog__buttons">
        <Button size="medium" margin={false} disabled={isBusy} onClick={() => void submit()}>
          {signups.length === 1
            ? say(`desk.decide.${wording}.submit`)
            : say('desk.decide.submit.many', {
                what: say(`desk.decide.${wording}.submit`),
                count: sayNumber(signups.length),
              })}
        </Button>
        <Button buttonStyle="secondary" size="medium" margin={false} onClick={() => dialog.current?.close()}>
          {say('dashboard.cancel')}
        </Button>
      </div>
    </dialog>
  )
}
