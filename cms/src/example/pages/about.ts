import { bold, bullets, link, paragraph, richText } from '../rich-text.ts'
import { page, factBox, linkToPage, person, quote, toPage, toTerm } from '../texts.ts'

export const about = {
  key: 'about',
  order: 5,
  title: { sv: 'Om oss', en: 'About us' },
  slug: { sv: 'om-oss', en: 'about-us' },
  introduction: {
    sv: 'En vidja är en ung, böjlig gren. Av vidjor har folk i Rönndalen bundit gärdesgårdar, flätat korgar och surrat timmerflottar. Därav namnet: var för sig är vi böjliga, ihop bär vi last.',
    en: 'A vidja is a withe: a young, pliable shoot. With withes the people of the Rönn Valley bound their fences, wove their baskets and lashed their timber rafts. Hence our name. On our own we bend; together we carry a load.',
  },
  blocks: [
    {
      blockType: 'text',
      heading: { sv: 'Därför finns vi', en: 'Why we exist' },
      body: {
        sv: richText(
          'Skogen har försörjt dalen i fyra hundra år: som kol, som timmer, som massa. Nu ska den räcka till mer. Allt fler vill ersätta plast, betong och syntetfiber med något som vuxit, och det går inte att göra med gamla metoder och ett företag i taget.',
          'Vidjeverk finns för att mer av varje träd ska bli till något som håller länge, och för att det ska göras här.',
        ),
        en: richText(
          'For four hundred years the forest has kept this valley alive, as charcoal, as timber, as pulp. Now it has to go further. More and more people want to replace plastic, concrete and synthetic fibres with something that has grown, and that cannot be done with old methods and one company at a time.',
          'Vidjeverk exists so that more of every tree becomes something that lasts, and so that it is made here.',
        ),
      },
    },
    { blockType: 'factBox', factBox: factBox('vidjeverk-facts') },
    {
      blockType: 'text',
      heading: { sv: 'Vilka som bestämmer', en: 'Who decides' },
      body: {
        sv: richText(
          paragraph(
            'Vi är en ideell förening. Medlemmarna väljer styrelse på årsmötet, och företagen har alltid majoritet i den. Allt om det formella står på sidan ',
            link('Stadgar och årsmöte', toPage('statutes')),
            ', och om vardagen på sidan ',
            link('Så arbetar vi', toPage('how-we-work')),
            '.',
          ),
        ),
        en: richText(
          paragraph(
            'We are a non-profit association. Members elect the board at the annual meeting, and companies always hold the majority on it. What we do between meetings is described under ',
            link('How we work', toPage('how-we-work')),
            '.',
          ),
        ),
      },
    },
    {
      blockType: 'contactCard',
      heading: { sv: 'Vi som arbetar här', en: 'The people who work here' },
      contacts: [person('tove'), person('hamid'), person('siri'), person('joel')],
    },
  ],
  searchDescription: {
    sv: 'Vidjeverk är en ideell förening som medlemmarna äger. Här berättar vi varför vi finns, vilka som bestämmer och vilka som arbetar här.',
    en: 'Vidjeverk is a non-profit association owned by its members. Why we exist, who decides, and who works here.',
  },
}

