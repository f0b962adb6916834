import type { FormField } from 'shared/membership/signup-form'
import type { FormTexts } from './form-texts.ts'
import type { SendingState } from './send-signup.ts'
import type { SignupValues } from './signup-request.ts'

interface Props {
  sending: SendingState
  texts: FormTexts
  email: string | null
  fields: FormField[]
  values: () => SignupValues
}

/** Says in words, also to those who listen, what happens to what was sent. */
export const SendingStatus = ({ sending, texts, email, fields, values }: Props) => (
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
      <button type="button" className="signup-quiet" onClick={() => download(texts, fields, values())}>
        {texts.say('signup.sending.download')}
      </button>
    )}
  </>
)

/** Gives the answers as a text file, a line each. */
const download = (texts: FormTexts, fields: FormField[], values: SignupValues): void => {
  const lines = fields.map((field) => `${texts.label(field)}: ${values[field.name] ?? ''}`)
  const address = URL.createObjectURL(new Blob([`${lines.join('\r\n')}\r\n`], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = texts.say('signup.sending.file')
  link.click()
  URL.revokeObjectURL(address)
}
