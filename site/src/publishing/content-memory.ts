/** Remembers contents up to a number of bytes; what has not been asked for the longest is forgotten first. */
export const createMemory = (mostBytes: number) => {
  const remembered = new Map<string, Buffer>() // a Map keeps its order: the oldest comes first
  let bytes = 0

  const forget = (name: string): void => {
    bytes -= remembered.get(name)?.length ?? 0
    remembered.delete(name)
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
    set: (name: string, content: Buffer): void => {
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
