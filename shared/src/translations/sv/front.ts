/** Swedish is the source: what is said here, English says too. */
export const frontSv = {
  'front.building.heading': 'Webbplatsen byggs',
  'front.building.text':
    'Sidorna görs i ordning för första gången. Det brukar ta mindre än en minut. Sidan laddas om av sig själv.',
  'front.unavailable.heading': 'Redigeringen är inte tillgänglig just nu',
  'front.unavailable.text':
    'Webbplatsen fungerar som vanligt, och inget som är sparat har gått förlorat. Sidan laddas om av sig själv så fort redigeringen fungerar igen.',
  'front.unavailable.api': 'Tjänsten svarar inte just nu. Försök igen om några sekunder.',
  'front.not-found.heading': 'Sidan finns inte',
  'front.not-found.text': 'Adressen leder ingenstans. Börja om från startsidan.',
  'front.not-found.link': 'Till startsidan',
  'front.error.heading': 'Något gick fel',
  'front.error.text': 'Det är vårt fel och inte ditt. Försök igen om en stund.',
  'front.form-too-large.heading': 'Ansökan kunde inte tas emot',
  'front.form-too-large.text':
    'Filen är för stor, eller så är det många som skickar just nu. Gå tillbaka i webbläsaren, där svaren finns kvar. Välj en fil på högst 2 MB, eller ingen alls, och skicka igen.',
  'front.too-many.heading': 'Vänta en stund',
  'front.too-many.text':
    'Det har kommit för många försök härifrån på kort tid. Vänta {{minutes}} min och försök sedan igen.',

  'publishing.problem.invalid':
    '”{{title}}” kan inte visas, för fältet ”{{field}}” är tomt eller har fel innehåll. Öppna dokumentet, rätta fältet och publicera igen.',
  'publishing.problem.throws':
    'Sidan ”{{title}}” ({{path}}) gick inte att göra i ordning. Ångra den senaste ändringen på sidan, eller ta bort det block som lades till sist, och publicera igen.',
  'publishing.problem.empty':
    'Sidan ”{{title}}” ({{path}}) blev tom. Kontrollera att den har en rubrik och minst ett block och publicera igen.',
  'publishing.problem.broken-link':
    'På sidan ”{{title}}” ({{path}}) leder en länk till {{target}}, som inte finns på webbplatsen. Rätta eller ta bort länken och publicera igen.',
  'publishing.problem.missing-picture':
    'Bilden {{file}} på sidan ”{{title}}” ({{path}}) gick inte att hämta. Ladda upp bilden på nytt under Bilder och publicera igen.',
  'publishing.problem.draft-inside':
    '”{{title}}” kom med som utkast fast det inte är publicerat, och hölls därför utanför webbplatsen. Publicera om dokumentet. Händer det igen behöver den som sköter servern titta på det.',
  'publishing.problem.personal-number':
    'På sidan ”{{title}}” ({{path}}) står något som ser ut som ett personnummer. Personnummer visas inte på webbplatsen. Ta bort det och publicera igen.',
  'publishing.problem.release-gone':
    'Utgåvan {{release}} finns inte kvar i sin helhet och kan inte återställas. Välj en annan i listan.',
  'publishing.problem.person-still-shown':
    'Den raderade personen finns fortfarande med på webbplatsen. Ta bort personen ur texten, publicera, och radera personen en gång till.',
  'publishing.problem.parent-not-published':
    '”{{title}}” visas inte, för en sida ovanför den i sidträdet är inte publicerad på det här språket. Publicera den sidan också, eller flytta ”{{title}}”.',
  'publishing.problem.parent-loop':
    '”{{title}}” visas inte, för sidan ligger under sig själv i sidträdet. Välj en annan överordnad sida och publicera igen.',
  'publishing.problem.duplicate-path':
    '”{{title}}” visas inte, för adressen {{path}} används redan av {{holder}}. Ändra adressdelen och publicera igen.',
  'publishing.problem.no-news-page':
    'Nyheten ”{{title}}” visas inte, för ingen publicerad sida är vald som nyhetssida. Välj en under Webbplatsens inställningar.',
  'publishing.problem.no-start-page':
    'Webbplatsen har ingen startsida på det här språket. Publicera startsidan och välj den under Webbplatsens inställningar.',
  'publishing.problem.missing-document':
    'Sidan ”{{title}}” ({{path}}) hänvisar till något som inte är publicerat på det här språket ({{document}}). Den delen visas inte förrän det publiceras.',
  'publishing.problem.pages-fell':
    'Webbplatsen skulle gå från {{before}} sidor till {{after}}. Så många sidor tas inte bort utan ett uttryckligt klartecken. Kontrollera att rätt sidor är publicerade, eller välj Publicera ändå på översikten.',
  'publishing.problem.disk-short':
    'Servern har för lite ledigt utrymme: {{free}} MB finns kvar och {{needed}} MB behövs. Be den som sköter servern att frigöra plats och publicera sedan igen.',
  'publishing.problem.content-unreachable':
    'Innehållet gick inte att hämta helt och hållet. Ett nytt försök görs av sig självt. Händer det igen behöver den som sköter servern titta på det.',
  'publishing.problem.renderer-stopped':
    'Arbetet avbröts innan det var klart. Publicera igen. Händer det igen behöver den som sköter servern titta på det.',
  'publishing.problem.unexpected':
    'Något oväntat gick fel när webbplatsen skulle göras i ordning. Publicera igen. Händer det igen finns orsaken i serverns logg.',
} as const
