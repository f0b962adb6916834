import type { GlobalConfig, PayloadRequest, TextField } from 'payload'
import { colourPattern, languageRules } from 'shared/content/site-settings'
import { isOrganisationNumber } from 'shared/membership/organisation-number'
import { adminText, type AdminTextKey } from 'shared/translations/admin'
import { nobody, publishers, staffAndSite } from '../access.ts'
import { requestReleaseAfterGlobalChange } from '../publishing/request-release.ts'
import { accessibilityFields } from './accessibility-fields.ts'
import { pictureField } from './fields/picture.ts'
import { publishingStateField } from './fields/publishing-state.ts'
import { notePlacesBeforeSettings, redirectMovedAfterSettings } from './redirect-moved.ts'
import { sayTo } from './refusals.ts'

type Options = { req: PayloadRequest }

const securityContactPattern = /^(?:[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+|https:\/\/[^\s]+)$/

const colourField = (name: string, label: AdminTextKey, description: AdminTextKey, colour: string): TextField => ({
  name,
  type: 'text',
  defaultValue: colour,
  label: adminText(label),
  admin: { description: adminText(description), width: '50%' },
  validate: (value: string | null | undefined, { req }: Options) =>
    !value || colourPattern.test(value) ? true : sayTo(req, 'refusal.colour.malformed'),
})

/** Name, look and contact details of the whole site. */
export const SiteSettings: GlobalConfig = {
  slug: 'site-settings',
  label: adminText('siteSettings.label'),
  admin: { group: adminText('group.site'), description: adminText('siteSettings.description') },
  access: { read: staffAndSite, update: publishers, readVersions: nobody },
  hooks: {
    beforeChange: [notePlacesBeforeSettings],
    afterChange: [redirectMovedAfterSettings, requestReleaseAfterGlobalChange],
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: adminText('siteSettings.tab.identity'),
          fields: [
            { name: 'name', type: 'text', required: true, label: adminText('siteSettings.name') },
            {
              name: 'tagline',
              type: 'text',
              localized: true,
              label: adminText('siteSettings.tagline'),
              admin: { description: adminText('siteSettings.tagline.description') },
            },
            pictureField({ name: 'logo', label: 'siteSettings.logo' }),
            {
              name: 'colours',
              type: 'group',
              label: adminText('siteSettings.colours'),
              fields: [
                {
                  type: 'row',
                  fields: [
                    colourField(
                      'primary',
                      'siteSettings.colours.primary',
                      'siteSettings.colours.primary.description',
                      '#0b5d4e',
                    ),
                    colourField(
                      'accent',
                      'siteSettings.colours.accent',
                      'siteSettings.colours.accent.description',
                      '#f2b84b',
                    ),
                  ],
                },
              ],
            },
          ],
        },
        {
          label: adminText('siteSettings.tab.pages'),
          fields: [
            {
              name: 'startPage',
              type: 'relationship',
              relationTo: 'pages',
              label: adminText('siteSettings.startPage'),
              admin: { description: adminText('siteSettings.startPage.description') },
            },
            {
              name: 'newsPage',
              type: 'relationship',
              relationTo: 'pages',
              label: adminText('siteSettings.newsPage'),
              admin: { description: adminText('siteSettings.newsPage.description') },
            },
          ],
        },
        {
          label: adminText('siteSettings.tab.contact'),
          fields: [
            { name: 'email', type: 'email', label: adminText('siteSettings.email') },
            { name: 'phone', type: 'text', label: adminText('siteSettings.phone') },
            {
              name: 'address',
              type: 'textarea',
              label: adminText('siteSettings.address'),
              admin: { description: adminText('siteSettings.address.description') },
            },
            {
              name: 'organisationNumber',
              type: 'text',
              label: adminText('siteSettings.organisationNumber'),
              validate: (value: string | null | undefined, { req }: Options) =>
                !value || isOrganisationNumber(value) ? true : sayTo(req, 'refusal.organisationNumber.malformed'),
            },
            { name: 'footerText', type: 'textarea', localized: true, label: adminText('siteSettings.footerText') },
            {
              name: 'securityContact',
              type: 'text',
              label: adminText('siteSettings.securityContact'),
              admin: { description: adminText('siteSettings.securityContact.description') },
              validate: (value: string | null | undefined, { req }: Options) =>
                !value || securityContactPattern.test(value) ? true : sayTo(req, 'refusal.securityContact.malformed'),
            },
          ],
        },
        {
          label: adminText('siteSettings.tab.languages'),
          fields: [
            {
              name: 'languageRule',
              type: 'radio',
              defaultValue: 'report',
              label: adminText('siteSettings.languageRule'),
              admin: { description: adminText('siteSettings.languageRule.description') },
              options: languageRules.map((rule) => ({
                value: rule,
                label: adminText(`siteSettings.languageRule.${rule}`),
              })),
            },
          ],
        },
        { label: adminText('siteSettings.tab.accessibility'), fields: [accessibilityFields] },
      ],
    },
    publishingStateField,
  ],
}
