import type { Block } from 'payload'
import { adminText } from 'shared/translations/admin'
import { richTextField } from '../fields/rich-text.ts'

/** Questions that are often asked, with their answers, which a visitor opens one by one. */
export const QuestionsBlock: Block = {
  slug: 'questions',
  labels: { singular: adminText('blocks.questions.singular'), plural: adminText('blocks.questions.plural') },
  admin: { disableBlockName: true },
  fields: [
    { name: 'heading', type: 'text', label: adminText('blocks.questions.heading') },
    {
      name: 'questions',
      type: 'array',
      required: true,
      minRows: 1,
      label: adminText('blocks.questions.questions'),
      labels: { singular: adminText('questions.singular'), plural: adminText('questions.plural') },
      admin: { initCollapsed: false },
      fields: [
        {
          name: 'question',
          type: 'text',
          required: true,
          label: adminText('questions.question'),
          admin: { description: adminText('questions.question.description') },
        },
        richTextField({ name: 'answer', label: 'questions.answer', required: true }),
      ],
    },
  ],
}
