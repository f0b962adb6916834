import { bold, bullets, link, paragraph, richText } from '../rich-text.ts'
import { factBox, linkToPage, picture, quote, toPage, toTerm } from '../texts.ts'

export const start = {
  key: 'start',
  order: 1,
  title: { sv: 'Materialklustret som flätar samman Rönndalen', en: 'Weaving the makers of the Rönn Valley together' },
  slug: { sv: 'start', en: 'home' },
  introduction: {
    sv: 'Vidjeverk samlar dem som gör något av skogen: kartongbruk, sågverk, möbelsnickare, textilföretag, forskare och kommuner. Vi möts kring det som ingen klarar ensam.',
    en: 'Vidjeverk brings together people who make something out of the forest: board mills, sawmills, joiners, textile makers, researchers and municipalities. We meet over the things none of us can do alone.',
  },
  hero: {
    image: picture('valley'),
    lineOne: { sv: 'Det finns plats i väven.', en: 'There’s room in the weave.' },
    lineTwo: { sv: 'Bli medlem!', en: 'Become a member!' },
    link: linkToPage('membership', { sv: 'Bli medlem', en: 'Become a member' }),
  },
  blocks: [
    {
      blockType: 'text',
      heading: {
        sv: 'Från träd till stol är det tjugo yrken',
        en: 'It takes twenty trades to turn a tree into a chair',
      },
      body: {
        sv: richText(
          'I Rönndalen finns nästan alla de yrkena inom en timmes bilväg. Ändå arbetade de länge var för sig: den enes bark gick till förbränning medan den andre köpte lim från andra sidan jorden. Det ville fem organisationer ändra på, och 2019 bildade de Vidjeverk.',
          paragraph(
            'Vi är en ',
            link('klusterorganisation', toTerm('cluster-organisation')),
            '. Det betyder att vi ser till att folk träffas, att idéer får någon som driver dem och att pengar som går att söka blir sökta. Nyfiken på grunderna? Läs ',
            link('vad ett kluster är', toPage('what-is-a-cluster')),
            '.',
          ),
          bullets(
            [
              bold('Träffar hos varandra.'),
              ' Fyra gånger om året, alltid ute hos en medlem och alltid kring ett verkligt problem.',
            ],
            [bold('Projekt med flera ägare.'), ' Tre företag delar på risken, och en forskare håller i måttbandet.'],
            [bold('En testbädd vid älven.'), ' Här prövar ni en metod i full skala innan ni köper maskinen.'],
          ),
        ),
        en: richText(
          'In the Rönn Valley you can find nearly all of them within an hour’s drive. Yet for years they kept to themselves: one company burned its bark while another bought glue from the far side of the world. In 2019 five organisations had had enough of that, and founded Vidjeverk.',
          paragraph(
            'We are a ',
            link('cluster organisation', toTerm('cluster-organisation')),
            '. Our job is to see that people meet, that ideas find someone to carry them, and that funding which is there to be won gets applied for. If you are new to all this, start with ',
            link('what a business cluster is', toPage('what-is-a-cluster')),
            '.',
          ),
          bullets(
            [
              bold('Meetings on the shop floor.'),
              ' Four times a year, always at a member’s, always about a real problem.',
            ],
            [
              bold('Projects with several owners.'),
              ' Three companies share the risk, and a researcher holds the tape measure.',
            ],
            [bold('A test bed by the river.'), ' Try the method at full scale before you buy the machine.'],
          ),
        ),
      },
    },
    { blockType: 'factBox', factBox: factBox('vidjeverk-facts') },
    { blockType: 'newsList', heading: { sv: 'Aktuellt', en: 'Latest news' }, limit: 3 },
    { blockType: 'quote', quote: quote('ingela') },
    {
      blockType: 'callToAction',
      heading: { sv: 'Ni behöver inte ha en färdig idé', en: 'You don’t need to arrive with an idea' },
      text: {
        sv: 'De flesta kommer hit med en fråga. Som medlem får ni tio organisationer som gärna letar efter svaret med er.',
        en: 'Most members came with a question. Join, and there are ten organisations happy to look for the answer with you.',
      },
      link: linkToPage('membership', { sv: 'Så blir ni medlem', en: 'How to join' }),
    },
  ],
  searchDescription: {
    sv: 'Vidjeverk är materialklustret i Rönndalen. Här möts företag, forskare och kommuner som arbetar med material från skogen.',
    en: 'Vidjeverk is the materials cluster of the Rönn Valley, where companies, researchers and municipalities work together on materials from the forest.',
  },
}
