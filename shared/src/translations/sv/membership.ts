/** Swedish is the source: what is said here, English says too. */
export const membershipSv = {
  'signup.field.organisationNumber.label': 'Organisationsnummer',
  'signup.field.organisationNumber.help':
    '10 siffror, till exempel 556026-9986. Har du enskild firma anger du ditt personnummer.',
  'signup.field.organisationName.label': 'Organisationens namn',
  'signup.field.website.label': 'Webbplats',
  'signup.field.website.help': 'Till exempel www.exempel.se.',
  'signup.field.contactName.label': 'Kontaktperson',
  'signup.field.contactName.help': 'För- och efternamn på den vi ska kontakta.',
  'signup.field.contactRole.label': 'Kontaktpersonens roll',
  'signup.field.contactRole.help': 'Till exempel vd eller utvecklingschef.',
  'signup.field.contactEmail.label': 'E-postadress',
  'signup.field.contactEmail.help': 'Hit skickar vi bekräftelsen.',
  'signup.field.contactPhone.label': 'Telefonnummer',
  'signup.field.contactPhone.help': 'Börja med landsnummer om numret inte är svenskt, till exempel +45.',
  'signup.field.streetAddress.label': 'Gatuadress eller box',
  'signup.field.postalCode.label': 'Postnummer',
  'signup.field.city.label': 'Ort',
  'signup.field.invoiceEmail.label': 'E-postadress för fakturor',
  'signup.field.invoiceEmail.help': 'Om fakturor ska skickas till en annan adress än kontaktpersonens.',
  'signup.field.invoiceReference.label': 'Fakturareferens',
  'signup.field.invoiceReference.help': 'Det som ska stå på fakturan för att den ska hitta rätt hos er.',
  'signup.field.employees.label': 'Antal anställda',
  'signup.field.employees.help': 'Ungefär hur många ni är i dag.',
  'signup.field.plan.label': 'Typ av medlemskap',
  'signup.field.message.label': 'Meddelande',
  'signup.field.message.help': 'Något mer som ni vill berätta eller fråga om.',

  'signup.form.optional': '(frivilligt)',
  'signup.form.consents': 'Godkännanden',
  'signup.form.fee': '{{fee}} kr per år, exklusive moms',
  'signup.form.no-fee': 'Ingen årsavgift',
  'signup.form.privacy': 'Så behandlar vi uppgifterna',
  'signup.form.submit': 'Skicka ansökan',
  'signup.form.trap': 'Lämna det här fältet tomt',
  'signup.form.restored': 'Det du skrev tidigare finns kvar i formuläret.',
  'signup.form.error-prefix': 'Fel:',
  'signup.form.errors.heading': 'Det här behöver rättas',

  'signup.error.required': 'Fyll i {{field}}',
  'signup.error.required.organisationNumber': 'Ange organisationsnumret med 10 siffror, till exempel 556026-9986',
  'signup.error.required.organisationName': 'Skriv organisationens namn',
  'signup.error.required.contactName': 'Skriv namnet på den vi ska kontakta',
  'signup.error.required.contactEmail': 'Ange en e-postadress, till exempel namn@exempel.se',
  'signup.error.required.plan': 'Välj en typ av medlemskap',
  'signup.error.too-short': '{{field}} är för kort. Skriv minst två tecken',
  'signup.error.too-long': '{{field}} är för långt. Skriv högst {{longest}} tecken',
  'signup.error.wrong-type': 'Skriv {{field}} som vanlig text',
  'signup.error.unallowed-character':
    '{{field}} innehåller ett tecken som inte kan tas emot. Ta bort det eller skriv om texten',
  'signup.error.not-an-organisation-number':
    'Numret stämmer inte. Kontrollera siffrorna och ange organisationsnumret med 10 siffror, till exempel 556026-9986',
  'signup.error.not-an-email': 'Ange en e-postadress i rätt format, till exempel namn@exempel.se',
  'signup.error.not-a-phone-number': 'Ange ett telefonnummer med riktnummer, till exempel 070-174 06 05',
  'signup.error.not-a-postal-code': 'Ange postnumret med fem siffror, till exempel 111 20',
  'signup.error.not-a-number': 'Ange {{field}} med siffror, till exempel 12',
  'signup.error.not-a-web-address': 'Ange webbplatsens adress, till exempel www.exempel.se',
  'signup.error.unknown-plan': 'Välj en av de typer av medlemskap som finns i listan',
  'signup.error.consent-required': 'Kryssa i rutan för att kunna skicka ansökan',
  'signup.error.unknown-field': 'Fältet {{field}} finns inte längre i formuläret. Ladda om sidan och skicka igen',
  'signup.error.unreadable': 'Ansökan gick inte att läsa. Ladda om sidan och skicka igen',
  'signup.error.too-large': 'Ansökan är för stor. Korta texten och skicka igen',
  'signup.error.unknown-form':
    'Det här formuläret tar inte längre emot ansökningar. Hör av dig till oss, så hjälper vi dig',
  'signup.error.form-changed':
    'Formuläret har ändrats sedan du öppnade sidan. Ladda om den, gå igenom svaren och skicka igen',
  'signup.error.key-missing': 'Ansökan gick inte att läsa. Ladda om sidan och skicka igen',
  'signup.error.key-reused':
    'Vi har redan tagit emot en ansökan härifrån, med andra svar. Den är sparad. Hör av dig till oss om något ska ändras',
  'signup.error.wrong-origin': 'Ansökan måste skickas från vår egen webbplats. Ladda om sidan och skicka igen',
  'signup.error.wrong-content-type': 'Ansökan gick inte att läsa. Ladda om sidan och skicka igen',
  'signup.error.busy': 'Ansökan kunde inte tas emot just nu. Det du har skrivit finns kvar. Skicka igen om en stund',

  'signup.sending.sending': 'Skickar…',
  'signup.sending.waiting':
    'Servern svarar inte just nu. Dina uppgifter finns kvar här, vi försöker igen om {{seconds}} sekunder.',
  'signup.sending.offline':
    'Du verkar sakna anslutning. Dina uppgifter finns kvar här, och vi skickar ansökan när anslutningen är tillbaka.',
  'signup.sending.changed': 'Du har ändrat något medan vi försökte skicka. Skicka igen när du är klar.',
  'signup.sending.too-many':
    'Det har kommit många ansökningar härifrån på kort tid. Dina uppgifter finns kvar här. Skicka igen om {{minutes}} min.',
  'signup.sending.unexpected':
    'Något gick fel hos oss, så ansökan är inte mottagen. Dina uppgifter finns kvar här. Skicka igen om en stund.',
  'signup.sending.long':
    'Vi har försökt i tio minuter. Låt gärna sidan vara öppen, så fortsätter vi. Du kan också spara svaren på din egen dator.',
  'signup.sending.long-email': 'Eller mejla dem till {{email}}.',
  'signup.sending.download': 'Ladda ner dina svar',
  'signup.sending.file': 'ansokan.txt',

  'signup.receipt.reference': 'Ert ärendenummer är {{reference}}.',
  'signup.receipt.email': 'En bekräftelse är på väg till den e-postadress du angav.',
  'signup.receipt.again': 'Fyll i en ny ansökan',
} as const
