/**
 * What tells a browser from a robot that sends thousands, seen by nobody. The form asks `GET /api/signup/token` when it is
 * first edited and gets `{ token, bits }`; while the person writes, the browser looks for a number (`nonce`) with which the
 * SHA-256 of `proofText` begins with so many bits that are zero; the signup is sent with `proof: { token, nonce }`.
 *
 * - A token is good from `shortestFillSeconds` after it was given, so a form that was filled in faster waits for that
 *   moment, and until `tokenHours` later; then a new one is asked for. It is kept with the draft, over reloads.
 * - The key is the signup's Idempotency-Key, so a proof is good for one signup.
 * - Without JavaScript, and while no token can be had, a signup is sent without. It is taken like any other; only when
 *   many come that way are they held until a person has looked at them.
 */
export const shortestFillSeconds = 3
export const tokenHours = 24

/** What is hashed: the text as UTF-8. */
export const proofText = (token: string, key: string, nonce: number): string => `${token}.${key}.${nonce}`

/** Do the first so many bits of a hash say zero? */
export const beginsWithZeroBits = (hash: Uint8Array, bits: number): boolean => {
  for (let bit = 0; bit < bits; bit += 8) {
    const byte = hash[bit / 8] ?? 255
    const looked = Math.min(8, bits - bit)
    if (byte >> (8 - looked) !== 0) return false
  }
  return true
}
