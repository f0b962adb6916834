import { Button, Link, useConfig } from '@payloadcms/ui'
import { type RefObject, useState } from 'react'
import type { AdminTextKey } from 'shared/translations/admin'
import { z } from 'zod'
import type { DeskSignup } from '../../membership/desk-answers.ts'
import { type DeskMove, deskMoves } from '../../membership/desk-groups.ts'
import { UndoBar } from './UndoBar.tsx'
import { useDesk } from './use-desk.ts'
import { useDeskText } from './use-desk-text.ts'

interface DecidePanelProps {
  /** Has the focus once a decision is taken. */
  heading: RefObject<HTMLHeadingElement | null>
  signup: DeskSignup
  onDecide: (to: DeskMove) => void
  /** Is told what was done besides, in words. */
  onTold: (sentence: string) => void
  askNow: () => void
}

// The order in which the moves are offered: the way forward first.
const order: readonly DeskMove[] = [
  'received',
  'approved',
  'reviewing',
  'declined',
  'duplicate',
  'withdrawn',
  'confirmed',
]

/** What the button says: the same move is another deed from another status. */
const labelOf = (signup: DeskSignup, to: DeskMove): AdminTextKey => {
  if (to === 'declined' && signup.status === 'suspected') return 'desk.decide.robot.button'
  if (to === 'received' && signup.status === 'expired') return 'desk.decide.again.button'
  if (to === 'reviewing' && (signup.status === 'declined' || signup.status === 'duplicate'))
    return 'desk.decide.reopen.button'
  return `desk.decide.${to}.button`
}

/** Where it stands, what is waited for, and what can be done about it. */
export const DecidePanel = ({ heading, signup, onDecide, onTold, askNow }: DecidePanelProps) => {
  const { config } = useConfig()
  const { say, sayWait, sayMoment } = useDeskText()
  const ask = useDesk()
  const [isBusy, setBusy] = useState(false)
  const { status, undoUntil } = signup
  const moves = undoUntil ? [] : order.filter((to) => deskMoves.includes(to) && signup.next.includes(to))
  const [forward] = moves
  const values = {
    time: sayWait(signup.since),
    confirmBy: signup.confirmBy ? sayMoment(signup.confirmBy) : '',
    moment: sayMoment(signup.since),
  }
  const sendLink = async () => {
    setBusy(true)
    const answered = await ask(`signups/${encodeURIComponent(signup.id)}/link`, {}, z.null())
    setBusy(false)
    onTold('refusal' in answered ? answered.refusal : say('desk.link.sent'))
    askNow()
  }
  const sentence = (): string => {
    if (status === 'received' && !signup.confirmBy) return say('desk.now.received.soon', values)
    if (status === 'approved' && undoUntil) return say('desk.now.approved.soon')
    if (signup.isMemberDeleted) return say('desk.now.approved.deleted', values)
    if (status === 'approved' && !signup.member) return say('desk.now.approved.making', values)
    if (status === 'declined' && undoUntil) return say('desk.now.declined.soon')
    return say(`desk.now.${status}`, values)
  }
  return (
    <section className="desk-signup__panel" aria-labelledby="desk-now">
      <h2 id="desk-now" ref={heading} tabIndex={-1}>
        {say('desk.now')}
      </h2>
      <p>{sentence()}</p>
      {signup.reason && status === 'declined' ? (
        <blockquote className="desk-signup__reason" lang={signup.language}>
          {signup.reason}
        </blockquote>
      ) : null}
      {signup.memberFault ? (
        <MemberFault signup={signup} fault={signup.memberFault} onTold={onTold} askNow={askNow} />
      ) : null}
      {signup.member ? (
        <p>
          <Link href={`${config.routes.admin}/collections/members/${signup.member}`}>{say('desk.member')}</Link>
        </p>
      ) : null}
      {undoUntil ? (
        <UndoBar
          key={signup.moves}
          sentence=""
          deed={{
            done: [{ id: signup.id, name: signup.organisationName, moves: signup.moves, undoUntil }],
            refused: [],
          }}
          onUndone={(sentence) => {
            onTold(sentence)
            heading.current?.focus() // the button that had the focus is gone
            askNow()
          }}
        />
      ) : null}
      <div className="desk-signup__moves">
        {moves.map((to) => (
          <Button
            key={to}
            buttonStyle={to === forward && signup.waits === 'us' ? 'primary' : 'secondary'}
            size="medium"
            margin={false}
            onClick={() => onDecide(to)}
          >
            {say(labelOf(signup, to))}
          </Button>
        ))}
        {status === 'received' && signup.confirmBy ? (
          <Button
            buttonStyle="secondary"
            size="medium"
            margin={false}
            disabled={isBusy}
            onClick={() => void sendLink()}
          >
            {say('desk.decide.again.button')}
          </Button>
        ) : null}
      </div>
    </section>
  )
}

interface MemberFaultProps extends Pick<DecidePanelProps, 'signup' | 'onTold' | 'askNow'> {
  fault: NonNullable<DeskSignup['memberFault']>
}

/** Why no member could be made of an approved signup, and the way to try again. */
const MemberFault = ({ signup, fault, onTold, askNow }: MemberFaultProps) => {
  const { say, sayMoment } = useDeskText()
  const ask = useDesk()
  const [isBusy, setBusy] = useState(false)
  const retry = async () => {
    setBusy(true)
    const answered = await ask(`signups/${encodeURIComponent(signup.id)}/member`, {}, z.null())
    setBusy(false)
    onTold('refusal' in answered ? answered.refusal : say('desk.fault.retried'))
    askNow()
  }
  return (
    <div className="desk__notice desk__notice--bad">
      <h3>{say('desk.fault.heading')}</h3>
      <p>{fault.reason}</p>
      <p>{say('desk.fault.again', { time: sayMoment(fault.tryAt) })}</p>
      <Button buttonStyle="secondary" size="small" margin={false} disabled={isBusy} onClick={() => void retry()}>
        {say('desk.fault.retry')}
      </Button>
    </div>
  )
}
