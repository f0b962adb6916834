/** What the admin says of where a signup stands. Swedish is the source: what is said here, English says too. */
export const signupLifeAdminSv = {
  'signups.status': 'Status',
  'signups.status.description':
    'Statusen ändras där ansökningarna handläggs. En misstänkt ansökan kan vara skickad av en robot: inga mejl går ut förrän någon har tittat på den.',
  'signups.status.suspected': 'Misstänkt',
  'signups.status.received': 'Mottagen',
  'signups.status.confirmed': 'Bekräftad',
  'signups.status.reviewing': 'Under granskning',
  'signups.status.approved': 'Godkänd',
  'signups.status.declined': 'Avböjd',
  'signups.status.duplicate': 'Dubblett',
  'signups.status.withdrawn': 'Återtagen',
  'signups.status.expired': 'Inte bekräftad i tid',
  'signups.statusChangedAt': 'Statusen ändrades',
  'signups.confirmedAt': 'Bekräftades',
  'signups.decidedAt': 'Beslutades',
  'signups.reason': 'Skäl till beslutet',
  'signups.enteredBy': 'Inlagd för hand av',
  'signups.mailState': 'Mejl',
  'signups.mailState.held': 'Hålls inne',
  'signups.mailState.due': 'Ska förberedas',
  'signups.mailState.made': 'Förberedda',
} as const
