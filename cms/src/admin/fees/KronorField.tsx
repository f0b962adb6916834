'use client'

import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { NumberFieldClientComponent } from 'payload'
import { languageLocales } from 'shared/languages'
import { useId, useState } from 'react'
import { useAdminText } from '../use-admin-text.ts'
import { readKronor } from './read-kronor.ts'
import './fees.css'

/** Those that are given a part of the row share it evenly. */
const sharesRow = { flex: '1 1 0', minWidth: '10em' }

/** An amount that is stored in whole öre and written in kronor, as people know amounts: `4 500` or `99,50`. */
export const KronorField: NumberFieldClientComponent = ({ field, path: pathFromProps, readOnly }) => {
  const id = useId()
  const { language, say } = useAdminText()
  const { path, value, setValue, showError } = useField<number | string | null>({ potentiallyStalePath: pathFromProps })
  const [written, setWritten] = useState<string | null>(null)

  const stored = typeof value === 'number' ? sayKronor(value, languageLocales[language]) : String(value ?? '')

  const write = (text: string) => {
    setWritten(text)
    // What cannot be read stays as it is written, so that the field is refused with its reason rather than emptied.
    setValue(text.trim() === '' ? null : (readKronor(text) ?? text))
  }

  return (
    <div className={`field-type kronor ${showError ? 'error' : ''}`} style={field.admin?.width ? sharesRow : undefined}>
      <FieldLabel htmlFor={id} label={field.label} required={field.required} />
      <div className="field-type__wrap kronor__wrap">
        <FieldError path={path} showError={showError} />
        <input
          id={id}
          className="kronor__input"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          disabled={readOnly || field.admin?.readOnly}
          value={written ?? stored}
          onChange={({ target }) => write(target.value)}
          onBlur={() => setWritten(null)}
        />
        <span className="kronor__unit">{say('fees.kronor')}</span>
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}

const sayKronor = (amount: number, locale: string): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: amount % 100 === 0 ? 0 : 2 }).format(amount / 100)
