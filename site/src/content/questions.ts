import { isDeepStrictEqual } from 'node:util'

/** Works out an answer; `note` is told everything that the answer rests on. */
export type Evaluate<Answer> = (note: (source: string) => void) => Answer

interface Question {
  evaluate: Evaluate<unknown>
  answer: unknown
  sources: Set<string>
}

/**
 * Questions that pages ask of the content, each with its answer and what the answer rests on. After a change, only the
 * questions that rest on it are worked out again, and those whose answer is another one are told.
 */
export interface Questions {
  /** The answer to a question; it is worked out the first time. One key must always mean the same question. */
  ask: <Answer>(key: string, evaluate: Evaluate<Answer>) => Answer
  /** The keys of the questions whose answers are others, now that these sources have changed. */
  changed: (sources: Iterable<string>) => string[]
  /** Everything that an answer rests on. */
  sourcesOf: (key: string) => Iterable<string>
  /** Forgets questions that nobody asks any more. */
  forget: (keys: Iterable<string>) => void
}

export const createQuestions = (): Questions => {
  const questions = new Map<string, Question>()
  const restingOn = new Map<string, Set<string>>() // keys of questions, by source

  const workOut = (key: string, question: Question): void => {
    const sources = new Set<string>()
    question.answer = question.evaluate((source) => sources.add(source))
    for (const source of question.sources) if (!sources.has(source)) restingOn.get(source)?.delete(key)
    for (const source of sources) {
      const keys = restingOn.get(source)
      if (keys) keys.add(key)
      else restingOn.set(source, new Set([key]))
    }
    question.sources = sources
  }

  return {
    ask: <Answer>(key: string, evaluate: Evaluate<Answer>): Answer => {
      let question = questions.get(key)
      if (!question) {
        question = { evaluate, answer: undefined, sources: new Set() }
        workOut(key, question)
        questions.set(key, question)
      }
      return question.answer as Answer // one key, one question: its first asker gave the type
    },
    changed: (sources) => {
      const keys = new Set<string>()
      for (const source of sources) for (const key of restingOn.get(source) ?? []) keys.add(key)
      return [...keys].filter((key) => {
        const question = questions.get(key)
        if (!question) return false
        const before = question.answer
        workOut(key, question)
        return before !== question.answer && !isDeepStrictEqual(before, question.answer)
      })
    },
    sourcesOf: (key) => questions.get(key)?.sources ?? [],
    forget: (keys) => {
      for (const key of keys) {
        for (const source of questions.get(key)?.sources ?? []) restingOn.get(source)?.delete(key)
        questions.delete(key)
      }
    },
  }
}
