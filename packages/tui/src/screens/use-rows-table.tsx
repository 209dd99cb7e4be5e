import type { CsvSheet, FactValue, Problem } from '@wxcc-onboard/core'
import { type ReactNode, useMemo, useState } from 'react'
import type { FocusItem } from '../components/focus.ts'
import { headingLine } from '../components/legend.ts'
import {
  type Block,
  blank,
  cell,
  type LazyLines,
  type Line,
  line,
  tone,
  widthOf,
} from '../components/line.ts'
import { mark } from '../components/parts.ts'
import { problemTone } from '../components/problems.ts'
import { useShell, useWidth } from '../components/shell.ts'
import type { TextKey, Texts } from '../i18n/texts.ts'
import type { Action } from '../keys/bindings.ts'
import { lineOf, RowPage } from './row-page.tsx'

export interface RowsTable {
  readonly items: readonly FocusItem[]
  /** Instead of the page: one row, while it is looked at. */
  readonly open: ReactNode | undefined
  /** True when the action belonged to the table. */
  handle(action: Action, focus: string | undefined): boolean
  blocks(focus: string | undefined): readonly Block[]
}

export interface RowsTableOptions {
  readonly problems: readonly Problem[]
  readonly sheet: CsvSheet | undefined
  readonly title: TextKey
}

const filterId = 'filter'

/**
 * What is said of single rows, one line each, made only when it is in the window: of 20,000 rows a key costs what is
 * in sight. ← → or f leave one rule at a time; Enter shows the whole row.
 */
export function useRowsTable({ problems, sheet, title }: RowsTableOptions): RowsTable {
  const { texts } = useShell()
  const width = useWidth()
  const rules = useMemo(() => countRules(problems), [problems])
  const [chosen, setChosen] = useState<string>()
  const [opened, setOpened] = useState<number>()
  const rule = rules.some(([id]) => id === chosen) ? chosen : undefined
  const shown = useMemo(
    () => (rule === undefined ? problems : problems.filter((problem) => ruleOf(problem) === rule)),
    [problems, rule],
  )
  const items = useMemo(() => itemsOf(shown.length, rules.length), [shown.length, rules.length])

  const turn = (step: 1 | -1) => {
    const all = [undefined, ...rules.map(([id]) => id)]
    setChosen(all[(all.indexOf(rule) + step + all.length) % all.length])
  }
  const problem = opened === undefined ? undefined : shown[opened]
  const stepTo = (step: 1 | -1) => setOpened((before) => nextLine(shown, before ?? 0, step))
  return {
    items,
    open:
      problem === undefined || sheet === undefined ? undefined : (
        <RowPage
          line={lineOf(problem)}
          problems={problems}
          sheet={sheet}
          onClose={() => setOpened(undefined)}
          onStep={stepTo}
        />
      ),
    handle(action, focus) {
      if (focus === filterId && action.startsWith('cycle.')) turn(action === 'cycle.next' ? 1 : -1)
      else if (action === 'rows.filter') turn(1)
      else if (action === 'rows.open') setOpened(indexOf(focus))
      else return false
      return true
    },
    blocks: (focus) =>
      problems.length === 0
        ? []
        : [
            [
              blank,
              headingLine(texts.t(title, { count: problems.length })),
              ...(rules.length > 1 ? [filterLine(rules, rule, shown.length, focus === filterId, texts)] : []),
            ],
            tableLines(shown, focus, texts, width),
          ],
  }
}

type Rules = readonly (readonly [rule: string, count: number])[]

function countRules(problems: readonly Problem[]): Rules {
  const counts = new Map<string, number>()
  for (const problem of problems) {
    const rule = ruleOf(problem)
    counts.set(rule, (counts.get(rule) ?? 0) + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)
}

function ruleOf({ rule, code }: Problem): string {
  return rule ?? code
}

function itemsOf(count: number, rules: number): FocusItem[] {
  return [
    ...(rules > 1 ? [{ id: filterId, group: 'filter', scopes: ['cycle', 'list'] } as const] : []),
    ...Array.from(
      { length: count },
      (_, index): FocusItem => ({ id: rowId(index), group: 'rows', scopes: ['rows', 'list'] }),
    ),
  ]
}

function rowId(index: number): string {
  return `problem:${index}`
}

function indexOf(id: string | undefined): number | undefined {
  const [, index] = /^problem:(\d+)$/.exec(id ?? '') ?? []
  return index === undefined ? undefined : Number(index)
}

/** The next entry about another line of the file. */
function nextLine(shown: readonly Problem[], from: number, step: 1 | -1): number {
  const line = shown[from] && lineOf(shown[from])
  for (let index = from + step; index >= 0 && index < shown.length; index += step) {
    const problem = shown[index]
    if (problem && lineOf(problem) !== line) return index
  }
  return from
}

function filterLine(
  rules: Rules,
  rule: string | undefined,
  shown: number,
  isFocused: boolean,
  { t }: Texts,
): Line {
  const what = rule === undefined ? t('ui.file.rows.all', { rules: rules.length }) : rule
  const text = `${t('ui.file.rows.filter')} ‹ ${what} › `
  return {
    ...line(
      mark(isFocused),
      tone(isFocused ? 'focus' : 'plain', text),
      tone('muted', t('ui.file.rows.shown', { count: shown })),
    ),
    id: filterId,
  }
}

function tableLines(
  shown: readonly Problem[],
  focus: string | undefined,
  texts: Texts,
  width: number,
): LazyLines {
  const last = shown.at(-1)
  const numbers = String(last ? lineOf(last) : 1).length
  const emails = Math.min(30, Math.max(16, Math.floor(width * 0.32)))
  return {
    size: shown.length,
    indexOf: (id) => indexOf(id) ?? -1,
    at(index) {
      const problem = shown[index]
      if (problem === undefined) return line()
      const isFocused = focus === rowId(index)
      const [name, symbol] = problemTone(problem)
      return {
        ...line(
          mark(isFocused),
          tone('muted', `${String(lineOf(problem)).padStart(numbers)} `),
          tone(name, `${symbol} `),
          tone(isFocused ? 'focus' : 'plain', cell(emailOf(problem), emails)),
          tone(name, ` ${saidOf(problem, texts)}`),
          widthOf(problem.rule ?? '') === 0 ? undefined : tone('muted', ` (${problem.rule})`),
        ),
        id: rowId(index),
      }
    },
  }
}

function emailOf({ subject, facts }: Problem): string {
  return subject.kind === 'person' ? subject.email : String(facts['email'] ?? '')
}

/** The sentence as far as the row does not say it already: without its line, the address and what all headers share. */
export function saidOf({ code, facts, subject }: Problem, { t }: Texts): string {
  const email = subject.kind === 'person' ? subject.email : String(facts['email'] ?? '')
  const headers = { header: shortHeaders(facts['header']), headers: shortHeaders(facts['headers']) }
  const said = t(`problem.${code}`, { email, ...facts, ...headers })
  return said.replace(/^\p{L}+ \d+(?:: |, )/u, '').replace(email === '' ? '' : `${email} `, '')
}

function shortHeaders(value: FactValue | undefined): FactValue | undefined {
  if (typeof value === 'object') return value.map((one) => short(String(one)))
  return typeof value === 'string' ? short(value) : value
}

function short(header: string): string {
  return header.replace(/^Webex Contact Center /, '')
}