export const howWeWork = {
  key: 'how-we-work',
  parent: page('about'),
  order: 1,
  title: { sv: 'Så arbetar vi', en: 'How we work' },
  slug: { sv: 'sa-arbetar-vi', en: 'how-we-work' },
  introduction: {
    sv: 'Vi har tre sätt att arbeta och en regel: inget projekt utan ett företag som behöver svaret.',
    en: 'We have three ways of working and one rule: no project without a company that needs the answer.',
  },
  blocks: [
    {
      blockType: 'text',
      heading: { sv: 'Träffar', en: 'Meetings' },
      body: {
        sv: richText(
          'Fyra gånger om året ses medlemmarna hemma hos någon av dem. Värden visar runt och lägger sedan fram något som skaver: en restprodukt, en flaskhals, en order som blev för stor. Resten av dagen är till för de andras förslag. Det som sägs stannar i rummet om värden vill det.',
        ),
        en: richText(
          'Four times a year our members gather at one of their workplaces. The host shows everyone around and then brings up something that chafes: a leftover, a bottleneck, an order that grew too big. The rest of the day is for the others’ suggestions. What is said stays in the room if the host prefers.',
        ),
      },
    },
    {
      blockType: 'text',
      heading: { sv: 'Projekt', en: 'Projects' },
      body: {
        sv: richText(
          'Ett problem som flera delar blir ett projekt. Det ska ha minst tre medlemmar som lägger egen tid, en som äger resultatet och ett datum då vi frågar oss om det är värt att fortsätta.',
          bullets(
            [bold('Andra snittet'), ' gör lim och isolering av bark.'],
            [bold('Varm rygg'), ' tar vara på spillvärme från kartongbruket.'],
            [bold('Mästarprov'), ' låter lärlingar byta arbetsplats under utbildningen.'],
          ),
        ),
        en: richText(
          'A problem that several members share becomes a project. It needs at least three members who put in hours of their own, one who owns the result, and a date on which we ask ourselves whether to go on.',
          bullets(
            [bold('Second Cut'), ' turns bark into glue and insulation.'],
            [bold('Warm Back'), ' makes use of waste heat from the board mill.'],
            [bold('Masterpiece'), ' lets apprentices change workplaces during their training.'],
          ),
        ),
      },
    },
    {
      blockType: 'text',
      heading: { sv: 'Testbädden', en: 'The test bed' },
      body: {
        sv: richText(
          paragraph(
            'I den gamla smedjan vid älven finns vår ',
            link('testbädd', toTerm('test-bed')),
            ' med press, torktunnel och ett mindre labb. Här prövas metoder i full skala, ofta på någon annans ',
            link('restström', toTerm('side-stream')),
            '.',
          ),
        ),
        en: richText(
          paragraph(
            'The old smithy by the river houses our ',
            link('test bed', toTerm('test-bed')),
            ': a press, a drying tunnel and a small lab. This is where methods are tried at full scale, often on somebody else’s ',
            link('side stream', toTerm('side-stream')),
            '.',
          ),
        ),
      },
    },
    { blockType: 'quote', quote: quote('hamid') },
    {
      blockType: 'callToAction',
      heading: { sv: 'Har ni något som skaver?', en: 'Does something chafe?' },
      text: {
        sv: 'Berätta för oss, så tar vi med det till nästa träff.',
        en: 'Tell us, and we’ll take it to the next meeting.',
      },
      link: linkToPage('contact', { sv: 'Hör av dig', en: 'Get in touch' }),
    },
  ],
  searchDescription: {
    sv: 'Träffar, projekt och en testbädd: så arbetar materialklustret Vidjeverk från problem till resultat.',
    en: 'Meetings, projects and a test bed: how the materials cluster Vidjeverk gets from a problem to a result.',
  },
}

/** Only in Swedish, as the statutes themselves are: shows what a reader of English meets then. */
export const statutes = {
  key: 'statutes',
  onlyInSwedish: true,
  parent: page('about'),
  order: 2,
  title: { sv: 'Stadgar och årsmöte' },
  slug: { sv: 'stadgar-och-arsmote' },
  introduction: { sv: 'Föreningens regler i korthet, och vad som gäller inför nästa årsmöte.' },
  blocks: [
    {
      blockType: 'text',
      heading: { sv: 'Stadgarna i korthet' },
      body: {
        sv: richText(
          bullets(
            [bold('Ändamål.'), ' Föreningen ska stärka dem som förädlar material från skogen i Rönndalen med omnejd.'],
            [
              bold('Medlemskap.'),
              ' Styrelsen prövar varje ansökan. Den som får nej har rätt till en skriftlig motivering.',
            ],
            [bold('Rösträtt.'), ' Varje medlem har en röst, oavsett storlek.'],
            [
              bold('Styrelse.'),
              ' Sju ledamöter, varav minst fyra från företag. Ingen sitter längre än sex år i följd.',
            ],
            [bold('Utträde.'), ' Anmäls skriftligen senast den 30 september och gäller från årsskiftet.'],
            [bold('Upplösning.'), ' Kräver två tredjedelars majoritet på två årsmöten i följd.'],
          ),
        ),
      },
    },
    {
      blockType: 'text',
      heading: { sv: 'Årsmöte 2027' },
      body: {
        sv: richText(
          'Årsmötet hålls torsdagen den 18 mars 2027 klockan 13.00 i den gamla smedjan i Rönnfors. Kallelse och handlingar skickas till medlemmarna senast fyra veckor i förväg.',
          paragraph(
            'Motioner ska vara inne senast den 31 januari och skickas till ',
            link('styrelsen@vidjeverk.example', 'mailto:styrelsen@vidjeverk.example'),
            '.',
          ),
        ),
      },
    },
    {
      blockType: 'contactCard',
      heading: { sv: 'Frågor om föreningen' },
      contacts: [person('tove')],
    },
  ],
  searchDescription: { sv: 'Vidjeverks stadgar i korthet och information om årsmötet 2027.' },
}
