const mostNewcomers = 1000

/**
 * Remembers contents up to a number of bytes; what has not been asked for the longest is forgotten first. A content is kept
 * from the second time on, so that who reads every page once, as search engines do, drives out nothing that is asked for often.
 */
export const createMemory = (mostBytes: number) => {
  const remembered = new Map<string, Buffer>() // a Map keeps its order, as a Set does: the oldest comes first
  const newcomers = new Set<string>()
  let bytes = 0

  const forget = (name: string): void => {
    bytes -= remembered.get(name)?.length ?? 0
    remembered.delete(name)
  }

  const isNewcomer = (name: string): boolean => {
    if (newcomers.delete(name) || remembered.has(name)) return false
    newcomers.add(name)
    for (const oldest of newcomers) {
      if (newcomers.size <= mostNewcomers) break
      newcomers.delete(oldest)
    }
    return true
  }

  return {
    get: (name: string): Buffer | undefined => {
      const content = remembered.get(name)
      if (content) {
        remembered.delete(name)
        remembered.set(name, content)
      }
      return content
    },
    offer: (name: string, content: Buffer): void => {
      if (isNewcomer(name)) return
      forget(name)
      remembered.set(name, content)
      bytes += content.length
      for (const oldest of remembered.keys()) {
        if (bytes <= mostBytes) return
        forget(oldest)
      }
    },
  }
}
