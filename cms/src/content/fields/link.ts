import type { GroupField, PayloadRequest } from 'payload'
import { linkableCollections } from 'shared/content/link'
import { adminText, type AdminTextKey } from 'shared/translations/admin'
import { sayTo } from '../refusals.ts'
import { refuseMissingOrUnsafeAddress } from './address.ts'

interface LinkOptions {
  label: AdminTextKey
  /** Must it lead somewhere? */
  required: boolean
  /** Does the link text stand on the page? Over a top image the two lines stand there instead. */
  labelled: boolean
}

interface LinkData {
  kind?: 'document' | 'address' | null
}

/**
 * A link to a document of ours, which follows when that moves, or to any address. Payload validates a field only while
 * its condition holds, so what is required here is required of the chosen kind.
 */
export const linkField = ({ label, required, labelled }: LinkOptions): GroupField => ({
  name: 'link',
  type: 'group',
  label: adminText(label),
  fields: [
    {
      name: 'kind',
      type: 'select',
      required,
      label: adminText('link.kind'),
      options: [
        { value: 'document', label: adminText('link.kind.document') },
        { value: 'address', label: adminText('link.kind.address') },
      ],
      ...(required ? { defaultValue: 'document' } : {}),
    },
    {
      name: 'document',
      type: 'relationship',
      relationTo: [...linkableCollections],
      required: true,
      label: adminText('link.document'),
      admin: {
        description: adminText('link.document.description'),
        condition: (_, link: LinkData) => link.kind === 'document',
      },
    },
    {
      name: 'address',
      type: 'text',
      required: true,
      label: adminText('link.address'),
      admin: {
        description: adminText('link.address.description'),
        condition: (_, link: LinkData) => link.kind === 'address',
      },
      validate: refuseMissingOrUnsafeAddress,
    },
    {
      name: 'label',
      type: 'text',
      label: adminText('link.text'),
      admin: { description: adminText('link.text.description'), condition: (_, link: LinkData) => Boolean(link.kind) },
      validate: (
        value: string | null | undefined,
        { req, siblingData }: { req: PayloadRequest; siblingData: LinkData },
      ) => (labelled && siblingData.kind === 'address' && !value ? sayTo(req, 'refusal.link.label-missing') : true),
    },
  ],
})
