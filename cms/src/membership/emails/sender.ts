/** Who writes the e-mails. */
export interface Sender {
  name: string // of the organisation, in the language of the e-mail
  email: string | undefined // where answers go
  host: string // of the site; the right half of a Message-ID
  siteUrl: string // where the admin is, without a slash at the end
}
