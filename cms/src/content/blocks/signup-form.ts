import type { Block } from 'payload'
import { adminText } from 'shared/translations/admin'

/** A form by which companies sign up. */
export const SignupFormBlock: Block = {
  slug: 'signupForm',
  labels: { singular: adminText('blocks.signupForm.singular'), plural: adminText('blocks.signupForm.plural') },
  admin: { disableBlockName: true },
  fields: [
    {
      name: 'form',
      type: 'relationship',
      relationTo: 'signup-forms',
      required: true,
      label: adminText('blocks.signupForm.form'),
      admin: { description: adminText('blocks.signupForm.form.description') },
    },
  ],
}
