/**
 * The accessibility statement, part by part as the agency Digg asks for it. `dos`: whoever the law binds; `voluntary`: whoever
 * follows it all the same.
 */
export const statementSv = {
  'statement.intro.text':
    '{{name}} står bakom den här webbplatsen. Vi vill att så många som möjligt ska kunna använda den. Här beskriver vi hur webbplatsen uppfyller lagen om tillgänglighet till digital offentlig service, vilka brister vi känner till och hur du kan tala om för oss när något inte fungerar.',
  'statement.intro.scope': 'Redogörelsen gäller webbplatsen {{service}}.',
  'statement.intro.voluntary':
    'Vi omfattas inte av lagen, men har valt att följa den. Därför redovisar vi här samma uppgifter som lagen kräver.',

  'statement.compliance.heading': 'Hur tillgänglig är webbplatsen?',
  'statement.compliance.full':
    'Den här webbplatsen är helt förenlig med lagen om tillgänglighet till digital offentlig service. Vi känner inte till några brister.',
  'statement.compliance.partial':
    'Den här webbplatsen är delvis förenlig med lagen om tillgänglighet till digital offentlig service. Bristerna beskrivs nedan.',
  'statement.compliance.none':
    'Den här webbplatsen är inte förenlig med lagen om tillgänglighet till digital offentlig service. Bristerna beskrivs nedan.',
  'statement.compliance.yardstick': 'Vi mäter mot standarden EN 301 549 och riktlinjerna WCAG 2.2 på nivå AA.',

  'statement.report.heading': 'Säg till när något inte fungerar',
  'statement.report.text':
    'Vi arbetar hela tiden för att webbplatsen ska bli mer tillgänglig. Hör av dig om du stöter på ett hinder som inte beskrivs här, om du tycker att vi inte uppfyller lagens krav, eller om du behöver innehållet på ett annat sätt, till exempel uppläst eller i utskrift.',
  'statement.report.email': 'Skriv till oss:',
  'statement.report.phone': 'Ring oss:',
  'statement.report.answer-days_one': 'Vi svarar inom en arbetsdag.',
  'statement.report.answer-days_other': 'Vi svarar inom {{count}} arbetsdagar.',

  'statement.supervision.heading': 'Tillsyn',
  'statement.supervision.dos':
    'Myndigheten för digital förvaltning, Digg, har tillsyn över lagen om tillgänglighet till digital offentlig service. Du kan anmäla till Digg om du tycker att webbplatsen har brister i tillgängligheten, att vi bedömer fel när vi säger att något är oskäligt betungande eller att den här redogörelsen har brister.',
  'statement.supervision.voluntary':
    'Myndigheten för digital förvaltning, Digg, har tillsyn över lagen för dem som den omfattar. Eftersom vi följer den frivilligt är det säkraste att vända sig till oss. Hos Digg kan du läsa om dina rättigheter och anmäla brister hos dem som lagen omfattar.',
  'statement.supervision.link': 'Anmäl bristande tillgänglighet till Digg',

  'statement.shortcomings.heading': 'Innehåll som inte är tillgängligt',
  'statement.shortcomings.none': 'Vi känner inte till något innehåll som inte är tillgängligt.',
  'statement.shortcomings.non-compliance': 'Uppfyller inte lagkraven',
  'statement.shortcomings.burden': 'Oskäligt betungande att anpassa',
  'statement.shortcomings.burden.text':
    'För det här innehållet åberopar vi undantag för oskäligt betungande anpassning enligt 12 § lagen om tillgänglighet till digital offentlig service.',
  'statement.shortcomings.outside': 'Omfattas inte av lagen',
  'statement.shortcomings.motivation': 'Skäl:',
  'statement.shortcomings.planned': 'Åtgärdas:',

  'statement.method.heading': 'Hur vi har testat webbplatsen',
  'statement.method.self': 'Vi har själva bedömt webbplatsen.',
  'statement.method.third-party': 'En utomstående granskare har bedömt webbplatsen.',
  'statement.method.both': 'Vi har bedömt webbplatsen själva och låtit en utomstående granska den.',
  'statement.method.published': 'Webbplatsen publicerades den {{date}}.',
  'statement.method.assessed': 'Den senaste bedömningen gjordes den {{date}}.',
  'statement.method.updated': 'Redogörelsen uppdaterades senast den {{date}}.',
} as const
