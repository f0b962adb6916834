import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { networkOf } from 'shared/network'
import { beginsWithZeroBits, proofText, shortestFillSeconds, tokenHours } from 'shared/membership/proof-of-work'
import type { SignupRequest } from 'shared/membership/signup'

const usualBits = 14 // some 16,000 hashes, a fraction of a second while somebody writes
const bitsUnderPressure = 17
const windowMilliseconds = 10 * 60 * 1000
const mostNetworks = 50_000

/** What becomes of a signup that is valid: it is taken, kept without writing to anybody, or not taken now. */
export type Verdict = 'take' | 'hold' | 'refuse'

export interface Robots {
  /** What a browser is to prove, asked for when a form is first edited. */
  newToken: () => { token: string; bits: number }
  /**
   * Judges a signup that is about to be stored, and counts it. `undo` takes it off the count: it had been stored before.
   */
  judge: (
    signup: Pick<SignupRequest, 'proof' | 'trap'>,
    key: string,
    address: string,
  ) => { verdict: Verdict; undo: () => void }
}

interface Settings {
  secret: string
  /** How many signups may come from one visitor's address in ten minutes; the front holds back the rest. */
  limitPer10Minutes: number
  now?: () => number
}

/**
 * Tells robots from people by nothing that a person has to do. Nothing is thrown away: what may be a robot's is kept, and
 * nobody is written to until a person has looked at it. Only a flood is refused, so that the disk does not fill.
 *
 * The counts are kept in memory: they are about the last ten minutes.
 */
export const createRobots = ({ secret, limitPer10Minutes, now = Date.now }: Settings): Robots => {
  const sign = signWith(createHmac('sha256', secret).update('signup-token').digest())
  const limits = {
    unprovenOfOne: Math.ceil(limitPer10Minutes / 4),
    unproven: limitPer10Minutes * 3,
    held: limitPer10Minutes * 30,
    refused: limitPer10Minutes * 300,
  }
  let count = newCount(now())
  const current = (): Count => {
    if (now() >= count.until) count = newCount(now())
    return count
  }
  const verdictOf = (trapped: boolean, proof: Proof, counted: Count, network: string): Verdict => {
    if (counted.all > limits.refused) return 'refuse'
    if (trapped || proof === 'too-quick' || counted.all > limits.held) return 'hold'
    if (proof === 'proven') return 'take'
    const ofOne = counted.unprovenBy.get(network) ?? Infinity
    return ofOne > limits.unprovenOfOne || counted.unproven > limits.unproven ? 'hold' : 'take'
  }

  return {
    newToken: () => {
      const bits = current().unproven > limits.unproven / 2 ? bitsUnderPressure : usualBits
      const said = `${now().toString(36)}.${bits}.${randomBytes(9).toString('base64url')}`
      return { token: `${said}.${sign(said)}`, bits }
    },
    judge: ({ proof: sent, trap }, key, address) => {
      const network = networkOf(address)
      const counted = current()
      const proof = sent ? checkProof(sent, { key, sign, now: now() }) : 'none'
      const add = (change: 1 | -1) => {
        counted.all += change
        if (proof === 'proven') return
        counted.unproven += change
        const ofOne = counted.unprovenBy.get(network) ?? 0
        if (ofOne > 0 || counted.unprovenBy.size < mostNetworks) counted.unprovenBy.set(network, ofOne + change)
      }
      add(1)
      return { verdict: verdictOf(Boolean(trap?.trim()), proof, counted, network), undo: () => add(-1) }
    },
  }
}

interface Count {
  until: number
  all: number
  unproven: number
  unprovenBy: Map<string, number> // by network
}

const newCount = (now: number): Count => ({
  until: now + windowMilliseconds,
  all: 0,
  unproven: 0,
  unprovenBy: new Map(),
})

const signWith =
  (key: Buffer) =>
  (text: string): string =>
    createHmac('sha256', key).update(text).digest('base64url').slice(0, 22)

/** `none`: nothing was proved, as by a browser without JavaScript, or with a token that is too old or not ours. */
type Proof = 'proven' | 'too-quick' | 'none'

const checkProof = (
  { token, nonce }: NonNullable<SignupRequest['proof']>,
  { key, sign, now }: { key: string; sign: (text: string) => string; now: number },
): Proof => {
  const [at = '', bits = '', random = '', signature = ''] = token.split('.')
  if (!isSame(signature, sign(`${at}.${bits}.${random}`))) return 'none'
  const age = now - parseInt(at, 36)
  if (age > tokenHours * 3_600_000) return 'none'
  const hash = createHash('sha256')
    .update(proofText(token, key, nonce))
    .digest()
  if (!beginsWithZeroBits(hash, Number(bits))) return 'none'
  return age < shortestFillSeconds * 1000 ? 'too-quick' : 'proven'
}

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
