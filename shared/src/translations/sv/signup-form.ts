/** What the form says while it is filled in. Swedish is the source: what is said here, English says too. */
export const signupFormSv = {
  'signup.step.place': 'Steg {{number}} av {{count}}',
  'signup.step.next': 'Fortsätt',
  'signup.step.back': 'Tillbaka',
  'signup.step.check': 'Kontrollera och skicka',
  'signup.step.check.introduction': 'Läs igenom svaren. Stämmer de, så skickar du ansökan längst ner.',
  'signup.step.change': 'Ändra',
  'signup.form.no-answer': 'Inget svar',
  'signup.receipt.masked': 'Personnumret visas inte',

  'signup.form.condition': 'Gäller bara om svaret på ”{{question}}” är {{answers}}.',
  'signup.form.condition.or': '{{answers}} eller {{last}}',
  'signup.form.condition.sweden': 'Fylls i av organisationer i Sverige.',
  'signup.form.condition.abroad': 'Fylls i av organisationer i andra länder.',
  'signup.form.opens': 'Ansökan öppnar den {{date}}.',
  'signup.form.closes': 'Ansökan stänger den {{date}}.',
  'signup.form.not-yet-open': 'Ansökan har inte öppnat än. Den öppnar den {{date}}.',
  'signup.form.closed':
    'Ansökan är stängd sedan den {{date}}. Hör av dig till oss, så berättar vi hur ni kan bli medlemmar.',

  'signup.contacts.person': 'Kontaktperson {{number}}',
  'signup.contacts.add': 'Lägg till en kontaktperson',
  'signup.contacts.remove': 'Ta bort',
  'signup.contacts.added': 'Kontaktperson {{number}} har lagts till.',
  'signup.contacts.removed': 'Kontaktperson {{number}} har tagits bort.',
  'signup.contacts.most': 'Det går att ange högst {{count}} kontaktpersoner till.',
  'signup.contact.problem': '{{person}}: {{problem}}',

  'signup.price.now': 'Att betala: {{amount}}',

  'signup.error.required.question-one': 'Välj ett svar på frågan ”{{field}}”',
  'signup.error.required.question-several': 'Välj minst ett svar på frågan ”{{field}}”',
  'signup.error.required.question-yesNo': 'Svara ja eller nej på frågan ”{{field}}”',
  'signup.error.required.question-date': 'Ange ett datum som svar på frågan ”{{field}}”',
  'signup.error.required.contact-contactName': 'Skriv namnet eller ta bort personen',
  'signup.error.required.contact-contactEmail': 'Ange en e-postadress, till exempel namn@exempel.se',
  'signup.error.not-an-email.contact-contactEmail': 'Ange e-postadressen i rätt format, till exempel namn@exempel.se',
  'signup.error.not-a-phone-number.contact-contactPhone':
    'Ange telefonnumret med riktnummer, till exempel 070-174 06 05',

  'signup.receipt.print': 'Skriv ut',
  'signup.receipt.sent': 'Skickades {{time}}.',
  'signup.receipt.answers': 'Det här skickade du',
} as const
