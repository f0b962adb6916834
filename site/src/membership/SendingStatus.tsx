import type { AskedItem } from 'shared/membership/form-items'
import { sayAnswer, type Named } from './say-answer.ts'
import type { FormTexts } from './form-texts.ts'
import type { SendingState } from './send-signup.ts'
import type { SignupValues } from './signup-request.ts'

interface Props {
  sending: SendingState
  texts: FormTexts
  email: string | null
  items: readonly AskedItem[]
  named: Named
  values: () => SignupValues
}

/** Says in words, also to those who listen, what happens to what was sent. */
export const SendingStatus = ({ sending, texts, email, items, named, values }: Props) => (
  <>
    <output className="signup-note">
      {sending.step === 'sending' && texts.say('signup.sending.sending')}
      {sending.step === 'waiting' && sending.reason === 'offline' && texts.say('signup.sending.offline')}
      {sending.step === 'waiting' &&
        sending.reason === 'no-answer' &&
        texts.say('signup.sending.waiting', { seconds: sending.seconds })}
      {sending.step === 'changed' && texts.say('signup.sending.changed')}
    </output>
    <p role="alert" className="signup-note">
      {sending.step === 'too-many' && texts.say('signup.sending.too-many', { minutes: sending.minutes })}
      {sending.step === 'unexpected' && texts.say('signup.sending.unexpected')}
      {sending.step === 'waiting' && sending.isLong && texts.say('signup.sending.long')}
      {sending.step === 'waiting' && sending.isLong && email && ` ${texts.say('signup.sending.long-email', { email })}`}
    </p>
    {sending.step === 'waiting' && sending.isLong && (
      <button type="button" className="signup-quiet" onClick={() => download(texts, items, named, values())}>
        {texts.say('signup.sending.download')}
      </button>
    )}
  </>
)

/** Gives the answers as a text file, a line each, in words. */
const download = (texts: FormTexts, items: readonly AskedItem[], named: Named, values: SignupValues): void => {
  const lines = items.map((item) => `${texts.label(item)}: ${sayAnswer(item, values, texts, named).join('; ')}`)
  const address = URL.createObjectURL(new Blob([`${lines.join('\r\n')}\r\n`], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = texts.say('signup.sending.file')
  link.click()
  URL.revokeObjectURL(address)
}
