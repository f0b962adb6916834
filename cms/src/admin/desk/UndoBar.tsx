import { Button } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { type Deed, deedSchema } from '../../membership/desk-answers.ts'
import { useDesk } from './use-desk.ts'
import { useDeskText } from './use-desk-text.ts'

/** Seconds until a moment, counted down; 0 when it has passed. */
export const useSecondsUntil = (moment: string | null): number => {
  const left = () => (moment ? Math.max(0, Math.ceil((Date.parse(moment) - Date.now()) / 1000)) : 0)
  const [seconds, setSeconds] = useState(left)
  useEffect(() => {
    setSeconds(left())
    if (!moment) return
    const ticking = setInterval(() => setSeconds(left()), 500)
    return () => clearInterval(ticking)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the count begins anew with the moment, and only then
  }, [moment])
  return seconds
}

/** The earliest moment at which one of several decisions can no longer be taken back. */
const soonest = (done: Deed['done']): string | null =>
  done.flatMap(({ undoUntil }) => undoUntil ?? []).toSorted()[0] ?? null

interface UndoBarProps {
  /** What was done, in words. */
  sentence: string
  deed: Deed
  /** Is told what was taken back, or why it was not. */
  onUndone: (sentence: string) => void
}

/** Says what was just decided, and takes it back for as long as that is possible. */
export const UndoBar = ({ sentence, deed, onUndone }: UndoBarProps) => {
  const ask = useDesk()
  const { say, sayNumber } = useDeskText()
  const [isBusy, setBusy] = useState(false)
  const seconds = useSecondsUntil(soonest(deed.done))

  const undo = async () => {
    setBusy(true)
    const signups = deed.done.filter(({ undoUntil }) => undoUntil).map(({ id, moves }) => ({ id, moves }))
    const answered = await ask('undo', { signups }, deedSchema)
    setBusy(false)
    if ('refusal' in answered) return onUndone(answered.refusal)
    const { done, refused } = answered.answer
    const undone =
      done.length === 1 ? say('desk.undone.one') : say('desk.undone.many', { count: sayNumber(done.length) })
    onUndone(
      [...(done.length > 0 ? [undone] : []), ...refused.map(({ name, message }) => `${name}: ${message}`)].join(' '),
    )
  }

  return (
    <span className="desk__undo">
      {sentence ? <span>{sentence}</span> : null}
      {seconds > 0 ? (
        <>
          <Button buttonStyle="secondary" size="small" margin={false} disabled={isBusy} onClick={() => void undo()}>
            {say('desk.undo')}
          </Button>
          <span className="desk__undo-seconds" aria-hidden="true">
            {say('desk.undo.seconds', { seconds })}
          </span>
        </>
      ) : null}
    </span>
  )
}
