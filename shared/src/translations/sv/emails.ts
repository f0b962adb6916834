/**
 * The texts of the e-mails, for as long as nobody has written others in the CMS. A blank line begins a new paragraph; one
 * whose value is missing is left out. Swedish is the source: what is said here, English says too.
 */
export const emailsSv = {
  'email.confirm.subject': 'Bekräfta er ansökan om medlemskap ({{reference}})',
  'email.confirm.body': `Hej!

Tack för ansökan om medlemskap för {{organisation}}. Vi tog emot den {{date}}. Ärendenumret är {{reference}}.

Bekräfta att ansökan kommer från er, så går vi vidare med den:

{{confirmLink}}

Länken gäller till {{confirmBy}}.

Känner du inte till ansökan? Då har någon annan angett din adress. Du behöver inte göra någonting: en ansökan som inte bekräftas går inte vidare.

Vill du att vi tar bort uppgifterna direkt? Mejla {{clusterEmail}} och ange ärendenumret.

Hälsningar från {{cluster}}`,
  'email.reminder.subject': 'Påminnelse: bekräfta er ansökan om medlemskap ({{reference}})',
  'email.reminder.body': `Hej!

Ansökan om medlemskap för {{organisation}} är ännu inte bekräftad. Vi tog emot den {{date}}. Ärendenumret är {{reference}}.

Bekräfta att ansökan kommer från er, så går vi vidare med den:

{{confirmLink}}

Länken gäller till {{confirmBy}}. Det här är den enda påminnelsen.

Känner du inte till ansökan? Då behöver du inte göra någonting.

Hälsningar från {{cluster}}`,
  'email.received.subject': 'Vi har tagit emot er ansökan ({{reference}})',
  'email.received.body': `Hej {{contact}}!

Tack, nu är ansökan om medlemskap för {{organisation}} bekräftad. Ärendenumret är {{reference}}.

Vi går igenom ansökan och hör av oss till den här adressen när vi har beslutat.

På er egen sida kan ni se vad ni har skickat in, rätta det, ladda ner det eller ta tillbaka ansökan:

{{personalLink}}

Hälsningar från {{cluster}}`,
  'email.approved.subject': 'Välkomna som medlemmar i {{cluster}}!',
  'email.approved.body': `Hej {{contact}}!

Vi har godkänt ansökan om medlemskap för {{organisation}}. Varmt välkomna till {{cluster}}!

Ert medlemsnummer är {{memberNumber}}.

Medlemskap: {{plan}}

På er egen sida kan ni se och ändra era uppgifter:

{{personalLink}}

Hälsningar från {{cluster}}`,
  'email.declined.subject': 'Besked om er ansökan om medlemskap ({{reference}})',
  'email.declined.body': `Hej {{contact}}!

Tack för er ansökan om medlemskap för {{organisation}}. Vi har gått igenom den och kan tyvärr inte godkänna den.

Skälet är:
{{reason}}

Har ni frågor om beslutet? Mejla {{clusterEmail}} och ange ärendenummer {{reference}}.

Hälsningar från {{cluster}}`,
  'email.withdrawn.subject': 'Er ansökan om medlemskap är återtagen ({{reference}})',
  'email.withdrawn.body': `Hej {{contact}}!

Ansökan om medlemskap för {{organisation}} är nu återtagen, och vi går inte vidare med den. Ärendenumret var {{reference}}.

Vill ni bli medlemmar längre fram är ni välkomna att ansöka igen.

Hälsningar från {{cluster}}`,
  'email.informed.subject': 'Du är angiven som kontaktperson för {{organisation}}',
  'email.informed.body': `Hej!

Du är angiven som kontaktperson för {{organisation}} hos {{cluster}}. Uppgifterna har vi fått av någon på {{organisation}}: ditt namn, din roll och hur du kan nås.

Vi använder dem bara för att hålla kontakt om medlemskapet, och de tas bort när de inte längre behövs. Du har rätt att få se dem, få dem rättade och få dem borttagna.

Det gör du här:

{{personalLink}}

Är du inte kontaktperson? Mejla {{clusterEmail}}, så tar vi bort uppgifterna.

Hälsningar från {{cluster}}`,
  'email.personal-page.subject': 'Länk till er sida hos {{cluster}}',
  'email.personal-page.body': `Hej!

Här är länken till sidan för {{organisation}}, som någon bad om med den här e-postadressen:

{{personalLink}}

Länken gäller till {{validUntil}}. Den som har länken kan se och ändra uppgifterna, så skicka den inte vidare.

Har du inte bett om den? Då behöver du inte göra någonting.

Hälsningar från {{cluster}}`,
  'email.notice.subject': 'Ny ansökan om medlemskap: {{organisation}} ({{reference}})',
  'email.notice.body': `{{organisation}} har ansökt om medlemskap via formuläret {{form}}.

Kontaktperson: {{contact}}

Ansökan är skriven på {{formLanguage}}.

Ärendenummer: {{reference}}

{{deskLink}}`,
  'email.digest.subject': 'Ansökningar om medlemskap: dagens läge',
  'email.digest.body': `Hej!

Nya ansökningar sedan förra sammanfattningen:
{{newSignups}}

Väntar på att handläggas: {{waiting}}

Hålls kvar, eftersom en robot kan ha skickat dem: {{held}}. Är någon av dem riktig får företaget inget mejl förrän en handläggare släpper fram den.

Mejl som inte gick att skicka: {{undelivered}}

{{deskLink}}

Hälsningar från {{cluster}}`,
  'email.button.confirmLink': 'Bekräfta ansökan',
  'email.button.personalLink': 'Öppna sidan',
  'email.button.deskLink': 'Öppna ansökningarna',
  'email.language.sv': 'svenska',
  'email.language.en': 'engelska',
} as const
