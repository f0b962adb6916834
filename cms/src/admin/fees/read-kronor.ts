/**
 * Reads an amount in kronor as people write it and gives it in öre; null when it is none.
 * @example readKronor('4 500,50') // 450050
 */
export const readKronor = (text: string): number | null => {
  const written = text.replace(/\s|kr$|SEK/giu, '').replace(/:-$/, '')
  const parts = /^(?<kronor>\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](?<ore>\d{1,2}))?$/.exec(written)?.groups
  if (!parts?.['kronor']) return null
  const amount = Number(parts['kronor'].replace(/[.,]/g, '')) * 100 + Number((parts['ore'] ?? '').padEnd(2, '0'))
  return Number.isSafeInteger(amount) ? amount : null
}
