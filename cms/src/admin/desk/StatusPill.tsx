import type { SignupStatus } from 'shared/membership/signup-status'
import { waitsFor } from '../../membership/desk-groups.ts'
import { useDeskText } from './use-desk-text.ts'

const kindOf = (status: SignupStatus): string => {
  if (status === 'suspected') return 'warn'
  if (status === 'approved') return 'good'
  return waitsFor[status] === 'us' ? 'ours' : 'rest'
}

/** Where a signup stands, in a word. */
export const StatusPill = ({ status }: { status: SignupStatus }) => {
  const { say } = useDeskText()
  return <span className={`desk__pill desk__pill--${kindOf(status)}`}>{say(`signups.status.${status}`)}</span>
}
