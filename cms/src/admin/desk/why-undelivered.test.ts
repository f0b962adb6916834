import { expect, test } from 'vitest'
import { whyUndelivered } from './why-undelivered.ts'

test.each([
  ['550 5.1.1 <siv@example.com>: Recipient address rejected: User unknown in virtual mailbox table', 'address'],
  ['552 5.2.2 Over quota', 'full'],
  ['554 5.7.1 Service unavailable; client host blocked using a list', 'refused'],
  ['451 4.3.0 Temporary system problem', 'unknown'],
] as const)('%s', (answer, why) => {
  expect(whyUndelivered(answer)).toBe(why)
})
