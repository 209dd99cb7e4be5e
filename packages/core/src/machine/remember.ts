/**
 * The function with a memory: asked again with the same objects, it answers with the same answer. One answer is kept
 * for each first object, for as long as that object lives, so that thousands of people are judged when an answer
 * changed and not whenever somebody looks.
 */
export function remembering<Key extends object, Rest extends readonly unknown[], Made>(
  make: (key: Key, ...rest: Rest) => Made,
): (key: Key, ...rest: Rest) => Made {
  const known = new WeakMap<Key, { readonly rest: Rest; readonly made: Made }>()
  return (key, ...rest) => {
    const last = known.get(key)
    if (last?.rest.every((each, index) => each === rest[index])) return last.made
    const made = make(key, ...rest)
    known.set(key, { rest, made })
    return made
  }
}

/** The same, with an answer kept for each name beside the object. */
export function rememberingEach<Key extends object, Name extends string, Made>(
  make: (name: Name, key: Key) => Made,
): (name: Name, key: Key) => Made {
  const answers = remembering((_: Key) => new Map<Name, Made>())
  return (name, key) => {
    const known = answers(key)
    const before = known.get(name)
    if (before !== undefined) return before
    const made = make(name, key)
    known.set(name, made)
    return made
  }
}
