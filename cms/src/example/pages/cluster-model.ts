import { bold, bullets, link, paragraph, richText } from '../rich-text.ts'
import { page, person, picture, quote, term, toPage, toTerm } from '../texts.ts'

export const clusterModel = {
  key: 'cluster-model',
  parent: page('what-is-a-cluster'),
  order: 1,
  title: {
    sv: 'Klustermodellen – fyra trådar och en som flätar',
    en: 'The cluster model – four strands and someone to weave them',
  },
  slug: { sv: 'klustermodellen', en: 'the-cluster-model' },
  introduction: {
    sv: 'Ett kluster håller inte för att någon drar hårt i en tråd, utan för att flera trådar löper om varandra. Så här är vårt samarbete byggt, och det här bidrar var och en med.',
    en: 'A cluster doesn’t hold because somebody pulls hard at one strand. It holds because several strands cross. This is how our collaboration is built, and what each of us brings to it.',
  },
  blocks: [
    {
      blockType: 'text',
      body: {
        sv: richText(
          'När Vidjeverk bildades ritade grundarna en enkel bild på en kartongbit. Till vänster stod de som behöver varandra, till höger det man ville få ut, och i mitten ett frågetecken. Frågetecknet blev så småningom en klusterledning på fyra personer. Kartongbiten hänger på vårt kontor.',
          paragraph(
            'Modellen bygger på tanken om en ',
            link('trippelhelix', toTerm('triple-helix')),
            ', alltså att nytt uppstår när företag, forskning och offentlig sektor samverkar. Vi har lagt till en fjärde tråd, kapitalet, eftersom idéer i en glesbygd sällan faller på tekniken men ofta på finansieringen.',
          ),
        ),
        en: richText(
          'When Vidjeverk was founded, somebody drew a simple picture on a piece of cardboard. On the left stood those who needed one another, on the right what they hoped to get out of it, and in the middle a question mark. In time the question mark turned into a cluster team of four. The cardboard hangs on our office wall.',
          paragraph(
            'Behind the model lies the idea of the ',
            link('triple helix', toTerm('triple-helix')),
            ': new things come about where companies, research and the public sector interact. We have added a fourth strand, capital, because in a sparsely populated valley good ideas seldom fail for want of technology, but often for want of money.',
          ),
        ),
      },
    },
    {
      blockType: 'text',
      heading: { sv: 'Modellen i en bild', en: 'The model in one picture' },
      body: {
        sv: richText(
          'Läs bilden från vänster till höger. Alla fyra trådarna går genom klusterledningen, och alla fyra behövs för varje resultat.',
        ),
        en: richText(
          'Read it from left to right. All four strands pass through the cluster team, and every result takes all four.',
        ),
      },
    },
    {
      blockType: 'figure',
      image: { sv: picture('model-sv'), en: picture('model-en') },
      caption: {
        sv: 'Vidjeverks klustermodell. Fyra trådar flätas samman av klusterledningen och blir till produkter, resurser och kompetens. Erfarenheterna går tillbaka in i nästa projekt.',
        en: 'Vidjeverk’s cluster model. Four strands, woven together by the cluster team, turn into products, resources and skills. What we learn goes into the next project.',
      },
    },
    {
      blockType: 'text',
      heading: { sv: 'Vad var och en bidrar med', en: 'What each of us brings' },
      body: {
        sv: richText(
          bullets(
            [
              bold('Företagen'),
              ' kommer med behoven och med det som ska säljas till slut. De äger projekten och har majoritet i styrelsen.',
            ],
            [
              bold('Forskningen'),
              ' bidrar med kunskap, mätinstrument och studenter som behöver verkliga problem att arbeta med.',
            ],
            [bold('Den offentliga sektorn'), ' ger uppdrag och grundfinansiering, och kan som kund våga vara först.'],
            [
              bold('Kapitalet'),
              ' är ägare, banker och fonder som kommer in tidigt nog för att förstå vad de lånar ut till.',
            ],
            [
              bold('Klusterledningen'),
              ' är vi fyra på kontoret. Vi äger inga idéer. Vi ser till att de som gör det träffas.',
            ],
          ),
        ),
        en: richText(
          bullets(
            [
              bold('Companies'),
              ' come with the needs, and with what is to be sold in the end. They own the projects and hold the majority on our board.',
            ],
            [bold('Research'), ' brings knowledge, instruments, and students in want of real problems to work on.'],
            [
              bold('The public sector'),
              ' gives us our mandate and basic funding and, as a customer, can dare to go first.',
            ],
            [
              bold('Capital'),
              ' means owners, banks and funds who join early enough to understand what they are lending to.',
            ],
            [
              bold('The cluster team'),
              ' is the four of us at the office. We own no ideas. We see to it that those who do find each other.',
            ],
          ),
        ),
      },
    },
    { blockType: 'quote', quote: quote('hamid') },
    {
      blockType: 'text',
      heading: { sv: 'Vad är ett klusterinitiativ?', en: 'What is a cluster initiative?' },
      body: {
        sv: richText(
          paragraph(
            'Ordet kluster används ibland både om företagen i en trakt och om dem som försöker få företagen att samarbeta. Det blir tydligare om man skiljer på de två. ',
            link('Klustret', toTerm('cluster')),
            ' är det som finns, initiativet är det man gör.',
          ),
        ),
        en: richText(
          paragraph(
            'People sometimes say “cluster” both of the companies in a place and of those who try to make them work together. Things get clearer if we keep the two apart: the ',
            link('cluster', toTerm('cluster')),
            ' is what is there, the initiative is what somebody does about it.',
          ),
        ),
      },
    },
    { blockType: 'term', term: term('cluster-initiative') },
    {
      blockType: 'text',
      body: {
        sv: richText(
          paragraph(
            'Ett initiativ brukar börja i projektform och leva så länge det finns projektpengar. Vi valde i stället att bilda en förening som medlemmarna äger och betalar för. Då kan ingen annan än de själva lägga ner den. Hur det går till i praktiken står på sidan ',
            link('Så arbetar vi', toPage('how-we-work')),
            '.',
          ),
        ),
        en: richText(
          paragraph(
            'Many initiatives start as a project and live for as long as there is project money. We chose to form an association instead, owned and paid for by its members, so that nobody but they can close it down. The page ',
            link('How we work', toPage('how-we-work')),
            ' tells you what that means in practice.',
          ),
        ),
      },
    },
    {
      blockType: 'contactCard',
      heading: { sv: 'Kontakta oss', en: 'Contact us' },
      invitation: {
        sv: 'Bygger ni ett kluster någon annanstans, eller undrar ni hur modellen skulle fungera hos er? Ring gärna. Vi berättar också om det som inte gick.',
        en: 'Building a cluster somewhere else, or wondering how the model would work for you? Do call. We’ll tell you about the things that failed, too.',
      },
      contacts: [person('tove')],
    },
  ],
  searchDescription: {
    sv: 'Vidjeverks klustermodell: fyra trådar – företag, forskning, offentlig sektor och kapital – och en klusterledning som flätar ihop dem.',
    en: 'Vidjeverk’s cluster model: four strands – companies, research, public sector and capital – and a cluster team that weaves them together.',
  },
}
