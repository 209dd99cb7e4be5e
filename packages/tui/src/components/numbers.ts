const mostParts = 8

/** `2, 3, 7–25, …`: which of many, in little room. */
export function numbersText(numbers: readonly number[]): string {
  const runs: { from: number; to: number }[] = []
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && number === last.to + 1) last.to = number
    else runs.push({ from: number, to: number })
  }
  const parts = runs.flatMap(({ from, to }) => {
    if (from === to) return [`${from}`]
    return to === from + 1 ? [`${from}`, `${to}`] : [`${from}–${to}`]
  })
  return [...parts.slice(0, mostParts), ...(parts.length > mostParts ? ['…'] : [])].join(', ')
}
