/** What the page says where a company confirms its application. Swedish is the source. */
export const confirmationSv = {
  'confirm.page.title': 'Bekräfta ansökan om medlemskap',
  'confirm.without-link.text':
    'Hit kommer du från länken i mejlet som vi skickade när ansökan kom in. Öppna länken där.',
  'confirm.ask.text': 'Tryck på knappen för att bekräfta att ansökan om medlemskap kommer från er.',
  'confirm.ask.button': 'Bekräfta ansökan',
  'confirm.confirmed.title': 'Tack, ansökan är bekräftad!',
  'confirm.confirmed.text':
    'Nu går vi igenom ansökan. Ett mejl med ärendenumret är på väg, och vi hör av oss när vi har beslutat.',
  'confirm.void.title': 'Länken går inte att använda',
  'confirm.void.text':
    'Den är redan använd, för gammal eller inte hel. Har ni redan bekräftat ansökan behöver ni inte göra något mer.',
  'confirm.void.again': 'Har ni inte bekräftat än? Då kan ni få en ny länk till den e-postadress som står i ansökan.',
  'confirm.again.button': 'Skicka en ny länk',
  'confirm.sent.title': 'En ny länk är på väg',
  'confirm.sent.text':
    'Om ansökan väntar på att bekräftas kommer ett nytt mejl inom några minuter. Titta i skräpposten om du inte ser det. Kommer inget mejl är ansökan redan bekräftad eller avslutad.',
  'confirm.away.title': 'Det gick inte just nu',
  'confirm.away.text': 'Ansökan finns kvar och länken gäller fortfarande. Vänta en stund och tryck på knappen igen.',
  'confirm.home.link': 'Till startsidan',
} as const
