import type { GlobalConfig, PayloadRequest, TextField } from 'payload'
import { colourPattern } from 'shared/content/colour'
import { languageRules } from 'shared/content/site-settings'
import {
  ownTheme,
  problemOfAccent,
  problemOfPrimary,
  themeNames,
  typefaces,
  type UnreadableColour,
} from 'shared/content/theme'
import { isOrganisationNumber } from 'shared/membership/organisation-number'
import { adminLanguage, adminText, type AdminTextKey } from 'shared/translations/admin'
import { z } from 'zod'
import { nobody, publishers, staffAndSite } from '../access.ts'
import { requestReleaseAfterGlobalChange } from '../publishing/request-release.ts'
import { accessibilityFields } from './accessibility-fields.ts'
import { pictureField } from './fields/picture.ts'
import { publishingStateField } from './fields/publishing-state.ts'
import { notePlacesBeforeSettings, redirectMovedAfterSettings } from './redirect-moved.ts'
import { sayTo } from './refusals.ts'

type Options = { req: PayloadRequest }

const securityContactPattern = /^(?:[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+|https:\/\/[^\s]+)$/

/** The main colour that stands beside the accent; while it is not a colour, the one there is without it. */
const mainColourSchema = z.object({ primary: z.string().regex(colourPattern).catch(ownTheme.primary) })

const colourField = (
  name: 'primary' | 'accent',
  label: AdminTextKey,
  description: AdminTextKey,
  problemOf: (colour: string, colours: unknown, req: PayloadRequest) => string | true,
): TextField => ({
  name,
  type: 'text',
  defaultValue: ownTheme[name],
  label: adminText(label),
  admin: { description: adminText(description), width: '50%' },
  validate: (value: string | null | undefined, { req, siblingData }: Options & { siblingData: unknown }) => {
    if (!value) return true
    return colourPattern.test(value) ? problemOf(value, siblingData, req) : sayTo(req, 'refusal.colour.malformed')
  },
})

/** Says why a colour cannot be taken, and which could. */
const sayProblem = (
  problem: UnreadableColour | null,
  key: 'refusal.colour.primary' | 'refusal.colour.accent',
  req: PayloadRequest,
): string | true => {
  if (!problem) return true
  const { format } = new Intl.NumberFormat(adminLanguage(req), { maximumFractionDigits: 1, roundingMode: 'floor' })
  const { ratio, needed, nearest } = problem
  return sayTo(req, key, { ratio: format(ratio), needed: format(needed), nearest })
}

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
              type: 'row',
              fields: [
                {
                  name: 'theme',
                  type: 'select',
                  label: adminText('siteSettings.theme'),
                  options: themeNames.map((value) => ({ value, label: adminText(`siteSettings.theme.${value}`) })),
                  admin: { description: adminText('siteSettings.theme.description'), width: '50%' },
                },
                {
                  name: 'typeface',
                  type: 'select',
                  label: adminText('siteSettings.typeface'),
                  options: typefaces.map((value) => ({ value, label: adminText(`siteSettings.typeface.${value}`) })),
                  admin: { description: adminText('siteSettings.typeface.description'), width: '50%' },
                },
              ],
            },
            {
              name: 'colours',
              type: 'group',
              label: adminText('siteSettings.colours'),
              // A theme brings its colours; those of one's own are kept for when it is taken away again.
              admin: { condition: (settings: { theme?: string | null }) => !settings.theme },
              fields: [
                {
                  type: 'row',
                  fields: [
                    colourField(
                      'primary',
                      'siteSettings.colours.primary',
                      'siteSettings.colours.primary.description',
                      (colour, _, req) => sayProblem(problemOfPrimary(colour), 'refusal.colour.primary', req),
                    ),
                    colourField(
                      'accent',
                      'siteSettings.colours.accent',
                      'siteSettings.colours.accent.description',
                      (colour, colours, req) =>
                        sayProblem(
                          problemOfAccent(colour, mainColourSchema.parse(colours).primary),
                          'refusal.colour.accent',
                          req,
                        ),
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
