/** What the API answered. */
export interface Answer {
  status: number
  headers: Headers
  text: string
  /** The JSON in it; undefined when it is none. */
  body: unknown
}

/** Reads an answer to its end. */
export const readAnswer = async (response: Response): Promise<Answer> => {
  const text = await response.text()
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    body = undefined
  }
  return { status: response.status, headers: response.headers, text, body }
}
