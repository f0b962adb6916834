/**
 * Says a sentence of the translations as i18next does where it only fills in `{{name}}`, and weighs nothing. For what
 * runs in a visitor's browser, whose sentences need no more than that; everything else uses `translateTo`.
 * @example fillIn('Steg {{number}} av {{count}}', { number: 1, count: 4 }) // 'Steg 1 av 4'
 */
export const fillIn = (sentence: string, values: Record<string, string | number> = {}): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
