/**
 * How an attempt to confirm went. `void` says nothing of why: a link that is wrong, too old or used answers alike. `sent`:
 * a new link was sent, if there was anything to confirm. `away`: the CMS did not answer.
 */
export const confirmOutcomes = ['confirmed', 'void', 'sent', 'away'] as const
export type ConfirmOutcome = (typeof confirmOutcomes)[number]
