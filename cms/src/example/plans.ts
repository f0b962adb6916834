import type { ExampleDocument } from './texts.ts'

const halfIsService = { proration: 'half-year', servicePercent: 60, serviceVatPercent: '25', membershipVatPercent: '0' }
const fixed = (from: string, amount: number) => ({ from, basis: 'fixed', amount, ...halfIsService })

/** The memberships to choose from. Amounts are öre a year, VAT not included. */
export const plans: ExampleDocument[] = [
  {
    key: 'small',
    slug: 'small',
    name: { sv: 'Liten organisation', en: 'Small organisation' },
    description: { sv: 'Upp till 9 anställda.', en: 'Up to 9 employees.' },
    order: 1,
    feeTables: [fixed('2024-01-01', 400_000), fixed('2026-01-01', 450_000)],
  },
  {
    key: 'medium',
    slug: 'medium',
    name: { sv: 'Mellanstor organisation', en: 'Medium-sized organisation' },
    description: { sv: '10–49 anställda.', en: '10–49 employees.' },
    order: 2,
    feeTables: [fixed('2024-01-01', 1_100_000), fixed('2026-01-01', 1_200_000)],
  },
  {
    key: 'large',
    slug: 'large',
    name: { sv: 'Stor organisation', en: 'Large organisation' },
    description: { sv: '50 anställda eller fler.', en: '50 employees or more.' },
    order: 3,
    feeTables: [fixed('2024-01-01', 2_600_000), fixed('2026-01-01', 2_800_000)],
  },
  {
    key: 'public',
    slug: 'public',
    name: { sv: 'Kommun, region eller lärosäte', en: 'Municipality, region or university' },
    description: { sv: 'För den som har offentligt uppdrag.', en: 'For those with a public mission.' },
    order: 4,
    feeTables: [
      {
        from: '2026-01-01',
        basis: 'per-employee',
        perUnit: 1_500,
        minimum: 500_000,
        maximum: 3_000_000,
        ...halfIsService,
      },
    ],
  },
]
