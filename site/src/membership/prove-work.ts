import { beginsWithZeroBits, proofText, shortestFillSeconds, tokenHours } from 'shared/membership/proof-of-work'
import type { SignupRequest } from 'shared/membership/signup'
import type { HeldToken } from './signup-draft.ts'

type Proof = NonNullable<SignupRequest['proof']>

const tokenWithinMilliseconds = 4000
const triesAtOnce = 128 // then the browser may do something else
const mostTries = 4_000_000
const waitAtMostMilliseconds = 20_000

/**
 * Makes the proof of work of one signup while it is written. Whatever goes wrong, no token, no cryptography in this
 * browser, nothing found, the signup is sent without: that is for the server to judge, and no person's business.
 * @param address where tokens are given, `/api/signup/token`
 */
export const createProver = (address: string) => {
  let work: { key: string; held: HeldToken; proof: Promise<Proof | null> } | undefined
  let asking: Promise<HeldToken | null> | undefined

  const ask = async (): Promise<HeldToken | null> => {
    try {
      const response = await fetch(address, {
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.timeout(tokenWithinMilliseconds),
      })
      const body: unknown = response.ok ? await response.json() : null
      if (typeof body !== 'object' || body === null || !('token' in body) || !('bits' in body)) return null
      const { token, bits } = body
      return typeof token === 'string' && typeof bits === 'number' ? { token, bits, at: Date.now() } : null
    } catch {
      return null
    }
  }

  const begin = async (key: string, kept?: HeldToken): Promise<HeldToken | null> => {
    if (work && work.key === key && isFresh(work.held)) return work.held
    if (!canHash()) return null
    asking ??= kept && isFresh(kept) ? Promise.resolve(kept) : ask()
    const held = await asking
    asking = undefined
    if (held && (work?.key !== key || work.held.token !== held.token)) work = { key, held, proof: solve(held, key) }
    return held
  }

  return {
    /** Begins, unless it has begun. @returns the token to keep with the draft, or null when there is none to be had */
    begin,
    /** The proof, when there is one; waits, not for ever, until it is found and the token is old enough. */
    finish: async (key: string): Promise<Proof | null> => {
      const held = await begin(key) // the network may have come back since the last letter
      if (!held || !work || work.key !== key) return null
      const found = await Promise.race([work.proof, pause(waitAtMostMilliseconds)])
      const early = held.at + shortestFillSeconds * 1000 + 200 - Date.now()
      if (found && early > 0) await pause(early)
      return found
    },
  }
}

const isFresh = ({ at }: HeldToken): boolean => Math.abs(Date.now() - at) < (tokenHours * 60 - 5) * 60_000

const pause = (milliseconds: number) => new Promise<null>((resolve) => setTimeout(() => resolve(null), milliseconds))

/** Browsers hash only on pages that came over https or from this machine. */
const canHash = (): boolean => typeof crypto !== 'undefined' && 'subtle' in crypto

const solve = async ({ token, bits }: HeldToken, key: string): Promise<Proof | null> => {
  const text = new TextEncoder()
  const isFound = async (nonce: number) => {
    const hash = await crypto.subtle.digest('SHA-256', text.encode(proofText(token, key, nonce)))
    return beginsWithZeroBits(new Uint8Array(hash), bits) ? nonce : null
  }
  try {
    for (let from = 0; from < mostTries; from += triesAtOnce) {
      const tried = await Promise.all(Array.from({ length: triesAtOnce }, (_, place) => isFound(from + place)))
      const nonce = tried.find((each) => each !== null)
      if (nonce !== undefined && nonce !== null) return { token, nonce }
      await pause(0)
    }
  } catch {
    // This browser does not hash after all.
  }
  return null
}
