import type { ExampleDocument } from './texts.ts'

/** The example's staff. The phone numbers are from the series kept for fiction. */
export const people: ExampleDocument[] = [
  {
    key: 'tove',
    name: 'Tove Lidmark',
    jobTitle: { sv: 'Klusterledare', en: 'Cluster Manager' },
    areasOfWork: {
      sv: ['strategi', 'styrelse och årsmöte', 'samarbete med kommuner och lärosäten'],
      en: ['strategy', 'board and annual meeting', 'municipal and university partnerships'],
    },
    email: 'tove.lidmark@vidjeverk.example',
    phone: '+46 70 174 06 05',
  },
  {
    key: 'hamid',
    name: 'Hamid Rostami',
    jobTitle: { sv: 'Processledare, material och återbruk', en: 'Programme Lead, Materials and Reuse' },
    areasOfWork: {
      sv: ['restströmmar', 'testbädden', 'projekt och finansiering'],
      en: ['side streams', 'the test bed', 'projects and funding'],
    },
    email: 'hamid.rostami@vidjeverk.example',
    phone: '+46 70 174 06 12',
  },
  {
    key: 'siri',
    name: 'Siri Wallgård',
    jobTitle: { sv: 'Medlemsansvarig', en: 'Membership Officer' },
    areasOfWork: {
      sv: ['medlemskap', 'nya medlemmars första år', 'register och avgifter'],
      en: ['membership', 'settling in new members', 'register and fees'],
    },
    email: 'siri.wallgard@vidjeverk.example',
    phone: '+46 70 174 06 18',
  },
  {
    key: 'joel',
    name: 'Joel Brännkvist',
    jobTitle: { sv: 'Kommunikatör', en: 'Communications Officer' },
    areasOfWork: {
      sv: ['press', 'webbplatsen och dess tillgänglighet', 'medlemsbrevet'],
      en: ['press', 'this website and its accessibility', 'members’ newsletter'],
    },
    email: 'joel.brannkvist@vidjeverk.example',
    phone: '+46 70 174 06 23',
  },
]
