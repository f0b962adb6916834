import type { AskedItem } from 'shared/membership/form-items'
import { nameOfItem } from 'shared/membership/form-items'
import { type Named, sayValue } from './say-answer.ts'
import type { FormTexts } from './form-texts.ts'

const mostListed = 4

/**
 * When an item is asked, for who reads the form where no script hides what is not; null where it is always asked.
 * @example conditionInWords(whichFairs, items, texts, named) // 'Gäller bara om svaret på ”Ställer ni ut på mässor?” är ”Ja”.'
 */
export const conditionInWords = (
  item: AskedItem,
  items: readonly AskedItem[],
  texts: FormTexts,
  named: Named,
): string | null => {
  const { showWhen } = item
  if (showWhen) {
    const asked = items.find((each) => nameOfItem(each) === showWhen.name)
    if (!asked) return null
    const question = texts.label(asked)
    if (showWhen.is.length > mostListed) return texts.say('signup.form.condition.some', { question })
    const answers = showWhen.is.map((value) =>
      texts.say('signup.form.condition.answer', { answer: sayValue(asked, value, texts, named) }),
    )
    const last = answers.pop() ?? ''
    const listed =
      answers.length > 0 ? texts.say('signup.form.condition.or', { answers: answers.join(', '), last }) : last
    return texts.say('signup.form.condition', { question, answers: listed })
  }
  const asksForCountry = items.some((each) => each.blockType === 'field' && each.name === 'country')
  if (item.blockType !== 'field' || !asksForCountry) return null
  if (item.name === 'organisationNumber') return texts.say('signup.form.condition.sweden')
  return item.name === 'foreignNumber' ? texts.say('signup.form.condition.abroad') : null
}

/** Is this asked only when an answer calls for it, so that it waits for the script to be shown? */
export const waitsForAnswer = (item: AskedItem): boolean =>
  item.showWhen !== null || (item.blockType === 'field' && item.name === 'foreignNumber')
