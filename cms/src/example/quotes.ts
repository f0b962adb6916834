import type { ExampleDocument } from './texts.ts'

/** Quotes that several pages use. */
export const quotes: ExampleDocument[] = [
  {
    key: 'porter',
    text: {
      sv: 'Kluster är geografiska koncentrationer av sammanlänkade företag och institutioner inom ett visst område.',
      en: 'Clusters are geographic concentrations of interconnected companies and institutions in a particular field.',
    },
    attribution: 'Michael E. Porter',
    role: { sv: 'professor i företagsekonomi (vår översättning)', en: 'Professor of Business Administration' },
    source: {
      sv: 'Clusters and the New Economics of Competition, Harvard Business Review, november–december 1998',
      en: 'Clusters and the New Economics of Competition, Harvard Business Review, November–December 1998',
    },
    sourceAddress: 'https://hbr.org/1998/11/clusters-and-the-new-economics-of-competition',
  },
  {
    key: 'ingela',
    text: {
      sv: 'Vi letade efter en underleverantör och hittade tre konkurrenter som blev kollegor.',
      en: 'We went looking for a supplier and came home with three competitors turned colleagues.',
    },
    attribution: 'Ingela Strand',
    role: { sv: 'vd, Kvarnsele Trä', en: 'CEO, Kvarnsele Trä' },
    source: { sv: 'Vidjeverks medlemsträff, september 2026', en: 'Vidjeverk members’ meeting, September 2026' },
  },
  {
    key: 'hamid',
    text: {
      sv: 'Tekniken är sällan svårast. Det svåraste är att säga högt vad man inte kan.',
      en: 'Technology is rarely the hard part. The hard part is saying out loud what you can’t do.',
    },
    attribution: 'Hamid Rostami',
    role: { sv: 'processledare, Vidjeverk', en: 'Programme Lead, Vidjeverk' },
    source: {
      sv: 'Slutrapport för projektet Andra snittet, oktober 2026',
      en: 'Final report of the Second Cut project, October 2026',
    },
  },
]
