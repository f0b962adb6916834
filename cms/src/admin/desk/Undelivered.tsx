import { useDeskText } from './use-desk-text.ts'
import { whyUndelivered } from './why-undelivered.ts'

/** Why an e-mail could not be delivered, in words, and what the server answered. */
export const Undelivered = ({ answer }: { answer: string }) => {
  const { say } = useDeskText()
  return (
    <>
      <span>{say(`desk.email.why.${whyUndelivered(answer)}`)}</span>
      <span className="desk__reason">{answer}</span>
    </>
  )
}
