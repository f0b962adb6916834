import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { z } from 'zod'
import type { DeskSignup } from '../../membership/desk-answers.ts'
import { useDesk } from './use-desk.ts'
import { useDeskText } from './use-desk-text.ts'

const mostLetters = 10_000

/** Notes that only those who handle memberships see. What somebody else writes meanwhile is not written over. */
export const SignupNotes = ({ signup, askNow }: { signup: DeskSignup; askNow: () => void }) => {
  const ask = useDesk()
  const { say } = useDeskText()
  const [seen, setSeen] = useState(signup.notes) // as the CMS last told them
  const [known, setKnown] = useState(signup.notes) // as whoever writes here has seen them
  const [text, setText] = useState(signup.notes)
  const [others, setOthers] = useState('')
  const [told, setTold] = useState('')
  const [isBusy, setBusy] = useState(false)
  const isChanged = text.trim() !== known.trim()
  if (signup.notes !== seen && !isBusy) {
    setSeen(signup.notes)
    if (!isChanged) setText(signup.notes)
    else if (signup.notes !== known) setOthers(signup.notes)
    setKnown(signup.notes)
  }

  const save = async () => {
    setBusy(true)
    const answered = await ask(
      `signups/${encodeURIComponent(signup.id)}/notes`,
      { notes: text, before: known },
      z.null(),
    )
    setTold('refusal' in answered ? answered.refusal : say('desk.notes.saved'))
    if ('answer' in answered) {
      setKnown(text.normalize('NFC').trim())
      setOthers('')
    }
    askNow()
    setBusy(false)
  }
  return (
    <section aria-labelledby="desk-notes">
      <h2 id="desk-notes">
        <label htmlFor="desk-notes-text">{say('desk.notes')}</label>
      </h2>
      <p className="desk__quiet" id="desk-notes-help">
        {say('desk.notes.help')}
      </p>
      <p className="desk__field">
        <textarea
          id="desk-notes-text"
          rows={4}
          maxLength={mostLetters}
          value={text}
          aria-describedby="desk-notes-help"
          onChange={({ target }) => {
            setText(target.value)
            setTold('')
          }}
        />
      </p>
      {others ? (
        <blockquote className="desk-signup__reason">
          <strong>{say('desk.notes.others')}</strong> {others}
        </blockquote>
      ) : null}
      <p className="desk-signup__save">
        <Button
          buttonStyle="secondary"
          size="small"
          margin={false}
          disabled={!isChanged || isBusy}
          onClick={() => void save()}
        >
          {say('desk.notes.save')}
        </Button>
        <output>{told}</output>
      </p>
    </section>
  )
}
