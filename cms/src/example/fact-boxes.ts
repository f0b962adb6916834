import type { ExampleDocument } from './texts.ts'

const panorama = {
  source: 'European Panorama of Clusters and Industrial Change',
  sourceAddress: 'https://clustercollaboration.eu/knowledge-sharing/publications/european-cluster-panorama',
}

/** Fact boxes that several pages use. The figures about Vidjeverk are those of `members.ts`. */
export const factBoxes: ExampleDocument[] = [
  {
    key: 'cluster-facts',
    title: { sv: 'Klusterfakta', en: 'Cluster facts' },
    facts: {
      sv: [
        {
          figure: '2 950',
          text: 'regionala industrikluster fanns det i Europa när 51 exporterande branscher kartlades.',
          period: '2020',
          ...panorama,
        },
        {
          figure: '23,4 %',
          text: 'av sysselsättningen i Europa finns i sådana kluster. Det motsvarar 61,8 miljoner jobb.',
          period: '2020',
          ...panorama,
        },
        { figure: '25 %', text: 'högre än genomsnittet är produktiviteten i klustren.', period: '2020', ...panorama },
        {
          figure: '356',
          text: 'klusterinitiativ över hela världen svarade på den enkät som ett av forskningens standardverk bygger på.',
          period: '2012',
          source: 'The Cluster Initiative Greenbook 2.0',
        },
      ],
      en: [
        {
          figure: '2,950',
          text: 'regional industrial clusters were found in Europe when 51 exporting sectors were mapped.',
          period: '2020',
          ...panorama,
        },
        {
          figure: '23.4%',
          text: 'of Europe’s jobs are in clusters like these: 61.8 million of them.',
          period: '2020',
          ...panorama,
        },
        {
          figure: '25%',
          text: 'is how far productivity in the clusters lies above the average.',
          period: '2020',
          ...panorama,
        },
        {
          figure: '356',
          text: 'cluster initiatives around the world answered the survey behind one of the field’s standard works.',
          period: '2012',
          source: 'The Cluster Initiative Greenbook 2.0',
        },
      ],
    },
  },
  {
    key: 'vidjeverk-facts',
    title: { sv: 'Vidjeverk i siffror', en: 'Vidjeverk in figures' },
    facts: {
      sv: [
        {
          figure: '2019',
          text: 'bildades föreningen av fem organisationer i ett lunchrum i Rönnfors.',
          period: '14 mars 2019',
          source: 'Protokoll från bildandet',
        },
        {
          figure: '10',
          text: 'medlemmar, från skogsägare till textilföretag.',
          period: 'November 2026',
          source: 'Medlemsregistret',
        },
        {
          figure: '5',
          text: 'orter i dalen har minst en medlem.',
          period: 'November 2026',
          source: 'Medlemsregistret',
        },
      ],
      en: [
        {
          figure: '2019',
          text: 'is when five organisations founded the association in a canteen in Rönnfors.',
          period: '14 March 2019',
          source: 'Minutes of the founding meeting',
        },
        {
          figure: '10',
          text: 'members, from forest owners to a textile company.',
          period: 'November 2026',
          source: 'Register of members',
        },
        {
          figure: '5',
          text: 'places in the valley are home to at least one member.',
          period: 'November 2026',
          source: 'Register of members',
        },
      ],
    },
  },
]
