/** What a mail server meant by refusing an e-mail, as far as what it answered tells: servers say it in English and in codes. */
export const whyUndelivered = (answer: string): 'address' | 'full' | 'refused' | 'unknown' => {
  if (/\b5\.1\.\d|no such user|user unknown|unknown user|does not exist/i.test(answer)) return 'address'
  if (/\b[45]\.2\.2\b|quota|mailbox (is )?full/i.test(answer)) return 'full'
  return /\b5\.7\.\d|denied|blocked|spam/i.test(answer) ? 'refused' : 'unknown'
}
