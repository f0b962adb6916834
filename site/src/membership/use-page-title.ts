import { useEffect, useRef } from 'react'

/** The page's title says first that something is wrong, then which step is shown, as it is what is read out first. */
export const usePageTitle = (errorPrefix: string, hasProblems: boolean, step: string | null): void => {
  const own = useRef<string | null>(null)
  useEffect(() => {
    // A form that came back without JavaScript has the prefix already.
    own.current ??= document.title.startsWith(`${errorPrefix} `)
      ? document.title.slice(errorPrefix.length + 1)
      : document.title
    const title = step ? `${step} – ${own.current}` : own.current
    document.title = hasProblems ? `${errorPrefix} ${title}` : title
  }, [errorPrefix, hasProblems, step])
}
