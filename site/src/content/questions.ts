import { isDeepStrictEqual } from 'node:util'

/** Works out an answer; `note` is told everything that the answer rests on. */
export type Evaluate<Answer> = (note: (source: string) => void) => Answer

/** An answer, and the number of its question. */
export interface Answered<Answer> {
  question: number
  answer: Answer
}

interface Question {
  number: number
  evaluate: Evaluate<unknown>
  answer: unknown
  sources: string[]
}

/**
 * Questions that pages ask of the content, each with its answer and what the answer rests on. After a change, only the
 * questions that rest on it are worked out again, and those whose answer is another one are told.
 */
export interface Questions {
  /** The answer to a question; it is worked out the first time. One key must always mean the same question. */
  ask: <Answer>(key: string, evaluate: Evaluate<Answer>) => Answered<Answer>
  /** The questions whose answers are others, now that these sources have changed. */
  changed: (sources: Iterable<string>) => number[]
  /** Everything that an answer rests on. */
  sourcesOf: (question: number) => Iterable<string>
}

export const createQuestions = (): Questions => {
  const byKey = new Map<string, Question>()
  const byNumber: Question[] = []
  const restingOn = new Map<string, Set<Question>>() // by source

  const workOut = (question: Question): void => {
    const sources = new Set<string>()
    question.answer = question.evaluate((source) => sources.add(source))
    for (const source of question.sources) if (!sources.has(source)) restingOn.get(source)?.delete(question)
    for (const source of sources) {
      const resting = restingOn.get(source)
      if (resting) resting.add(question)
      else restingOn.set(source, new Set([question]))
    }
    question.sources = [...sources]
  }

  return {
    ask: <Answer>(key: string, evaluate: Evaluate<Answer>): Answered<Answer> => {
      let question = byKey.get(key)
      if (!question) {
        question = { number: byNumber.length, evaluate, answer: undefined, sources: [] }
        workOut(question)
        byKey.set(key, question)
        byNumber.push(question)
      }
      return { question: question.number, answer: question.answer as Answer } // one key, one question, one type
    },
    changed: (sources) => {
      const touched = new Set<Question>()
      for (const source of sources) for (const question of restingOn.get(source) ?? []) touched.add(question)
      return [...touched].flatMap((question) => {
        const before = question.answer
        workOut(question)
        const isSame = before === question.answer || isDeepStrictEqual(before, question.answer)
        if (isSame) question.answer = before // so that what rests on it finds the very same
        return isSame ? [] : [question.number]
      })
    },
    sourcesOf: (question) => byNumber[question]?.sources ?? [],
  }
}
