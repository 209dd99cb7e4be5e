import fc from 'fast-check'

/** What a line of a journal may come to be. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Puts a value in the place of another one, anywhere inside. */
function replaced(value: Json, path: number, by: Json): Json {
  if (typeof value !== 'object' || value === null || path === 0) return by
  const keys = Object.keys(value)
  const key = keys[path % Math.max(1, keys.length)]
  if (key === undefined) return by
  const inside = replaced((value as Record<string, Json>)[key] ?? null, Math.floor(path / keys.length), by)
  return Array.isArray(value) ? value.with(Number(key), inside) : { ...value, [key]: inside }
}

/** Lines of a journal of that length taken out, doubled, put elsewhere, cut off or changed inside. */
export function changesOf(length: number) {
  const at = fc.nat(length - 1)
  return fc.oneof(
    at.map((index) => (lines: Json[]) => lines.toSpliced(index, 1)),
    at.map((index) => (lines: Json[]) => lines.toSpliced(index, 0, lines[index] ?? null)),
    fc.tuple(at, at).map(
      ([from, to]) =>
        (lines: Json[]) =>
          lines.with(from % lines.length, lines[to] ?? null),
    ),
    at.map((last) => (lines: Json[]) => lines.slice(0, last + 1)),
    fc
      .tuple(at, fc.nat(50_000), fc.constantFrom<Json>(null, true, 7, 'x', [], {}, [null], { a: [] }))
      .map(([index, path, by]) => (lines: Json[]) => {
        const place = index % lines.length
        return lines.with(place, replaced(lines[place] ?? null, path, by))
      }),
  )
}
