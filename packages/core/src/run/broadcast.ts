/** Listeners that do not disturb each other: one that throws does not keep the others from being told. */
export function createBroadcast<T>(onError: (error: unknown) => void) {
  const listeners = new Set<(message: T) => void>()
  return {
    isHeard: () => listeners.size > 0,
    tell(message: T): void {
      for (const listener of [...listeners]) {
        try {
          listener(message)
        } catch (error) {
          onError(error)
        }
      }
    },
    listen(listener: (message: T) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
