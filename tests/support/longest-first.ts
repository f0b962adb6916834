import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that last longest, whatever their size; one of them begun last would go on alone while every other is done. */
const longestFiles = [
  'drills/each-database/mail-outage',
  'browser/accessibility',
  'browser/company',
  'publishing/schedule',
  'browser/schedule',
  'membership/register',
  'start/start',
  'publishing/held-back',
  'drills/release-failures',
  'publishing/elsewhere',
  'publishing/languages',
  'publishing/releases-in-cms',
  'publishing/releases',
  'publishing/incremental',
  'drills/each-database/signup-kills',
  'drills/each-database/worker-kills',
  'drills/kills',
  'membership/life',
  'membership/erasure',
  'membership/privacy',
  'membership/trouble',
  'browser/bad-input',
  'browser/visitor',
  'browser/preview',
  'browser/privacy',
  'publishing/command-line',
  'content/access',
  'browser/officer',
  'browser/communicator',
  'drills/each-database/anything',
  'drills/going-back',
  'browser/pictures',
  'browser/register',
  'browser/keyboard',
]

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = longestFiles.findIndex((file) => moduleId.endsWith(`tests/${file}.test.ts`))
  return place < 0 ? longestFiles.length : place
}

/** The order of files within what runs at one time: what lasts longest first, so that the workers end together. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const groupOf = ({ project }: TestSpecification) => project.config.sequence.groupOrder
    // oxlint-disable-next-line unicorn/no-array-sort -- it is no array's
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => groupOf(one) - groupOf(other) || placeOf(one) - placeOf(other))
  }
}
