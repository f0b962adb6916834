const hostPattern = /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{2,59})$/
const localPartPattern = /^(?!\.)(?!.*\.\.)[\w.!#$%&'*+/=?^`{|}~-]{1,64}(?<!\.)$/

/** A host as the net knows it: small letters, å ä ö in punycode. Null when it is no public host name. */
const readHost = (text: string): string | null => {
  if (/[\s/?#@:\\[\]%]/.test(text) || !URL.canParse(`http://${text}`)) return null
  const { hostname } = new URL(`http://${text}`)
  return hostPattern.test(hostname) ? hostname : null
}

/**
 * Reads one e-mail address, or gives null when mail could not be sent there. Names, lists and quoted forms are refused,
 * so that an address can never become two.
 * @example readEmailAddress('Anna.Ek@Företag.example') // 'Anna.Ek@xn--fretag-wxa.example'
 */
export const readEmailAddress = (text: string): string | null => {
  const at = text.lastIndexOf('@')
  const localPart = text.slice(0, at)
  const host = at > 0 ? readHost(text.slice(at + 1)) : null
  if (!host || !localPartPattern.test(localPart)) return null
  const address = `${localPart}@${host}`
  return address.length <= 254 ? address : null
}

/**
 * Reads the address of a web site, with or without `https://`, or gives null when it cannot be one.
 * @example readWebAddress('www.example.org') // 'https://www.example.org/'
 */
export const readWebAddress = (text: string): string | null => {
  const written = /^https?:\/\//i.test(text) ? text : `https://${text}`
  if (/\s/.test(written) || !URL.canParse(written)) return null
  const address = new URL(written)
  const isPlain = address.username === '' && address.password === '' && readHost(address.hostname) !== null
  return isPlain ? address.href : null
}
