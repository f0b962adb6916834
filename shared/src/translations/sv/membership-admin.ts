/** What only the membership part of the admin says. Swedish is the source: what is said here, English says too. */
export const membershipAdminSv = {
  'signups.singular': 'Ansökan',
  'signups.plural': 'Ansökningar',
  'signups.description':
    'Företag som vill bli medlemmar. Allt sparas så som det skickades in; status och anteckningar kan ändras.',
  'signups.reference': 'Ärendenummer',
  'signups.form': 'Formulär',
  'signups.formVersion': 'Formulärets version',
  'signups.language': 'Språk',
  'signups.language.description': 'Språket som ansökan gjordes på. Bekräftelsen skickas på samma språk.',
  'signups.organisationName': 'Organisationens namn',
  'signups.organisationNumber': 'Organisationsnummer',
  'signups.contactName': 'Kontaktperson',
  'signups.contactEmail': 'E-post',
  'signups.answers': 'Alla svar',
  'signups.answer.yes': 'Ja',
  'signups.answer.no': 'Nej',
  'signups.answer.consent': 'Godkännande ({{name}})',
  'signups.notes': 'Anteckningar',
  'signups.notes.description': 'Syns bara för er som arbetar med medlemskap.',
  'signups.language.sv': 'Svenska',
  'signups.language.en': 'Engelska',
  'mails.link': 'Läs mejlen som sparats här, eftersom ingen e-postserver är inställd',
  'mails.heading': 'Mejl som inte skickats',
  'mails.introduction':
    'Ingen e-postserver är inställd (SMTP_URL), så mejlen sparas här i stället för att skickas. De senaste visas överst.',
  'mails.none': 'Inga mejl än.',
  'mails.back': 'Alla mejl',
  'mails.download': 'Ladda ner som .eml-fil',
  'mails.to': 'Till',
  'mails.not-staff': 'Logga in i administrationen för att läsa mejlen.',
  'mails.missing': 'Mejlet finns inte.',
  'signupForms.tab.offer': 'Medlemsformer och tid',
  'signupForms.items': 'Formulärets innehåll',
  'signupForms.items.singular': 'Del av formuläret',
  'signupForms.items.description':
    'Dra delarna i den ordning de ska visas. Organisationsnummer, organisationens namn, kontaktperson och e-postadress måste alltid finnas med. Lägg in steg om formuläret är långt.',
  'signupForms.items.required': 'Måste besvaras',
  'signupForms.items.required.description': 'Fråga bara efter det ni behöver. Färre frågor ger fler ansökningar.',
  'signupForms.items.required.short': 'måste besvaras',
  'signupForms.items.untitled': 'utan text än',
  'signupForms.step.singular': 'Steg',
  'signupForms.step.plural': 'Steg',
  'signupForms.step.heading': 'Stegets rubrik',
  'signupForms.step.heading.description': 'Allt som kommer efter, fram till nästa steg, hör hit.',
  'signupForms.step.introduction': 'Inledning till steget',
  'signupForms.field.singular': 'Fält',
  'signupForms.field.plural': 'Fält',
  'signupForms.field.name': 'Fråga efter',
  'signupForms.field.name.description':
    'Svaren kontrolleras och följer med till medlemsregistret. Om ni frågar efter land behövs både organisationsnummer och registreringsnummer: det ena visas för svenska företag, det andra för övriga.',
  'signupForms.field.label': 'Egen rubrik på fältet',
  'signupForms.field.label.description': 'Lämnas den tom används den vanliga texten.',
  'signupForms.field.help': 'Egen hjälptext',
  'signupForms.field.help.description': 'Visas under rubriken. Lämnas den tom används den vanliga hjälptexten.',
  'signupForms.question.singular': 'Egen fråga',
  'signupForms.question.plural': 'Egna frågor',
  'signupForms.question.label': 'Fråga',
  'signupForms.question.type': 'Hur den besvaras',
  'signupForms.question.type.text': 'Kort text',
  'signupForms.question.type.longText': 'Längre text',
  'signupForms.question.type.number': 'Tal',
  'signupForms.question.type.date': 'Datum',
  'signupForms.question.type.one': 'Ett av flera svar',
  'signupForms.question.type.several': 'Ett eller flera svar',
  'signupForms.question.type.yesNo': 'Ja eller nej',
  'signupForms.question.options': 'Svarsalternativ',
  'signupForms.question.options.singular': 'Svarsalternativ',
  'signupForms.question.options.label': 'Text',
  'signupForms.question.options.value': 'Namn i systemet',
  'signupForms.question.options.value.description': 'Samma på båda språken. Syns inte för den som ansöker.',
  'signupForms.question.help': 'Hjälptext',
  'signupForms.question.key': 'Namn i systemet',
  'signupForms.question.key.description':
    'Samma på båda språken, så att svaret följer med när någon byter språk. Börja med en liten bokstav a–z och använd sedan bara bokstäver och siffror.',
  'signupForms.showWhen': 'Visas bara ibland',
  'signupForms.showWhen.description':
    'Välj ett fält eller en fråga tidigare i formuläret, och de svar som gör att den här delen visas.',
  'signupForms.showWhen.name': 'Visas beroende på svaret på',
  'signupForms.showWhen.is': 'Visas när svaret är',
  'signupForms.showWhen.always': 'Visas alltid',
  'signupForms.showWhen.none':
    'Visas alltid. Lägg en fråga med svarsalternativ tidigare i formuläret för att låta svaret avgöra.',
  'signupForms.showWhen.unknown': '”{{name}}” finns inte tidigare i formuläret',
  'signupForms.showWhen.short': 'visas ibland',
  'signupForms.plans': 'Medlemsformer att välja mellan',
  'signupForms.plans.description':
    'Lämnas fältet tomt går det att välja mellan alla. Gör ett formulär för varje slags medlem genom att välja en enda här och inte fråga efter medlemsform.',
  'signupForms.opensAt': 'Öppnar',
  'signupForms.opensAt.description': 'Lämnas fältet tomt är formuläret öppet så snart det är publicerat.',
  'signupForms.closesAt': 'Stänger',
  'signupForms.closesAt.description':
    'Från och med då tas inga ansökningar emot. Lämnas fältet tomt stänger det aldrig.',
  'refusal.form.step-first': 'Lägg ett steg allra först, så att även de första frågorna hör till ett steg.',
  'refusal.form.step-empty': 'Steget ”{{step}}” är tomt. Lägg in frågor efter det eller ta bort det.',
  'refusal.form.field-conditional': 'Frågan ”{{field}}” måste alltid visas: utan den går ansökan inte att besvara.',
  'refusal.form.logo-required':
    'Logotypen måste vara frivillig: den som skickar ansökan har inte alltid filen till hands, och den kan läggas till senare.',
  'refusal.form.foreign-number-missing':
    'Formuläret frågar efter land. Lägg till fältet Registreringsnummer också, så att företag från andra länder kan ansöka.',
  'refusal.form.country-missing':
    'Registreringsnummer visas bara för företag från andra länder. Lägg till fältet Land också.',
  'refusal.form.country-late':
    'Lägg Land före Organisationsnummer och Registreringsnummer: landet avgör vilket av dem som visas.',
  'refusal.form.key-malformed':
    'Frågan ”{{question}}” behöver ett annat namn i systemet: börja med en liten bokstav a–z och använd sedan bara bokstäver och siffror.',
  'refusal.form.key-of-field':
    'Frågan ”{{question}}” kan inte heta ”{{key}}” i systemet, för så heter ett av de vanliga fälten.',
  'refusal.form.key-twice': 'Två frågor heter ”{{key}}” i systemet. Ge den ena ett annat namn.',
  'refusal.form.options-missing': 'Frågan ”{{question}}” har för få svar att välja mellan.',
  'refusal.form.option-twice':
    'Frågan ”{{question}}” har två svar som heter ”{{option}}” i systemet. Ge det ena ett annat namn.',
  'refusal.form.condition-unknown': '”{{item}}” visas beroende på svaret på ”{{name}}”, som inte finns i formuläret.',
  'refusal.form.condition-late':
    '”{{item}}” visas beroende på svaret på ”{{name}}”, som kommer senare. Flytta upp den frågan.',
  'refusal.form.condition-open':
    '”{{item}}” kan inte bero på svaret på ”{{name}}”, för där går det att skriva vad som helst. Välj en fråga med svarsalternativ.',
  'refusal.form.condition-empty': 'Välj med vilka svar ”{{item}}” visas.',
  'refusal.form.condition-answer':
    '”{{item}}” visas när svaret på ”{{name}}” är ”{{answer}}”, men det svaret går inte att välja.',
  'refusal.form.condition-malformed': 'Välj svaren i listan.',
  'refusal.form.plans-missing':
    'Formuläret frågar efter medlemsform, men det finns ingen att välja. Lägg upp en medlemsform först.',
  'refusal.form.plan-unknown':
    'En av medlemsformerna som formuläret erbjuder finns inte längre. Ta bort den eller välj en annan.',
  'refusal.form.plan-not-asked':
    'Formuläret erbjuder flera medlemsformer men frågar inte vilken. Lägg till fältet Medlemsform eller välj en enda.',
  'refusal.form.figure-missing':
    'Avgiften för ”{{plan}}” beror på ”{{field}}”. Lägg till det fältet, så att priset går att räkna ut.',
  'refusal.form.closes-early': 'Formuläret måste stänga efter att det har öppnat.',
} as const
