import { useEffect, useRef, useState } from 'react'
import { type RegisteredField, registeredFields } from 'shared/membership/company-facts'
import type { FormItem } from 'shared/membership/signup-form'
import { lookUpCompany } from './look-up-company.ts'

const pauseMilliseconds = 400 // until somebody has written the number to its end

interface Options {
  isLive: boolean
  action: string // where the form is sent
  items: FormItem[] // that are shown
  number: string | undefined
  read: (name: RegisteredField) => string
  write: (name: RegisteredField, value: string) => void
}

/**
 * Fills in what a company register knows of the number that was written, where nothing was written yet. Tells which fields
 * it filled in, so that somebody looks at them; when there is no register, or it does not answer, nobody notices.
 */
export const useCompanyFacts = ({ isLive, action, items, number, read, write }: Options): RegisteredField[] => {
  const [filled, setFilled] = useState<RegisteredField[]>([])
  const form = useRef({ items, read, write })
  useEffect(() => {
    form.current = { items, read, write }
  })
  useEffect(() => {
    if (!isLive || !number) return
    const asks = (name: RegisteredField) =>
      form.current.items.some((item) => item.blockType === 'field' && item.name === name)
    const written = () =>
      Object.fromEntries(registeredFields.filter(asks).map((name) => [name, form.current.read(name)]))
    let isLeft = false
    const timer = setTimeout(async () => {
      const facts = await lookUpCompany(action, number, written())
      const names = registeredFields.filter((name) => facts[name] && !form.current.read(name).trim())
      if (isLeft || names.length === 0) return
      for (const name of names) form.current.write(name, facts[name] ?? '')
      setFilled(names)
    }, pauseMilliseconds)
    return () => {
      isLeft = true
      clearTimeout(timer)
    }
  }, [isLive, action, number])
  return filled
}
