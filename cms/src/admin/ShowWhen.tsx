'use client'

import { SelectInput, useAllFormFields, useConfig, useField, useLocale } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { type Decider, decidersBefore } from './form-items.ts'
import { useAdminText } from './use-admin-text.ts'

interface Props {
  path: string
  readOnly?: boolean
}

const valueOf = (option: unknown): string | null => {
  const value: unknown = typeof option === 'object' && option !== null && 'value' in option ? option.value : null
  return typeof value === 'string' ? value : null
}

/** Which earlier field or question decides whether an item is shown. */
export const ShowWhenName = ({ path: stalePath, readOnly = false }: Props) => {
  const { path, value, setValue } = useField<string | null>({ potentiallyStalePath: stalePath })
  const [fields, dispatch] = useAllFormFields()
  const { language, say } = useAdminText()
  const deciders = decidersBefore(fields, path, language)
  const isKnown = !value || deciders.some(({ name }) => name === value)
  if (deciders.length === 0 && !value) return <p>{say('signupForms.showWhen.none')}</p>
  return (
    <SelectInput
      name={path}
      path={path}
      readOnly={readOnly}
      isClearable
      label={say('signupForms.showWhen.name')}
      placeholder={say('signupForms.showWhen.always')}
      options={[
        ...deciders.map(({ name, label }) => ({ value: name, label })),
        ...(isKnown ? [] : [{ value, label: say('signupForms.showWhen.unknown', { name: value }) }]),
      ]}
      value={value ?? ''}
      onChange={(option) => {
        setValue(valueOf(option))
        // The answers belong to what was chosen before.
        dispatch({ type: 'UPDATE', path: path.replace(/\.name$/, '.is'), value: null })
      }}
    />
  )
}

const plansSchema = z.object({ docs: z.array(z.object({ slug: z.string(), name: z.string().nullish() })) })

/** The plans by name, asked for when an item depends on them. */
const usePlans = (wanted: boolean): { value: string; label: string }[] => {
  const { config } = useConfig()
  const { code: locale } = useLocale()
  const [plans, setPlans] = useState<{ value: string; label: string }[]>([])
  useEffect(() => {
    if (!wanted) return
    const asked = new AbortController()
    const ask = async () => {
      const address = `${config.routes.api}/plans?depth=0&limit=100&locale=${locale}`
      const response = await fetch(address, { signal: asked.signal })
      const { docs } = plansSchema.parse(await response.json())
      setPlans(docs.map(({ slug, name }) => ({ value: slug, label: name ?? slug })))
    }
    ask().catch(() => setPlans([])) // what is chosen stays; the choice is there again after a reload
    return () => asked.abort()
  }, [config.routes.api, locale, wanted])
  return plans
}

const answersSchema = z.array(z.string()).catch([])

/** Which answers to that field or question show the item. */
export const ShowWhenAnswers = ({ path: stalePath, readOnly = false }: Props) => {
  const { path, value, setValue } = useField<unknown>({ potentiallyStalePath: stalePath })
  const [fields] = useAllFormFields()
  const { language, say } = useAdminText()
  const name: unknown = fields[path.replace(/\.is$/, '.name')]?.value
  const decider: Decider | undefined = decidersBefore(fields, path, language).find((each) => each.name === name)
  const plans = usePlans(decider?.answers === 'plans')
  if (!decider) return null
  const chosen = answersSchema.parse(value)
  const possible = decider.answers === 'plans' ? plans : decider.answers
  const unknown = chosen.filter((answer) => !possible.some((option) => option.value === answer))
  return (
    <SelectInput
      name={path}
      path={path}
      readOnly={readOnly}
      hasMany
      label={say('signupForms.showWhen.is')}
      options={[...possible, ...unknown.map((answer) => ({ value: answer, label: answer }))]}
      value={chosen}
      onChange={(options: unknown) =>
        setValue((Array.isArray(options) ? options : []).map(valueOf).filter((answer) => answer !== null))
      }
    />
  )
}
