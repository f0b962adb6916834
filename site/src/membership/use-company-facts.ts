import { useEffect, useRef, useState } from 'react'
import {
  type CompanyFacts,
  fieldsToFill,
  type RegisteredField,
  registeredFields,
} from 'shared/membership/company-facts'
import { readOrganisationNumber } from 'shared/membership/organisation-number'
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

/** What the register changed in the form, to be told: the fields that it filled in, emptied, and left as a person wrote them. */
export interface LookedUp {
  filled: RegisteredField[]
  emptied: RegisteredField[]
  kept: RegisteredField[]
}

const nothing: LookedUp = { filled: [], emptied: [], kept: [] }

/**
 * Fills in what a company register knows of the number that was written, where nothing was written yet. When the number is
 * corrected, what came of the one before goes. Tells which fields it changed, so that somebody looks at them; when there is
 * no register, or it does not answer, nobody notices.
 */
export const useCompanyFacts = ({ isLive, action, items, number, read, write }: Options): LookedUp => {
  const [told, setTold] = useState(nothing)
  const before = useRef<{ digits: string; facts: CompanyFacts } | null>(null)
  const form = useRef({ items, read, write })
  useEffect(() => {
    form.current = { items, read, write }
  })
  useEffect(() => {
    const digits = readOrganisationNumber(number ?? '')?.digits
    if (!isLive || !number || !digits) return
    const asks = (name: RegisteredField) =>
      form.current.items.some((item) => item.blockType === 'field' && item.name === name)
    let isLeft = false
    const timer = setTimeout(async () => {
      const facts = await lookUpCompany(action, number)
      if (isLeft) return
      const earlier = before.current
      const isCorrected = earlier !== null && earlier.digits !== digits
      const names = registeredFields.filter(asks)
      const written = Object.fromEntries(names.map((name) => [name, form.current.read(name)]))
      const changes = fieldsToFill(facts, written, isCorrected ? earlier.facts : {})
      before.current = { digits, facts }
      for (const name of names) if (changes[name] !== undefined) form.current.write(name, changes[name])
      const changed = names.filter((name) => changes[name] !== undefined)
      const hadFacts = earlier !== null && names.some((name) => earlier.facts[name])
      if (changed.length === 0 && !isCorrected) return
      setTold({
        filled: changed.filter((name) => changes[name]),
        emptied: changed.filter((name) => !changes[name]),
        kept: isCorrected && hadFacts ? names.filter((name) => written[name]?.trim() && !changed.includes(name)) : [],
      })
    }, pauseMilliseconds)
    return () => {
      isLeft = true
      clearTimeout(timer)
    }
  }, [isLive, action, number])
  return told
}
