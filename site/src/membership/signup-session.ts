import type { SignupErrors } from 'shared/membership/signup-error'
import type { SignupRequest } from 'shared/membership/signup'
import { createSignupSender, type SendingState } from './send-signup.ts'
import { forgetDraft, keepDraft, newDraft, readDraft } from './signup-draft.ts'
import type { SignupValues } from './signup-request.ts'

/** How it stands with one signup in this tab of the browser. */
export interface SessionState {
  sending: SendingState
  problems: SignupErrors // as of the last time it was sent
  refused: SignupErrors // those of them that the server found
  timesRefused: number // each time moves the focus to what is wrong
  kept: SignupValues | null // what was written before the page was loaded
}

/**
 * One signup, from the first letter to the receipt: what is kept of it, its sending, and what is wrong with it. React reads
 * it by `useSyncExternalStore`; nothing of the browser is touched before `subscribe`, so the server can render it too.
 */
export const createSignupSession = (form: string, action: string, posted: SignupErrors = {}) => {
  const listeners = new Set<() => void>()
  const wasPosted = Object.keys(posted).length > 0
  let draft = newDraft()
  let isOpen = false
  let state: SessionState = {
    sending: { step: 'editing' },
    problems: posted,
    refused: posted,
    timesRefused: wasPosted ? 1 : 0,
    kept: null,
  }

  const change = (changed: Partial<SessionState>) => {
    state = { ...state, ...changed }
    listeners.forEach((listener) => listener())
  }
  const sender = createSignupSender(action, (sending) => {
    if (sending.step === 'stored') keepDraft(form, { ...newDraft(), reference: sending.reference })
    if (sending.step !== 'refused') return change({ sending })
    change({ sending, problems: sending.errors, refused: sending.errors, timesRefused: state.timesRefused + 1 })
  })

  const open = () => {
    isOpen = true
    const kept = readDraft(form)
    if (kept?.reference) {
      // Back or reload after sending shows the receipt again, not a form that could be sent twice.
      if (isArrival()) forgetDraft(form)
      else change({ sending: { step: 'stored', reference: kept.reference } })
    } else if (kept) {
      draft = kept
      if (!wasPosted) change({ kept: kept.values })
    }
  }
  let isPressed = false
  const afterPress: (() => void)[] = []
  const press = () => {
    isPressed = true
  }
  const release = () => {
    isPressed = false
    setTimeout(() => afterPress.splice(0).forEach((act) => act())) // once the click has reached what was pressed
  }
  const hurry = () => {
    if (document.visibilityState === 'visible') sender.hurry()
  }

  return {
    read: (): SessionState => state,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      window.addEventListener('online', hurry)
      window.addEventListener('pointerdown', press, true)
      window.addEventListener('pointerup', release, true)
      window.addEventListener('pointercancel', release, true)
      document.addEventListener('visibilitychange', hurry)
      if (!isOpen) open()
      return () => {
        listeners.delete(listener)
        window.removeEventListener('online', hurry)
        window.removeEventListener('pointerdown', press, true)
        window.removeEventListener('pointerup', release, true)
        window.removeEventListener('pointercancel', release, true)
        document.removeEventListener('visibilitychange', hurry)
        sender.stop()
      }
    },
    /** Something was written. */
    edit: (values: SignupValues): void => {
      draft = { ...draft, values }
      keepDraft(form, draft)
      sender.change()
    },
    send: (request: SignupRequest): void => {
      change({ problems: {} })
      sender.send(request, draft.key)
    },
    /** Does what may move the page: a message that comes or goes under a pressed finger would let the click miss. */
    whenReleased: (act: () => void): void => {
      if (isPressed) afterPress.push(act)
      else act()
    },
    /** It could not be sent as it is. */
    refuse: (problems: SignupErrors): void => change({ problems, timesRefused: state.timesRefused + 1 }),
    /** After the receipt: an empty form, and another signup. */
    startAgain: (): void => {
      forgetDraft(form)
      draft = newDraft()
      change({ sending: { step: 'editing' }, problems: {}, refused: {}, kept: null })
    },
  }
}

/** Has the reader come here by a link or an address, rather than by Back or by loading the page again? */
const isArrival = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'navigate')
