/** What may be logged of an error: the message of a database's error can hold what a person wrote, its code cannot. */
export const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown'
  const cause = error.cause instanceof Error ? error.cause : error
  const code = 'code' in cause ? cause.code : undefined
  return typeof code === 'string' || typeof code === 'number' ? String(code) : cause.name
}
