import type { PersonEntry, PersonView, Problem } from '@wxcc-onboard/core'
import type { Texts } from '../i18n/texts.ts'
import type { Tone } from '../theme.ts'
import { cell, type LazyLines, type Line, line, type Segment, tone } from './line.ts'
import { mark } from './parts.ts'
import { problemText, problemTone } from './problems.ts'

export interface Column {
  readonly title: string
  readonly width: number
  readonly text: (person: PersonView) => string
  readonly tone?: (person: PersonView) => Tone
}

const rowPrefix = 'row:'

/** Id of a person's row. */
export function rowId(row: number): string {
  return `${rowPrefix}${row}`
}

/** The row that an id is of; 0, which no row is, where it is of something else. */
export function rowOf(id: string | undefined): number {
  return id?.startsWith(rowPrefix) ? Number(id.slice(rowPrefix.length)) : 0
}

export function tableHead(columns: readonly Column[], numbers: number): Line {
  const cells = columns.map(({ title, width }) => cell(title, width)).join(' ')
  return line(tone('muted', `  ${cell('', numbers)}   ${cells}`))
}

/**
 * One line per person, made only when it is in the window: number, columns, and the gravest problem beside it as
 * far as it fits. The whole of it is among the problems below.
 */
export function peopleRows(
  people: readonly PersonEntry[],
  personAt: (row: number) => PersonView | undefined,
  columns: readonly Column[],
  focus: string | undefined,
  texts: Texts,
): LazyLines {
  const numbers = numberWidth(people)
  return {
    size: people.length,
    indexOf: (id) => (rowOf(id) <= people.length ? rowOf(id) - 1 : -1),
    at(index) {
      const person = personAt(index + 1)
      if (!person) return line()
      const isFocused = focus === rowId(person.row)
      return {
        ...line(
          mark(isFocused),
          tone('muted', `${String(person.row).padStart(numbers)} `),
          besideMark(person),
          ...columns.flatMap((column): Segment[] => [
            tone(
              isFocused ? 'focus' : (column.tone?.(person) ?? 'plain'),
              cell(column.text(person), column.width),
            ),
            { text: ' ' },
          ]),
          ...besides(person, texts),
        ),
        id: rowId(person.row),
      }
    },
  }
}

export function numberWidth(people: readonly PersonEntry[]): number {
  return String(people.at(-1)?.row ?? 1).length
}

const gravity = ['error', 'question', 'warning', 'notice'] as const

function worstOf({ problems }: PersonView): Problem | undefined {
  return gravity.flatMap((severity) => problems.filter((problem) => problem.severity === severity))[0]
}

/** The sign of the gravest problem; a notice alone gets none. */
function besideMark(person: PersonView): Segment {
  const worst = worstOf(person)
  if (!worst || worst.severity === 'notice') return { text: '  ' }
  const [name, symbol] = problemTone(worst)
  return tone(name, `${symbol} `)
}

function besides(person: PersonView, texts: Texts): Segment[] {
  const worst = worstOf(person)
  return worst ? [tone(problemTone(worst)[0], problemText(worst, texts))] : []
}
