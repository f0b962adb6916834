import type { ExampleDocument } from './texts.ts'

/** The memberships to choose from. Yearly fee in whole SEK, VAT not included. */
export const plans: ExampleDocument[] = [
  {
    key: 'small',
    slug: 'small',
    name: { sv: 'Liten organisation', en: 'Small organisation' },
    description: { sv: 'Upp till 9 anställda.', en: 'Up to 9 employees.' },
    yearlyFee: 4500,
  },
  {
    key: 'medium',
    slug: 'medium',
    name: { sv: 'Mellanstor organisation', en: 'Medium-sized organisation' },
    description: { sv: '10–49 anställda.', en: '10–49 employees.' },
    yearlyFee: 12000,
  },
  {
    key: 'large',
    slug: 'large',
    name: { sv: 'Stor organisation', en: 'Large organisation' },
    description: { sv: '50 anställda eller fler.', en: '50 employees or more.' },
    yearlyFee: 28000,
  },
]
