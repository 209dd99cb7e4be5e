export type Delimiter = ',' | ';' | '\t'

export const delimiters: readonly Delimiter[] = [',', ';', '\t']

export interface Dialect {
  readonly delimiter: Delimiter
  /** Why this delimiter: Excel's `sep=` line, what the header and the rows have, someone's choice, or nothing speaks. */
  readonly reason: 'sep-line' | 'header-and-rows' | 'chosen' | 'single-column'
  /** How often each stands in the header, outside quotes. */
  readonly counts: Readonly<Record<Delimiter, number>>
  /** Where the header begins: behind a `sep=` line. */
  readonly start: number
  /** Lines of the file before the header. */
  readonly skippedLines: number
}

/** How much of a file is looked at. */
const sample = { lines: 50, characters: 200_000 }

/** Finds what stands between cells: the header decides, rows with as many of it as the header confirm. */
export function sniffDialect(text: string, chosen?: Delimiter): Dialect {
  const sepLine = /^"?sep=([,;\t])"?[,;\t]*(?:\r\n|\n|\r)/i.exec(text)
  const start = sepLine?.[0].length ?? 0
  const lines = countLines(text, start)
  const [header = none] = lines
  const found = { counts: header, start, skippedLines: sepLine === null ? 0 : 1 }
  const named = delimiters.find((delimiter) => delimiter === sepLine?.[1])
  if (chosen !== undefined) return { delimiter: chosen, reason: 'chosen', ...found }
  if (named !== undefined) return { delimiter: named, reason: 'sep-line', ...found }
  const best = delimiters.toSorted((a, b) => score(b, lines) - score(a, lines))[0] ?? ','
  return header[best] === 0
    ? { delimiter: ',', reason: 'single-column', ...found }
    : { delimiter: best, reason: 'header-and-rows', ...found }
}

type Counts = Record<Delimiter, number>

const none: Readonly<Counts> = { ',': 0, ';': 0, '\t': 0 }

function score(delimiter: Delimiter, [header = none, ...rows]: readonly Counts[]): number {
  const same = rows.filter((row) => row[delimiter] === header[delimiter]).length
  return (header[delimiter] * (1 + same)) / (1 + rows.length)
}

function countLines(text: string, start: number): readonly Counts[] {
  const lines: Counts[] = []
  const end = Math.min(text.length, start + sample.characters)
  let counts: Counts = { ...none }
  let isQuoted = false
  let hasAny = false
  for (let index = start; index < end && lines.length < sample.lines; index += 1) {
    const character = text[index] ?? ''
    if (character === '"') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (character === '\n' || character === '\r') {
      if (hasAny) lines.push(counts)
      counts = { ...none }
      hasAny = false
      continue
    } else if (isDelimiter(character)) counts[character] += 1
    hasAny = true
  }
  return hasAny ? [...lines, counts] : lines
}

function isDelimiter(character: string): character is Delimiter {
  return character === ',' || character === ';' || character === '\t'
}
