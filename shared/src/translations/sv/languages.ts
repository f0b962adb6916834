/** What an editor is told of one language that lacks what the other has. `language` and `other` are named: engelska, svenska. */
export const languagesSv = {
  'publishing.problem.language-missing':
    '”{{title}}” finns på {{other}} men inte på {{language}}. Översätt och publicera också på {{language}}.',
  'publishing.problem.language-behind':
    'Texten i ”{{title}}” ändrades på {{other}} den {{since}} och har inte ändrats på {{language}} sedan dess. Ändra den också, eller välj ”Texten stämmer som den är”.',
  'publishing.problem.language-field': '”{{title}}” saknar ”{{label}}” på {{language}}. På {{other}} är fältet ifyllt.',
  'publishing.problem.language-fewer':
    '”{{title}}” har färre av ”{{label}}” på {{language}} ({{here}}) än på {{other}} ({{there}}).',
  'publishing.problem.language-menu':
    '{{label}}: {{here}} länkar visas på {{language}} och {{there}} på {{other}}. Lägg till länken, eller publicera sidan som den leder till.',
  'publishing.problem.language-alt':
    'Bilden {{title}} har ingen alternativtext på {{language}} och visas på ”{{page}}”. Den som inte ser bilden får inte veta vad den visar.',
  'publishing.problem.language-question':
    'Formuläret ”{{title}}” har fältet eller frågan ”{{name}}” på {{other}} men inte på {{language}}.',
  'publishing.problem.language-help':
    'Frågan ”{{name}}” i formuläret ”{{title}}” har en hjälptext på {{other}} men inte på {{language}}.',
  'publishing.problem.language-consent':
    'Formuläret ”{{title}}” ber om samtycket ”{{name}}” på {{other}} men inte på {{language}}.',
  'publishing.problem.language-mixed':
    'På ”{{title}}” finns en mening som ser ut att vara på {{other}} i det som ska vara på {{language}}: ”{{sentence}}”',
  'publishing.problem.language-email':
    'Mejlet ”{{label}}” har en egen text på {{other}} men inte på {{language}}. På {{language}} skickas den färdiga texten.',
  'publishing.problem.language-held':
    'Webbplatsen är inställd så att inget går ut på bara ett av språken. Gör klart och publicera det andra språket också, så går båda ut tillsammans.',
} as const
