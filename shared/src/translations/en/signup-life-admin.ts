import type { signupLifeAdminSv } from '../sv/signup-life-admin.ts'

/** What the admin says in English of where a signup stands. */
export const signupLifeAdminEn: Record<keyof typeof signupLifeAdminSv, string> = {
  'signups.status': 'Status',
  'signups.status.description':
    'The status is changed where the applications are handled. A suspected application may have been sent by a robot: no emails go out until somebody has looked at it.',
  'signups.status.suspected': 'Suspected',
  'signups.status.received': 'Received',
  'signups.status.confirmed': 'Confirmed',
  'signups.status.reviewing': 'Under review',
  'signups.status.approved': 'Approved',
  'signups.status.declined': 'Declined',
  'signups.status.duplicate': 'Duplicate',
  'signups.status.withdrawn': 'Withdrawn',
  'signups.status.expired': 'Not confirmed in time',
  'signups.statusChangedAt': 'The status was changed',
  'signups.confirmedAt': 'Confirmed',
  'signups.decidedAt': 'Decided',
  'signups.reason': 'Reason for the decision',
  'signups.enteredBy': 'Entered by hand by',
  'signups.mailState': 'Emails',
  'signups.mailState.held': 'Held back',
  'signups.mailState.due': 'To be prepared',
  'signups.mailState.made': 'Prepared',
}
