import lighthouse from 'lighthouse'
import { z } from 'zod'
import { percentile } from './figure.ts'

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/** What Lighthouse says of one page as a phone of the middle range on slow 4G would see it. */
export interface Seen {
  scores: Record<(typeof categories)[number], number>
  largestPaintSeconds: number
  layoutShift: number
  /** The longest task that kept the phone from answering, in milliseconds; 0 when none took 50. */
  longestTask: number
  /** The same on a phone of the middle range, whatever the machine that measures. */
  longestTaskMidRange: number
  /** What kept a score from being 100, and a picture or a sheet that took time. */
  remarks: string[]
}

/**
 * Lighthouse slows every machine four times, a fast one and a slow one. Chrome's own calibration instead slows a machine until
 * its benchmark index is that of a phone of the middle range, such as a Pixel 5.
 * @see https://chromium.googlesource.com/devtools/devtools-frontend/+/HEAD/front_end/panels/mobile_throttling/CalibrationController.ts
 */
const midRangeIndex = 1000

const longTasksSchema = z.object({ items: z.array(z.object({ duration: z.number() })) })

const seeOnce = async (address: string, port: number): Promise<Seen> => {
  const run = await lighthouse(address, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: [...categories],
    ignoreStatusCode: true, // the page that says that nothing is there is a page too
  })
  if (!run || run.lhr.runtimeError)
    throw new Error(`Lighthouse could not see ${address}: ${run?.lhr.runtimeError?.message}`)
  const { audits, categories: found } = run.lhr
  const scoreOf = (name: string) => Math.round((found[name]?.score ?? Number.NaN) * 100)
  const tasks = longTasksSchema.safeParse(audits['long-tasks']?.details)
  const longestTask = Math.max(0, ...(tasks.data?.items.map(({ duration }) => duration) ?? []))
  const slowed = run.lhr.configSettings.throttling.cpuSlowdownMultiplier
  const midRange = Math.max(1, run.lhr.environment.benchmarkIndex / midRangeIndex)
  return {
    scores: {
      performance: scoreOf('performance'),
      accessibility: scoreOf('accessibility'),
      'best-practices': scoreOf('best-practices'),
      seo: scoreOf('seo'),
    },
    largestPaintSeconds: (audits['largest-contentful-paint']?.numericValue ?? Number.NaN) / 1000,
    layoutShift: audits['cumulative-layout-shift']?.numericValue ?? Number.NaN,
    longestTask,
    longestTaskMidRange: (longestTask / slowed) * midRange,
    remarks: Object.values(found).flatMap(({ auditRefs }) =>
      auditRefs.flatMap(({ id, weight }) => {
        const audit = audits[id]
        const isShort = weight > 0 && audit?.score !== null && (audit?.score ?? 1) < 1
        return isShort ? [`${id} ${audit?.displayValue ?? ''}`.trim()] : []
      }),
    ),
  }
}

/**
 * Looks at a page with Lighthouse in the browser that listens on a port. Three times, and the middle one of each figure,
 * when the first time fell short of what is asked: a machine with more to do is not the page's fault.
 */
export const see = async (address: string, port: number, isEnough: (seen: Seen) => boolean): Promise<Seen> => {
  const first = await seeOnce(address, port)
  if (isEnough(first)) return first
  const all = [first, await seeOnce(address, port), await seeOnce(address, port)]
  const middle = (of: (seen: Seen) => number) => percentile(all.map(of), 50)
  return {
    scores: {
      performance: middle(({ scores }) => scores.performance),
      accessibility: middle(({ scores }) => scores.accessibility),
      'best-practices': middle(({ scores }) => scores['best-practices']),
      seo: middle(({ scores }) => scores.seo),
    },
    largestPaintSeconds: middle(({ largestPaintSeconds }) => largestPaintSeconds),
    layoutShift: middle(({ layoutShift }) => layoutShift),
    longestTask: middle(({ longestTask }) => longestTask),
    longestTaskMidRange: middle(({ longestTaskMidRange }) => longestTaskMidRange),
    remarks: [...new Set(all.flatMap(({ remarks }) => remarks))],
  }
}
