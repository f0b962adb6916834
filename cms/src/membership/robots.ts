import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { networkOf } from 'shared/network'
import { beginsWithZeroBits, proofText, shortestFillSeconds, tokenHours } from 'shared/membership/proof-of-work'
import type { SignupRequest } from 'shared/membership/signup'

const usualBits = 14 // some 16,000 hashes, a fraction of a second while somebody writes
const bitsUnderPressure = 17
const windowMilliseconds = 10 * 60 * 1000
const recipientWindowMilliseconds = 60 * 60 * 1000
const mostKept = 50_000 // networks or recipients

/** What becomes of a signup that is valid: it is taken, kept without writing to anybody, or not taken now. */
export type Verdict = 'take' | 'hold' | 'refuse'

export interface Robots {
  /** What a browser is to prove, asked for when a form is first edited. */
  newToken: () => { token: string; bits: number }
  /**
   * Judges a signup that is about to be stored, and counts it. `undo` takes it off the count: it had been stored before.
   * @param from the address on the net of whoever sends it, and the e-mail address that would be written to
   */
  judge: (
    signup: Pick<SignupRequest, 'proof' | 'trap'>,
    key: string,
    from: Sender,
  ) => { verdict: Verdict; undo: () => void }
}

interface Sender {
  address: string // on the net
  email: string
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
 * The counts are kept in memory: they are about the last minutes.
 */
export const createRobots = ({ secret, limitPer10Minutes, now = Date.now }: Settings): Robots => {
  const sign = signWith(createHmac('sha256', secret).update('signup-token').digest())
  const limits = {
    unprovenOfOne: Math.ceil(limitPer10Minutes / 4),
    ofRecipient: Math.ceil(limitPer10Minutes / 4), // in an hour: nobody's mailbox is to be filled from here
    unproven: limitPer10Minutes * 3,
    held: limitPer10Minutes * 30,
    refused: limitPer10Minutes * 300,
  }
  const all = createTally(windowMilliseconds, now)
  const unproven = createTally(windowMilliseconds, now)
  const recipients = createTally(recipientWindowMilliseconds, now)

  return {
    newToken: () => {
      const bits = unproven.total() > limits.unproven / 2 ? bitsUnderPressure : usualBits
      const said = `${now().toString(36)}.${bits}.${randomBytes(9).toString('base64url')}`
      return { token: `${said}.${sign(said)}`, bits }
    },
    judge: ({ proof: sent, trap }, key, { address, email }) => {
      const [network, recipient] = [networkOf(address), email.toLowerCase()]
      const proof = sent ? checkProof(sent, { key, sign, now: now() }) : 'none'
      const add = (change: 1 | -1) => {
        all.add('', change)
        recipients.add(recipient, change)
        if (proof !== 'proven') unproven.add(network, change)
      }
      add(1)
      const verdict = (): Verdict => {
        if (all.total() > limits.refused) return 'refuse'
        if (trap?.trim() || proof === 'too-quick' || all.total() > limits.held) return 'hold'
        if (recipients.of(recipient) > limits.ofRecipient) return 'hold'
        const isOneOfMany = unproven.of(network) > limits.unprovenOfOne || unproven.total() > limits.unproven
        return proof === 'none' && isOneOfMany ? 'hold' : 'take'
      }
      return { verdict: verdict(), undo: () => add(-1) }
    },
  }
}

/** Counts for a while, then from the beginning. Who comes when very many are counted already counts as one of many. */
const createTally = (milliseconds: number, now: () => number) => {
  let until = now() + milliseconds
  let total = 0
  const counts = new Map<string, number>()
  const begin = () => {
    if (now() < until) return
    until = now() + milliseconds
    total = 0
    counts.clear()
  }
  return {
    add: (who: string, change: 1 | -1): void => {
      begin()
      total = Math.max(0, total + change)
      if (counts.has(who) || counts.size < mostKept) counts.set(who, Math.max(0, (counts.get(who) ?? 0) + change))
    },
    total: (): number => {
      begin()
      return total
    },
    of: (who: string): number => counts.get(who) ?? Infinity,
  }
}

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
