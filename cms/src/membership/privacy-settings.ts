import type { GlobalConfig, Payload } from 'payload'
import { adminText } from 'shared/translations/admin'
import { hiddenFromOthers, membershipOfficers, nobody } from '../access.ts'
import { wholeNumber } from '../content/fields/whole-number.ts'
import {
  readRetention,
  retentionDefaults,
  type RetentionName,
  type RetentionSettings,
  isRetentionName,
} from './retention-rules.ts'

const names = Object.keys(retentionDefaults).filter(isRetentionName)

const numberField = (name: RetentionName) => ({
  name,
  type: 'number' as const,
  required: true,
  min: 1,
  max: 36_500,
  defaultValue: retentionDefaults[name],
  validate: wholeNumber,
  label: adminText(`privacy.${name}`),
  admin: { width: '50%', step: 1 },
})

/** How long personal data are kept, what would be forgotten tonight, and the rights of a person who asks. */
export const PrivacySettings: GlobalConfig = {
  slug: 'privacy-settings',
  label: adminText('privacy.label'),
  admin: {
    group: adminText('group.membership'),
    hideAPIURL: true,
    description: adminText('privacy.description'),
    hidden: hiddenFromOthers,
  },
  access: { read: membershipOfficers, update: membershipOfficers, readVersions: nobody },
  lockDocuments: false,
  fields: [
    {
      name: 'person',
      type: 'ui',
      admin: { components: { Field: '/admin/privacy/PersonTools.tsx#PersonTools' } },
    },
    {
      name: 'retention',
      type: 'ui',
      admin: { components: { Field: '/admin/privacy/RetentionReport.tsx#RetentionReport' } },
    },
    {
      type: 'collapsible',
      label: adminText('privacy.clock'),
      admin: { initCollapsed: true, description: adminText('privacy.clock.description') },
      fields: Array.from({ length: Math.ceil(names.length / 2) }, (_, row) => ({
        type: 'row' as const,
        fields: names.slice(row * 2, row * 2 + 2).map(numberField),
      })),
    },
  ],
}

/** How long each kind of personal data is kept here. */
export const retentionOf = async (payload: Payload): Promise<RetentionSettings> =>
  readRetention(await payload.findGlobal({ slug: 'privacy-settings', depth: 0 }))
