const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Text as it may stand in XML, inside an element or a quoted attribute; characters that XML forbids are left out. */
export const escapeXml = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- these are the characters to leave out
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
