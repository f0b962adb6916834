const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

const harmful = /[&<>"'\p{Cc}]/u

/** Text as it may stand in XML, inside an element or a quoted attribute; control characters, which XML forbids, are left out. */
export const escapeXml = (text: string): string =>
  harmful.test(text)
    ? text.replace(/(?![\t\n\r])\p{Cc}/gu, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
    : text
