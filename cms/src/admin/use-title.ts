import { useEffect } from 'react'

/** Names the page in the browser's tab and history, where several signups or documents may be open side by side. */
export const useTitle = (title: string): void => {
  useEffect(() => {
    if (title === '') return
    const named = `${title} – Klusterwebb`
    const name = () => {
      if (document.title !== named) document.title = named
    }
    name()
    const observer = new MutationObserver(name) // the admin writes its own title whenever it renders
    observer.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => observer.disconnect()
  }, [title])
}
