import { inLang, italic, link, paragraph, richText } from './rich-text.ts'
import { toPage, toTerm, type ExampleDocument } from './texts.ts'

/** Words of the trade, defined once and linked to from the pages. */
export const glossary: ExampleDocument[] = [
  {
    key: 'cluster',
    term: { sv: 'Kluster', en: 'Cluster' },
    slug: { sv: 'kluster', en: 'cluster' },
    definition: {
      sv: richText(
        paragraph(
          'Företag i besläktade branscher som ligger nära varandra, tillsammans med de skolor, forskare, finansiärer och myndigheter som de är beroende av. Ett kluster kan finnas utan att någon har bestämt det. Läs mer i ',
          link('Vad är ett kluster?', toPage('what-is-a-cluster')),
        ),
      ),
      en: richText(
        paragraph(
          'Companies in related trades located close to one another, together with the schools, researchers, funders and public bodies they depend on. A cluster can exist without anyone having decided that it should. There is more in ',
          link('What is a business cluster?', toPage('what-is-a-cluster')),
        ),
      ),
    },
  },
  {
    key: 'cluster-initiative',
    term: { sv: 'Klusterinitiativ', en: 'Cluster initiative' },
    slug: { sv: 'klusterinitiativ', en: 'cluster-initiative' },
    definition: {
      sv: richText(
        paragraph(
          'Ett organiserat arbete för att stärka ett ',
          link('kluster', toTerm('cluster')),
          ' i en region, där företag i klustret arbetar tillsammans med det offentliga, forskare eller båda. Klustret finns ändå; initiativet är det man gör åt saken. Definitionen följer ',
          inLang('en', italic('The Cluster Initiative Greenbook')),
          ' av Sölvell, Lindqvist och Ketels (2003).',
        ),
      ),
      en: richText(
        paragraph(
          'An organised effort to strengthen a ',
          link('cluster', toTerm('cluster')),
          ' within a region, in which its companies work with government, with researchers, or with both. The cluster is there anyway; the initiative is what people do about it. The definition follows ',
          italic('The Cluster Initiative Greenbook'),
          ' by Sölvell, Lindqvist and Ketels (2003).',
        ),
      ),
    },
  },
  {
    key: 'cluster-organisation',
    term: { sv: 'Klusterorganisation', en: 'Cluster organisation' },
    slug: { sv: 'klusterorganisation', en: 'cluster-organisation' },
    definition: {
      sv: richText(
        paragraph(
          'Den som leder ett ',
          link('klusterinitiativ', toTerm('cluster-initiative')),
          ' till vardags: kallar till möten, söker pengar, håller ihop projekt och berättar om resultaten. Vidjeverk är en klusterorganisation i form av en ideell förening.',
        ),
      ),
      en: richText(
        paragraph(
          'Whoever runs a ',
          link('cluster initiative', toTerm('cluster-initiative')),
          ' day to day: calls the meetings, raises the money, keeps the projects together and tells people how they went. Vidjeverk is a cluster organisation in the form of a non-profit association.',
        ),
      ),
    },
  },
  {
    key: 'triple-helix',
    term: { sv: 'Trippelhelix', en: 'Triple helix' },
    slug: { sv: 'trippelhelix', en: 'triple-helix' },
    definition: {
      sv: richText(
        'En bild av hur nytt uppstår när näringsliv, forskning och offentlig sektor samverkar. De tre liknas vid trådar som vrider sig kring varandra. Bilden kommer från forskarna Henry Etzkowitz och Loet Leydesdorff och är från mitten av 1990-talet. I en kvadrupelhelix räknas även civilsamhället in.',
      ),
      en: richText(
        'A picture of how new things come about when industry, research and government interact, the three being likened to strands that twist around one another. It was drawn by the scholars Henry Etzkowitz and Loet Leydesdorff in the mid-1990s. A quadruple helix adds civil society.',
      ),
    },
  },
  {
    key: 'side-stream',
    term: { sv: 'Restström', en: 'Side stream' },
    slug: { sv: 'reststrom', en: 'side-stream' },
    definition: {
      sv: richText(
        'Det som blir över när något annat tillverkas: bark, spån, slam, spillvärme. Den enes rest är ofta den andres råvara, om de bara vet om varandra.',
      ),
      en: richText(
        'What is left over when something else is made: bark, shavings, sludge, waste heat. One company’s leftovers are often another’s raw material, provided they know of each other.',
      ),
    },
  },
  {
    key: 'test-bed',
    term: { sv: 'Testbädd', en: 'Test bed' },
    slug: { sv: 'testbadd', en: 'test-bed' },
    definition: {
      sv: richText(
        'En plats med utrustning och folk som kan den, där flera företag prövar material och metoder innan någon av dem köper en egen maskin.',
      ),
      en: richText(
        'A place with equipment, and with people who know it, where several companies try out materials and methods before any of them buys a machine of its own.',
      ),
    },
  },
]
