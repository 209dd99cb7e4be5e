import PQueue from 'p-queue'

/** From so many on, the list is tried before single look-ups. */
const many = 41

export interface Gathering<T> {
  readonly wanted: readonly string[]
  readonly lookUp: (key: string) => Promise<T | undefined>
  /** Everything there is, in pages. */
  readonly pages: () => AsyncIterable<readonly T[]>
  readonly keysOf: (item: T) => readonly string[]
  readonly concurrency: number
  readonly signal: AbortSignal
}

/**
 * Finds the wanted among all there is, by key, with as few calls as can be known beforehand. A few are looked up one
 * by one; for many the list is read, until all are found or it has cost as much as looking them all up would have.
 */
export async function gather<T>(gathering: Gathering<T>): Promise<ReadonlyMap<string, T>> {
  const found = new Map<string, T>()
  const isListRead = gathering.wanted.length >= many && (await readList(gathering, found))
  if (!isListRead) await lookUpMissing(gathering, found)
  return found
}

/** Whether the list was read as far as needed. */
async function readList<T>({ wanted, pages, keysOf }: Gathering<T>, found: Map<string, T>): Promise<boolean> {
  const missing = new Set(wanted)
  let cost = 0
  for await (const page of pages()) {
    for (const item of page) {
      for (const key of keysOf(item)) {
        if (missing.delete(key)) found.set(key, item)
      }
    }
    cost += 1
    if (missing.size === 0) return true
    if (cost >= wanted.length) return false
  }
  return true
}

async function lookUpMissing<T>(gathering: Gathering<T>, found: Map<string, T>): Promise<void> {
  const missing = gathering.wanted.filter((key) => !found.has(key))
  await inParallel(missing, gathering, async (key) => {
    const item = await gathering.lookUp(key)
    if (item !== undefined) found.set(key, item)
  })
}

/** Runs the work on every item, a few at a time; the first failure ends it. */
export async function inParallel<T, R>(
  items: readonly T[],
  { concurrency, signal }: { readonly concurrency: number; readonly signal: AbortSignal },
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const queue = new PQueue({ concurrency })
  try {
    return await queue.addAll(
      items.map((item) => () => work(item)),
      { signal },
    )
  } finally {
    queue.clear()
  }
}
