import { link, paragraph, richText } from '../rich-text.ts'
import { page, term, toTerm } from '../texts.ts'

/** Explains the terms that no other page explains; links to a term lead to where it is explained. */
export const glossaryPage = {
  key: 'glossary',
  parent: page('what-is-a-cluster'),
  order: 2,
  title: { sv: 'Ordlista', en: 'Glossary' },
  slug: { sv: 'ordlista', en: 'glossary' },
  introduction: {
    sv: 'Klusterfolk har ord för sig. Här är de vi använder oftast, och vad vi menar med dem.',
    en: 'Cluster people have words of their own. Here are the ones we use most, and what we mean by them.',
  },
  blocks: [
    { blockType: 'term', term: term('cluster') },
    { blockType: 'term', term: term('cluster-organisation') },
    { blockType: 'term', term: term('side-stream') },
    { blockType: 'term', term: term('test-bed') },
    { blockType: 'term', term: term('triple-helix') },
    {
      blockType: 'text',
      body: {
        sv: richText(
          paragraph(
            'Vad ett ',
            link('klusterinitiativ', toTerm('cluster-initiative')),
            ' är förklarar vi på sidan om klustermodellen.',
          ),
        ),
        en: richText(
          paragraph(
            'What a ',
            link('cluster initiative', toTerm('cluster-initiative')),
            ' is, we explain on the page about the cluster model.',
          ),
        ),
      },
    },
  ],
  searchDescription: {
    sv: 'Ord som används om kluster: klusterorganisation, restström, testbädd och trippelhelix, förklarade av Vidjeverk.',
    en: 'Words used about clusters: cluster organisation, side stream, test bed and triple helix, explained by Vidjeverk.',
  },
}
