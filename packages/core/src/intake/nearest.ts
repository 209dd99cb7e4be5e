/** The candidate that was probably meant: at most a third of its letters differ. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = fold(word)
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: distance(wanted, fold(candidate)) }))
    .sort((a, b) => a.distance - b.distance)
  const best = ranked[0]
  return best !== undefined && best.distance <= best.candidate.length / 3 ? best.candidate : undefined
}

function fold(word: string): string {
  return word
    .slice(0, 40)
    .toLowerCase()
    .replaceAll(/[-_\s]/g, '')
}

/** Letters to insert, delete, replace or swap with their neighbor. */
function distance(from: string, to: string): number {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const replacing = cell(last, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1)
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      const swapping = isSwap ? cell(beforeLast, j - 2) + 1 : Number.POSITIVE_INFINITY
      row.push(Math.min(cell(row, j - 1) + 1, cell(last, j) + 1, replacing, swapping))
    }
    beforeLast = last
    last = row
  }
  return cell(last, to.length)
}

function cell(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
