import { ActButton } from './ActButton.tsx'
import { useAdminText } from './use-admin-text.ts'

interface InStepButtonProps {
  document: { collection: string; id: string }
  /** Of the document, where several are named beside each other. */
  title?: string
  onDone: () => void
}

/** Says that a text which was left behind by the other language is right as it is. */
export const InStepButton = ({ document, title, onDone }: InStepButtonProps) => {
  const { say } = useAdminText()
  const label = say('publishingState.inStep')
  return (
    <ActButton
      name={title === undefined ? 'in-step' : `in-step-${document.collection}-${document.id}`}
      label={label}
      {...(title === undefined ? {} : { fullLabel: `${label}: ${title}` })}
      heading={say('publishingState.inStep.heading')}
      text={say('publishingState.inStep.text')}
      path="/publishing/in-step"
      body={document}
      done={say('publishingState.inStep.done')}
      onDone={onDone}
    />
  )
}
