import { bold, bullets, inLang, italic, link, paragraph, richText } from '../rich-text.ts'
import { factBox, linkToPage, picture, quote, toPage, toTerm } from '../texts.ts'

export const whatIsACluster = {
  key: 'what-is-a-cluster',
  order: 2,
  title: { sv: 'Vad är ett kluster?', en: 'What is a business cluster?' },
  slug: { sv: 'vad-ar-ett-kluster', en: 'what-is-a-business-cluster' },
  introduction: {
    sv: 'Tänk på en klase rönnbär. Varje bär växer för sig, men alla hänger i samma kvistar och får näring från samma gren. Ungefär så är det att vara företag i ett kluster.',
    en: 'Picture a bunch of rowan berries. Each one ripens on its own, yet they all hang from the same twigs and are fed by the same branch. Being a company in a cluster is a little like that.',
  },
  hero: {
    image: picture('rowan'),
    lineOne: { sv: 'Häng med i klasen:', en: 'Come and hang with us:' },
    lineTwo: { sv: 'bli medlem!', en: 'become a member!' },
    link: linkToPage('membership', { sv: 'Bli medlem', en: 'Become a member' }),
  },
  blocks: [
    {
      blockType: 'text',
      heading: { sv: 'Ordet betyder klase', en: 'A word for a bunch' },
      body: {
        sv: richText(
          paragraph(
            'Kluster är ett lån från engelskans ',
            inLang('en', italic('cluster')),
            ', som betyder klase eller klunga. Astronomer talar om kluster av stjärnor, statistiker om kluster av mätvärden. När ordet används om näringsliv menar man företag i besläktade branscher som ligger nära varandra, tillsammans med dem de är beroende av: leverantörer, kunder, skolor, forskare, banker och myndigheter.',
          ),
          'Tio sågverk i en dal är alltså inte ett kluster bara för att de är tio. Det är trådarna mellan dem som räknas.',
        ),
        en: richText(
          'Astronomers speak of clusters of stars, statisticians of clusters of data points, gardeners of clusters of fruit. In business the word stands for companies in related trades located close to one another, along with everyone they depend on: suppliers, customers, schools, researchers, banks and public bodies.',
          'So ten sawmills in a valley are not a cluster just because there are ten of them. What counts is the threads between them.',
        ),
      },
    },
    { blockType: 'quote', quote: quote('porter') },
    {
      blockType: 'text',
      heading: { sv: 'Det ligger i luften', en: 'Something in the air' },
      body: {
        sv: richText(
          paragraph(
            'Att företag i samma bransch trivs nära varandra är ingen ny iakttagelse. Redan 1890 beskrev nationalekonomen Alfred Marshall engelska fabriksorter där kunnandet spred sig från hus till hus. I sådana trakter, skrev han i ',
            inLang('en', italic('Principles of Economics')),
            ', är yrkets hemligheter inte längre några hemligheter: ”de ligger så att säga i luften, och barn lär sig många av dem utan att märka det”.',
          ),
          paragraph(
            'Hundra år senare gav Michael Porter ut ',
            inLang('en', italic('The Competitive Advantage of Nations')),
            ' (1990) och gjorde kluster till ett begrepp för alla som arbetar med att utveckla näringslivet i en region.',
          ),
        ),
        en: richText(
          paragraph(
            'That companies in the same line of business do well side by side was noticed long ago. In 1890 the economist Alfred Marshall described English factory towns where know-how drifted from house to house. In such places, he wrote in ',
            italic('Principles of Economics'),
            ', “the mysteries of the trade become no mysteries; but are as it were in the air, and children learn many of them unconsciously”.',
          ),
          paragraph(
            'A century later Michael Porter published ',
            italic('The Competitive Advantage of Nations'),
            ' (1990), and clusters became part of the vocabulary of anyone who works on regional development.',
          ),
        ),
      },
    },
    {
      blockType: 'text',
      heading: { sv: 'Konkurrenter som hjälps åt', en: 'Rivals who help each other' },
      body: {
        sv: richText(
          'Men är man inte konkurrenter då? Jo, ofta. Det märkliga med kluster är att konkurrens och samarbete trivs ihop. Man tävlar om kunden på tisdagen och delar på utbildningen av svetsare på onsdagen. Det finns i huvudsak tre saker att vinna på det:',
          bullets(
            [
              bold('Det blir billigare att vara bra.'),
              ' Specialister, labb och leverantörer som inget företag har råd med ensamt finns i närheten.',
            ],
            [bold('Det går fortare att lära.'), ' Den som har stött på problemet förut sitter på samma lunchställe.'],
            [
              bold('Det blir lättare att börja.'),
              ' Nya företag föds där det redan finns kunder, kunnigt folk och någon att fråga.',
            ],
          ),
        ),
        en: richText(
          'But aren’t they competitors? Often, yes. The curious thing about clusters is that rivalry and cooperation get along. You fight for the customer on Tuesday and share the cost of training welders on Wednesday. There are three main things to gain:',
          bullets(
            [
              bold('Being good gets cheaper.'),
              ' Specialists, labs and suppliers that no company could afford by itself are just down the road.',
            ],
            [bold('Learning gets quicker.'), ' Whoever met your problem last year is having lunch at the next table.'],
            [
              bold('Starting out gets easier.'),
              ' New companies are born where there are already customers, skilled people and someone to ask.',
            ],
          ),
        ),
      },
    },
    { blockType: 'factBox', factBox: factBox('cluster-facts') },
    {
      blockType: 'text',
      heading: { sv: 'Ett kluster växer, ett initiativ startas', en: 'A cluster grows, an initiative is started' },
      body: {
        sv: richText(
          paragraph(
            'Ingen bestämmer att ett kluster ska finnas. Det växer fram, ofta under generationer och ofta ur något som råkade finnas på platsen: malm, en hamn, en skog. Det man däremot kan bestämma är att göra något av det. Då talar man om ett ',
            link('klusterinitiativ', toTerm('cluster-initiative')),
            ', och den som håller i trådarna kallas ',
            link('klusterorganisation', toTerm('cluster-organisation')),
            '.',
          ),
          paragraph('Hur vi gör i Rönndalen kan du läsa i ', link('vår klustermodell', toPage('cluster-model')), '.'),
        ),
        en: richText(
          paragraph(
            'Nobody decides that there shall be a cluster. It grows, often over generations, and often out of something that happened to be there: ore, a harbour, a forest. What people can decide is to make something of it. That is called a ',
            link('cluster initiative', toTerm('cluster-initiative')),
            ', and whoever holds the threads is a ',
            link('cluster organisation', toTerm('cluster-organisation')),
            '.',
          ),
          paragraph(
            'To see how we go about it in the Rönn Valley, have a look at ',
            link('our cluster model', toPage('cluster-model')),
            '.',
          ),
        ),
      },
    },
    {
      blockType: 'callToAction',
      heading: { sv: 'Känner ni igen er?', en: 'Sounds like your company?' },
      text: {
        sv: 'Då är ni kanske redan en del av klustret. Det enda som saknas är trådarna till oss andra.',
        en: 'Then you may be part of the cluster already. All that’s missing is the threads to the rest of us.',
      },
      link: linkToPage('membership', { sv: 'Ansök om medlemskap', en: 'Apply for membership' }),
    },
  ],
  searchDescription: {
    sv: 'Vad är ett kluster, varför vinner konkurrenter på att ligga nära varandra och vad säger forskningen? En kort och begriplig genomgång.',
    en: 'What is a business cluster, why do rivals do well side by side, and what does research say? A short and readable introduction.',
  },
}
