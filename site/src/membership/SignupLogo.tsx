import { useEffect, useRef, useState } from 'react'
import { logoTypes } from 'shared/membership/logo-picture'
import type { FormField } from 'shared/membership/signup-form'
import type { SignupErrorCode } from 'shared/membership/signup-error'
import type { FormTexts } from './form-texts.ts'
import { shrinkLogo } from './shrink-logo.ts'
import { describedBy, Heading, Notes } from './SignupField.tsx'

interface Props {
  item: FormField
  id: string
  texts: FormTexts
  isLive: boolean
  value: string | null | undefined // the picture, as a data address
  wasPosted: boolean // without JavaScript, with a form that came back: a browser fills in no files
  condition: string | null
  problem: string | undefined
  onChange: (picture: string | null) => void
  onProblem: (code: SignupErrorCode) => void
}

/** Chooses a logo. In the browser it is made small, shown, and can be taken away; without JavaScript the file is posted. */
export const SignupLogo = ({ item, id, texts, isLive, value, wasPosted, condition, problem, ...props }: Props) => {
  const input = useRef<HTMLInputElement>(null)
  const [news, setNews] = useState('')
  const limits = [texts.say('signup.logo.limit'), wasPosted ? texts.say('signup.logo.again') : '', condition]
  const note = isLive ? condition : limits.filter(Boolean).join(' ')
  const help = texts.help(item)

  const take = async (file: File) => {
    const picture = await shrinkLogo(file)
    if (input.current) input.current.value = '' // the picture is kept with the answers, and a wrong file is not chosen
    if ('code' in picture) {
      props.onProblem(picture.code)
      return setNews(texts.error('logo', picture.code))
    }
    props.onChange(picture.url)
    setNews(texts.say('signup.logo.taken'))
  }
  const remove = () => {
    props.onChange(null)
    setNews(texts.say('signup.logo.removed'))
    input.current?.focus()
  }
  useEffect(() => {
    const early = isLive ? input.current?.files?.[0] : undefined // chosen before the script had taken over
    if (early) void take(early)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once
  }, [isLive])

  return (
    <div className={problem ? 'signup-field has-problem' : 'signup-field'}>
      <label htmlFor={id}>
        <Heading text={texts.label(item)} isOptional={!item.required} texts={texts} />
      </label>
      <Notes id={id} help={help} condition={note} problem={problem} texts={texts} />
      {isLive && value && (
        <div className="signup-chosen">
          <img className="signup-logo" src={value} alt={texts.say('signup.logo.preview')} />
          <button type="button" className="signup-quiet" onClick={remove}>
            {texts.say('signup.logo.remove')}
            <span className="visually-hidden"> {texts.label(item)}</span>
          </button>
        </div>
      )}
      <input
        type="file"
        name="logo"
        id={id}
        ref={input}
        className="signup-control is-wide"
        accept={logoTypes.join()}
        aria-describedby={describedBy(id, help ?? note, problem)}
        aria-invalid={problem ? true : undefined}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) void take(file)
        }}
      />
      <output className="visually-hidden">{news}</output>
    </div>
  )
}
