import stringWidth from 'string-width'
import { safe } from '../output/safe.ts'
import type { Tone } from '../theme.ts'

export interface Segment {
  readonly text: string
  readonly tone?: Tone
}

/** One row of the terminal, never wrapped by the terminal. `id` makes it focusable, `cursor` is a column. */
export interface Line {
  readonly segments: readonly Segment[]
  readonly id?: string
  readonly cursor?: number
}

/** Many lines that are made only when they are looked at. */
export interface LazyLines {
  readonly size: number
  readonly at: (index: number) => Line
  readonly indexOf: (id: string) => number
}

export type Block = readonly Line[] | LazyLines

export const blank: Line = { segments: [] }

export function line(...parts: readonly (string | Segment | undefined)[]): Line {
  return {
    segments: parts
      .filter((part) => part !== undefined && part !== '')
      .map((part) => (typeof part === 'string' ? { text: part } : (part as Segment))),
  }
}

export function tone(name: Tone, text: string): Segment {
  return { text, tone: name }
}

export function widthOf(text: string): number {
  return isOneColumnEach(text) ? text.length : stringWidth(text)
}

export function lineWidth(of: Line): number {
  return of.segments.reduce((sum, segment) => sum + widthOf(segment.text), 0)
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

export function graphemes(text: string): string[] {
  return isOneColumnEach(text) ? text.split('') : [...segmenter.segment(text)].map(({ segment }) => segment)
}

/** Cuts at the end, with an ellipsis. */
export function truncate(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  if (width < 1) return ''
  return `${take(graphemes(text), width - 1)}…`
}

/** Cuts in the middle: both the name and the domain of an address stay readable. */
export function truncateMiddle(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  if (width < 3) return truncate(text, width)
  const parts = graphemes(text)
  const head = take(parts, Math.ceil((width - 1) / 2))
  const tail = take([...parts].reverse(), width - 1 - widthOf(head))
  return `${head}…${graphemes(tail).reverse().join('')}`
}

export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** A cell of a table: cut in the middle or filled up, exactly `width` columns. */
export function cell(text: string, width: number): string {
  return pad(truncateMiddle(text, width), width)
}

/** Breaks at blanks, and inside a word only where it is longer than the row. */
export function wrap(text: string, width: number): string[] {
  const room = Math.max(1, width)
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, room))
}

/** A wrapped sentence; rows after the first are indented by the width of `lead`. */
export function sentence(
  text: string,
  width: number,
  name: Tone = 'plain',
  lead: Segment = { text: '' },
): Line[] {
  const indent = widthOf(lead.text)
  return wrap(text, width - indent).map((row, index) =>
    line(index === 0 ? lead : ' '.repeat(indent), tone(name, row)),
  )
}

/** Text from outside cannot move the cursor, break the row or hide what follows. */
export function printable(of: Line): Line {
  return {
    ...of,
    segments: of.segments.map((segment) => ({
      ...segment,
      text: safe(segment.text.replaceAll(/[\t\n]/g, ' ')),
    })),
  }
}

/** Keeps a line within `width` columns. */
export function fit(of: Line, width: number): Line {
  if (lineWidth(of) <= width) return of
  const segments: Segment[] = []
  let room = width
  for (const segment of of.segments) {
    if (room <= 0) break
    const text = truncate(segment.text, room)
    segments.push({ ...segment, text })
    room -= widthOf(text)
  }
  return { ...of, segments }
}

export function sizeOf(block: Block): number {
  return 'size' in block ? block.size : block.length
}

function wrapParagraph(paragraph: string, width: number): string[] {
  const rows: string[] = []
  let row = ''
  for (const word of paragraph.split(' ')) {
    const joined = row === '' ? word : `${row} ${word}`
    if (widthOf(joined) <= width) {
      row = joined
      continue
    }
    if (row !== '') rows.push(row)
    const pieces = chop(word, width)
    rows.push(...pieces.slice(0, -1))
    row = pieces.at(-1) ?? ''
  }
  return [...rows, row]
}

function chop(word: string, width: number): string[] {
  const pieces: string[] = []
  let rest = graphemes(word)
  while (widthOf(rest.join('')) > width) {
    const head = take(rest, width) || (rest[0] ?? '')
    pieces.push(head)
    rest = rest.slice(graphemes(head).length)
  }
  return [...pieces, rest.join('')]
}

function take(parts: readonly string[], width: number): string {
  let text = ''
  let used = 0
  for (const part of parts) {
    used += widthOf(part)
    if (used > width) break
    text += part
  }
  return text
}

/** Latin letters and the symbols of this program: measuring them sign by sign took a sixth of what a key costs. */
function isOneColumnEach(text: string): boolean {
  return /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2018-\u2027\u203a\u2190-\u22ff\u25cb\u25cf\u2713\u2717]*$/.test(
    text,
  )
}
