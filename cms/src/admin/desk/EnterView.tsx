import { notFound } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import { EnterSignup } from './EnterSignup.tsx'

/** Where a signup is entered by hand; for others than those who handle memberships there is nothing here. */
export const EnterView = ({ initPageResult }: AdminViewServerProps) => {
  if (!initPageResult.permissions.collections?.['signups']?.read) notFound()
  return <EnterSignup />
}
