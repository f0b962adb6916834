import { Button, ConfirmationModal, toast, useConfig, useModal } from '@payloadcms/ui'
import { z } from 'zod'
import { useAdminText } from './use-admin-text.ts'

interface ActButtonProps {
  /** Tells the confirmation apart from others on the page. */
  name: string
  label: string
  /** What a screen reader says instead, where the label alone does not tell what is meant. */
  fullLabel?: string
  /** What will happen, asked before it does. */
  heading: string
  text: string
  /** Below the API, such as `/publishing/rebuild`. */
  path: string
  body?: object
  /** Said once the CMS has agreed. */
  done: string
  onDone: () => void
}

const refusalSchema = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) })

/** A button that asks first, and then asks the CMS to do it. */
export const ActButton = ({ name, label, fullLabel, heading, text, path, body, done, onDone }: ActButtonProps) => {
  const { config } = useConfig()
  const { openModal } = useModal()
  const { say, language } = useAdminText()

  const act = async () => {
    try {
      const response = await fetch(`${config.routes.api}${path}`, {
        method: 'POST',
        headers: { 'accept-language': language, 'content-type': 'application/json' },
        body: JSON.stringify(body ?? {}),
      })
      if (response.ok) {
        toast.success(done)
        onDone()
        return
      }
      const refusal = refusalSchema.safeParse(await response.json().catch(() => null))
      toast.error(refusal.data?.errors[0]?.message ?? say('dashboard.refused'))
    } catch {
      toast.error(say('dashboard.refused'))
    }
  }

  return (
    <>
      <Button
        buttonStyle="secondary"
        size="small"
        margin={false}
        onClick={() => openModal(name)}
        extraButtonProps={fullLabel ? { 'aria-label': fullLabel } : {}}
      >
        {label}
      </Button>
      <ConfirmationModal
        modalSlug={name}
        heading={heading}
        body={text}
        confirmLabel={label}
        cancelLabel={say('dashboard.cancel')}
        onConfirm={act}
      />
    </>
  )
}
