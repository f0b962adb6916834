'use client'

import { useAllFormFields, useRowLabel } from '@payloadcms/ui'
import { itemTitle } from './form-items.ts'
import { useAdminText } from './use-admin-text.ts'

const kinds = {
  step: 'signupForms.step.singular',
  field: 'signupForms.field.singular',
  question: 'signupForms.question.singular',
} as const

const isKind = (value: unknown): value is keyof typeof kinds => typeof value === 'string' && value in kinds

/** What an item of a form is, on its closed row: "Fält: Organisationsnummer". */
export const FormItemLabel = () => {
  const { path, rowNumber = 0 } = useRowLabel()
  const [fields] = useAllFormFields()
  const { language, say } = useAdminText()
  const kind: unknown = fields[`${path}.blockType`]?.value
  const title = itemTitle(fields, path, language)
  const isRequired = fields[`${path}.required`]?.value === true
  const isConditional = Boolean(fields[`${path}.showWhen.name`]?.value)
  const notes = [
    ...(isRequired ? [say('signupForms.items.required.short')] : []),
    ...(isConditional ? [say('signupForms.showWhen.short')] : []),
  ]
  const Title = kind === 'step' ? 'strong' : 'span'
  return (
    <span>
      {rowNumber + 1}. {isKind(kind) ? `${say(kinds[kind])}: ` : ''}
      <Title>{title || say('signupForms.items.untitled')}</Title>
      {notes.length > 0 ? ` (${notes.join(', ')})` : ''}
    </span>
  )
}
