import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { z } from 'zod'
import { percentile } from '../../../scripts/bench/figure.ts'
import { createCompany, type Signup } from '../../support/company.ts'
import { drill, isLong } from '../../support/drill.ts'
import { type Cms, startCms } from '../../support/start-cms.ts'
import { readStoredSignups, type StoredSignup } from '../../support/stored-signups.ts'

const kills = isLong ? 50 : 3
const signups = isLong ? 5000 : 100
const clients = 8
const [soonest, latest] = [50, 500] // milliseconds after it is ready
const readyWithinSeconds = 10

const acknowledgedSchema = z.object({ key: z.string(), email: z.string(), reference: z.string() })
type Acknowledged = z.infer<typeof acknowledgedSchema>

/** Writes down what was acknowledged, on the disk before anything else is done. */
const createRecorder = () => {
  const path = join(tmpdir(), `klusterwebb-acknowledged-${randomUUID()}`)
  const file = openSync(path, 'a')
  return {
    notes: (acknowledged: Acknowledged) => {
      writeSync(file, `${JSON.stringify(acknowledged)}\n`)
      fsyncSync(file)
    },
    end: (): Acknowledged[] => {
      closeSync(file)
      const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean)
      rmSync(path)
      return lines.map((line) => acknowledgedSchema.parse(JSON.parse(line)))
    },
  }
}

/**
 * Companies that sign up one after another, several at a time, each sent again with its key until it is acknowledged, as the
 * form in a browser does it.
 */
const startSigningUp = (cms: Cms, template: Signup) => {
  const company = createCompany(cms.url)
  const recorder = createRecorder()
  const sent = new Set<string>() // keys
  const refusals: string[] = []
  const life = { ending: false, acknowledged: 0, again: 0 }

  const signUp = async (): Promise<void> => {
    const key = randomUUID()
    const email = `drill-${sent.size}@example.com`
    sent.add(key)
    for (;;) {
      const signup = { ...template, answers: { ...template.answers, contactEmail: email } }
      const answer = await company.sends(signup, { key }).catch(() => undefined)
      if (answer?.status === 201) {
        recorder.notes({ key, email, reference: String(Object(answer.body).reference) })
        life.acknowledged += 1
        return
      }
      if (answer && answer.status !== 503) refusals.push(`${answer.status} ${answer.text}`)
      life.again += 1
      if (life.ending || refusals.length > 20) return
      await pause(50)
    }
  }
  const clientsAtWork = Promise.all(
    Array.from({ length: clients }, async () => {
      while (!life.ending) await signUp()
    }),
  )
  return {
    acknowledged: () => life.acknowledged,
    end: async () => {
      life.ending = true
      await clientsAtWork
      return { acknowledged: recorder.end(), sent, refusals, again: life.again }
    },
  }
}

/** What is wrong with what is stored, each by the key or the address that it is about. */
const judge = (rows: StoredSignup[], acknowledged: Acknowledged[], sent: Set<string>) => {
  const ofDrill = rows.filter(({ contactEmail }) => contactEmail?.startsWith('drill-'))
  const byKey = new Map(ofDrill.map((row) => [row.idempotencyKey, row]))
  const likeOf = ({ answers }: StoredSignup) => JSON.stringify({ ...answers, contactEmail: '' })
  const whole = ofDrill[0] ? likeOf(ofDrill[0]) : ''
  return {
    lost: acknowledged
      .filter(({ key, email, reference }) => {
        const row = byKey.get(key)
        return row?.contactEmail !== email || row.reference !== reference
      })
      .map(({ email }) => email),
    doubled: ofDrill.filter((row) => byKey.get(row.idempotencyKey) !== row).map(({ contactEmail }) => contactEmail),
    half: ofDrill
      .filter((row) => {
        const { reference, bodyHash, organisationName, contactEmail, status, mailState, answers } = row
        const all = [reference, bodyHash, organisationName, status, mailState].every(Boolean)
        return !all || answers?.['contactEmail'] !== contactEmail || likeOf(row) !== whole
      })
      .map(({ contactEmail }) => contactEmail),
    unasked: ofDrill.filter(({ idempotencyKey }) => !sent.has(String(idempotencyKey))).map((row) => row.contactEmail),
  }
}
const nothingWrong = { lost: [], doubled: [], half: [], unasked: [] }

drill(
  `R1 kill -9 of the CMS ${kills} times while companies sign up`,
  { minutes: isLong ? 30 : 4 },
  async ({ tell }) => {
    const cms = await startCms()
    try {
      const signingUp = startSigningUp(cms, await createCompany(cms.url).fillsIn('sv'))
      const readyAfter: number[] = []
      for (let kill = 0; kill < kills; kill += 1) {
        await pause(soonest + Math.random() * (latest - soonest))
        await cms.process().kill()
        const startedAt = performance.now()
        await cms.restart()
        readyAfter.push((performance.now() - startedAt) / 1000)
      }
      while (signingUp.acknowledged() < signups) await pause(50)
      const { acknowledged, sent, refusals, again } = await signingUp.end()
      await cms.process().stop()
      const { rows, soundness } = await readStoredSignups(cms.store)
      const found = judge(rows, acknowledged, sent)
      tell(
        `${kills} kills, ${acknowledged.length} signups acknowledged after ${again} further tries: ${found.lost.length} lost, ` +
          `${found.doubled.length} doubled, ${found.half.length} half, the database ${soundness}`,
      )
      tell(`ready again after ${percentile(readyAfter, 95).toFixed(1)} s (p95)`)
      expect(refusals).toEqual([])
      expect(found).toEqual(nothingWrong)
      expect(soundness).toBe('ok')
      if (isLong) expect(percentile(readyAfter, 95)).toBeLessThanOrEqual(readyWithinSeconds)
    } finally {
      await cms.end()
    }
  },
)

drill('R1 its check finds out a CMS that acknowledges before it stores', { minutes: 3 }, async ({ tell }) => {
  const cms = await startCms({ broken: 'acknowledges before it stores' })
  try {
    const signingUp = startSigningUp(cms, await createCompany(cms.url).fillsIn('sv'))
    while (signingUp.acknowledged() < clients) await pause(5)
    await cms.process().kill()
    const { acknowledged, sent } = await signingUp.end()
    const { rows } = await readStoredSignups(cms.store)
    const { lost } = judge(rows, acknowledged, sent)
    tell(`of ${acknowledged.length} that it acknowledged, ${lost.length} were lost, and told as lost`)
    expect(lost.length).toBeGreaterThan(0)
  } finally {
    await cms.end()
  }
})
