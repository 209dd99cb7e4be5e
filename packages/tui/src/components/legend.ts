import type { Texts } from '../i18n/texts.ts'
import { type Action, actionsOf, type Binding, type Scope, usableKeys } from '../keys/bindings.ts'
import { capOf } from '../keys/cap.ts'
import { blank, cell, type Line, line, type Segment, sentence, tone, widthOf } from './line.ts'

/** What the legend shows however narrow it is. */
const lasting: readonly Action[] = ['page.help', 'forward.next']

/**
 * The keys that work here, in as few rows as they need and at most `rows`. Where they are too many, the last ones are
 * left to the help, whose own key always stays.
 */
export function legendLines(
  scopes: readonly Scope[],
  isTyping: boolean,
  texts: Texts,
  width: number,
  rows: number,
): Line[] {
  const entries = actionsOf(scopes)
    .filter(({ binding }) => !binding.isMinor)
    .flatMap(({ action, binding }) => {
      const [key] = usableKeys(binding, isTyping)
      const segments = [tone('accent', capOf(key ?? '')), tone('muted', ` ${texts.t(`key.${action}`)}`)]
      return key ? [{ action, segments }] : []
    })
  let lines = flow(
    entries.map(({ segments }) => segments),
    width,
  )
  while (lines.length > rows && entries.length > 1) {
    const last = entries.findLastIndex(({ action }) => !lasting.includes(action))
    if (last < 0) break
    entries.splice(last, 1)
    lines = flow(
      entries.map(({ segments }) => segments),
      width,
    )
  }
  return lines
}

/** Every key of the scopes with what it does. */
export function keyHelpLines(
  scopes: readonly Scope[],
  isTyping: boolean,
  texts: Texts,
  width: number,
): Line[] {
  const column = Math.min(20, Math.floor(width / 3))
  return actionsOf(scopes).flatMap(({ action, binding }) => {
    const keys = usableKeys(binding, isTyping)
    if (keys.length === 0) return []
    const lead = tone('accent', ` ${cell(printed(binding, isTyping), column)} `)
    return sentence(texts.t(`key.${action}`), width, 'plain', lead)
  })
}

function printed(binding: Binding, isTyping: boolean): string {
  return usableKeys(binding, isTyping).map(capOf).join(', ')
}

function flow(entries: readonly (readonly Segment[])[], width: number): Line[] {
  const lines: Line[] = []
  let row: Segment[] = []
  let used = 0
  for (const entry of entries) {
    const size = entry.reduce((sum, { text }) => sum + widthOf(text), 0)
    if (row.length > 0 && used + 2 + size > width) {
      lines.push({ segments: row })
      row = []
      used = 0
    }
    if (row.length > 0) row.push({ text: '  ' })
    used += size + (row.length > 0 ? 2 : 0)
    row.push(...entry)
  }
  return row.length > 0 ? [...lines, { segments: row }] : lines.length > 0 ? lines : [blank]
}

/** A heading above a group of lines. */
export function headingLine(text: string): Line {
  return line(tone('strong', text))
}
