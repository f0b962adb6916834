/** What the preview of a draft says: in its bar, and when it cannot be shown. */
export const previewSv = {
  'preview.title': 'Förhandsgranskning: {{title}}',
  'preview.bar.label': 'Förhandsgranskning',
  'preview.bar.text': 'Ett utkast. Besökarna ser det inte förrän det publiceras.',
  'preview.bar.until': 'Länken fungerar till {{time}}.',
  'preview.bar.in-this-language': 'Visa på svenska',
  'preview.note.hidden_one': '{{count}} opublicerat dokument visas inte.',
  'preview.note.hidden_other': '{{count}} opublicerade dokument visas inte.',
  'preview.note.drafts': 'Även andra dokument visas i sina senaste utkast.',
  'preview.note.no-place': 'Sidan har ingen egen adress på webbplatsen än.',
  'preview.note.part': 'Så här ser det ut på en sida.',
  'preview.note.block': 'Block {{number}} ({{kind}}) visas inte: fältet ”{{field}}” är tomt eller har fel innehåll.',
  'preview.note.row': 'Rad {{number}} i ”{{list}}” visas inte: fältet ”{{field}}” är tomt eller har fel innehåll.',
  'preview.note.part-left-out': '”{{part}}” visas inte: fältet ”{{field}}” är tomt eller har fel innehåll.',
  'preview.unfinished.heading': 'Utkastet kan inte visas än',
  'preview.unfinished.text':
    'Fältet ”{{field}}” är tomt eller har fel innehåll på svenska. Så snart det är ifyllt visas utkastet här.',
  'preview.unfinished.note': 'Fältet ”{{field}}” är tomt eller har fel innehåll. Det du ser är hur det såg ut innan.',
  'preview.trouble.away': 'Ändringarna går inte att visa just nu. Ett nytt försök görs av sig självt.',
  'preview.trouble.expired': 'Länken har gått ut. Ladda om redigeringen för att fortsätta förhandsgranska.',
  'preview.trouble.too-large': 'Dokumentet är för stort för att visas medan du skriver. Det visas när det har sparats.',
  'preview.form.not-sent': 'Formuläret går inte att skicka från en förhandsgranskning. Inget har skickats.',

  'front.preview-forged.heading': 'Länken går inte att använda',
  'front.preview-forged.text':
    'Länken till förhandsgranskningen är inte hel, eller gäller något annat. Kopiera hela länken igen, eller be den som skickade den om en ny.',
  'front.preview-expired.heading': 'Länken har gått ut',
  'front.preview-expired.text':
    'En länk till en förhandsgranskning fungerar bara en tid. Be den som skickade den om en ny. Är det du som redigerar räcker det att ladda om sidan.',
  'front.preview-gone.heading': 'Dokumentet finns inte längre',
  'front.preview-gone.text': 'Det som länken ledde till är borttaget. Fråga den som skickade länken.',
  'front.preview-away.heading': 'Förhandsgranskningen går inte att visa just nu',
  'front.preview-away.text': 'Utkastet är kvar. Sidan laddas om av sig själv så fort det går att visa igen.',
} as const
