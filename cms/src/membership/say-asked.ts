import type { Language } from 'shared/languages'
import type { Asked } from 'shared/membership/asked'
import { shownItems } from 'shared/membership/form-items'
import type { SignupAnswers } from 'shared/membership/signup'
import { translateTo } from 'shared/translations/translate'
import type { ShownForm } from './published-forms.ts'

type AskedItem = Asked['items'][number]

/** The form in words as these answers made it look: what was hidden was not asked. */
export const sayAsked = ({ form, plans, consents }: ShownForm, answers: SignupAnswers, language: Language): Asked => {
  const translate = translateTo(language)
  const items = shownItems(form.items, answers).map((item): AskedItem => {
    if (item.blockType === 'step') return { blockType: 'step', heading: item.heading }
    if (item.blockType === 'field') {
      const { name } = item
      return { blockType: 'field', name, label: item.label ?? translate(`signup.field.${name}.label`) }
    }
    const { key, type, label, options } = item
    return { blockType: 'question', key, type, label, options }
  })
  const chosen = plans.find(({ slug }) => slug === answers.plan)
  return {
    form: form.title,
    language,
    items,
    plan: chosen ? { slug: chosen.slug, name: chosen.name } : null,
    consents,
  }
}
