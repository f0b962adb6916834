import type { SignupErrors } from 'shared/membership/signup-error'
import type { SignupRequest } from 'shared/membership/signup'
import { createProver } from './prove-work.ts'
import { createSignupSender, type SendingState } from './send-signup.ts'
import { forgetDraft, keepDraft, newDraft, readDraft } from './signup-draft.ts'
import type { SignupValues } from './signup-request.ts'

/** How it stands with one signup in this tab of the browser. */
export interface SessionState {
  isLive: boolean // the script has taken over the form
  place: number // of the step that is shown; after the last one, the check of the answers
  isChanging: boolean // came from the check of the answers to change something, and goes back there
  timesMoved: number // each time moves the focus to the step's heading
  sending: SendingState
  problems: SignupErrors // as of the last time it was sent
  refused: SignupErrors // those of them that the server found
  timesRefused: number // each time moves the focus to what is wrong
  kept: SignupValues | null // what was written before the page was loaded
  wasOnItsWay: boolean // it was being sent when the page was loaded, so it is sent on
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
    isLive: false,
    place: 0,
    isChanging: false,
    timesMoved: 0,
    sending: { step: 'editing' },
    problems: posted,
    refused: posted,
    timesRefused: wasPosted ? 1 : 0,
    kept: null,
    wasOnItsWay: false,
  }

  const change = (changed: Partial<SessionState>) => {
    state = { ...state, ...changed }
    listeners.forEach((listener) => listener())
  }
  /** A page that is loaded again sends on what was on its way, and nothing else. */
  const noteOnItsWay = (isOnItsWay: boolean) => {
    if ((draft.isOnItsWay ?? false) === isOnItsWay) return
    draft = { ...draft, isOnItsWay }
    keepDraft(form, draft)
  }
  const prover = createProver(`${action}/token`)
  const onSending = (sending: SendingState) => {
    if (sending.step === 'stored') keepDraft(form, { ...newDraft(), reference: sending.reference })
    if (answered.includes(sending.step)) noteOnItsWay(false)
    if (sending.step !== 'refused') return change({ sending })
    change({ sending, problems: sending.errors, refused: sending.errors, timesRefused: state.timesRefused + 1 })
  }
  const sender = createSignupSender(action, onSending, prover.finish)
  /** What the server wants to see of a browser is made while the person writes. */
  const prove = async () => {
    const { key } = draft
    const token = await prover.begin(key, draft.token)
    if (!token || draft.key !== key || draft.token?.token === token.token) return
    draft = { ...draft, token }
    if (state.sending.step !== 'stored') keepDraft(form, draft)
  }

  const open = () => {
    isOpen = true
    const kept = readDraft(form)
    if (kept?.reference) {
      // Back or reload after sending shows the receipt again, not a form that could be sent twice.
      if (isArrival()) forgetDraft(form)
      else change({ sending: { step: 'stored', reference: kept.reference } })
    } else if (kept) {
      draft = kept
      const place = placeIn(history.state, form) ?? kept.place ?? 0
      change({ place, ...(wasPosted ? {} : { kept: kept.values, wasOnItsWay: kept.isOnItsWay ?? false }) })
      if (Object.keys(kept.values).length > 0) void prove()
    }
    change({ isLive: true })
  }
  const goBack = (event: PopStateEvent) => {
    const place = placeIn(event.state, form)
    if (place === null || place === state.place) return // the way to a place on the page, or on another page
    draft = { ...draft, place }
    change({ place, isChanging: false, problems: {}, timesMoved: state.timesMoved + 1 })
  }
  /** The step is a new entry of the browser's history, and the one before it is remembered too. */
  const remember = (place: number) => {
    history.replaceState(withPlace(form, state.place), '')
    history.pushState(withPlace(form, place), '')
    draft = { ...draft, place }
    keepDraft(form, draft)
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
      window.addEventListener('popstate', goBack)
      window.addEventListener('pointerdown', press, true)
      window.addEventListener('pointerup', release, true)
      window.addEventListener('pointercancel', release, true)
      document.addEventListener('visibilitychange', hurry)
      if (!isOpen) open()
      return () => {
        listeners.delete(listener)
        window.removeEventListener('online', hurry)
        window.removeEventListener('popstate', goBack)
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
      void prove()
    },
    /** On to another step, or back; the browser's own way back leads here again. */
    goTo: (place: number, isChanging = false): void => {
      remember(place)
      change({ place, isChanging, problems: {}, timesMoved: state.timesMoved + 1 })
    },
    /** Shows the step of something that is wrong, which keeps the focus. */
    show: (place: number): void => {
      if (place === state.place) return
      remember(place)
      change({ place })
    },
    send: (request: SignupRequest): void => {
      change({ problems: {} })
      noteOnItsWay(true)
      sender.send(request, draft.key)
    },
    /** Does what may move the page: a message that comes or goes under a pressed finger would let the click miss. */
    whenReleased: (act: () => void): void => {
      if (isPressed) afterPress.push(act)
      else act()
    },
    /** It could not be sent as it is. */
    refuse: (problems: SignupErrors): void => {
      noteOnItsWay(false)
      change({ problems, timesRefused: state.timesRefused + 1 })
    },
    /** After the receipt: an empty form, and another signup. */
    startAgain: (): void => {
      forgetDraft(form)
      draft = newDraft()
      history.replaceState(withPlace(form, 0), '')
      change({ sending: { step: 'editing' }, problems: {}, refused: {}, kept: null, wasOnItsWay: false, place: 0 })
    },
  }
}

/** What ends the sending without a receipt; it is sent again when the person says so. */
const answered: SendingState['step'][] = ['changed', 'refused', 'too-many', 'unexpected']

/** The step that the browser remembers for an entry of its history. */
const placeIn = (state: unknown, form: string): number | null => {
  if (typeof state !== 'object' || state === null || !('signup' in state)) return null
  const { signup } = state
  if (typeof signup !== 'object' || signup === null || !('form' in signup) || !('place' in signup)) return null
  return signup.form === form && typeof signup.place === 'number' ? signup.place : null
}

const withPlace = (form: string, place: number) => ({ ...history.state, signup: { form, place } })

/** Has the reader come here by a link or an address, rather than by Back or by loading the page again? */
const isArrival = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'navigate')
