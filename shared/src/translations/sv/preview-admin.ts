/** What the admin UI says of previews. */
export const previewAdminSv = {
  'previewLink.label': 'Förhandsgranskning',
  'previewLink.unsaved': 'När det första är sparat går utkastet att förhandsgranska.',
  'previewLink.show': 'Visa bredvid redigeringen',
  'previewLink.hide': 'Dölj förhandsgranskningen',
  'previewLink.copy': 'Kopiera länk till förhandsgranskning',
  'previewLink.copied': 'Länken är kopierad. Den fungerar till {{time}}, utan inloggning.',
  'previewLink.copyByHand': 'Kopiera länken här. Den fungerar till {{time}}, utan inloggning.',
  'previewLink.address': 'Länk till förhandsgranskningen',
  'previewLink.failed': 'Länken gick inte att göra just nu. Försök igen om en stund.',
  'previewLink.drafts': 'Visa även andra utkast',
  'previewLink.drafts.description':
    'Citat, faktarutor, kontakter, ord och formulär på sidan visas som de ser ut i sina senaste utkast.',
  'previewLink.width.phone': 'Mobil',
  'previewLink.width.tablet': 'Surfplatta',
  'previewLink.width.desktop': 'Dator',
} as const
