import { Box, Text, useCursor } from 'ink'
import { symbols, toneProps } from '../theme.ts'
import {
  type Block,
  blank,
  fit,
  type Line,
  line,
  lineWidth,
  printable,
  tone,
  truncate,
  widthOf,
} from './line.ts'
import type { Shell, TrailStop } from './shell.ts'
import { windowOf } from './window.ts'

export interface FrameProps {
  readonly shell: Shell
  readonly body: readonly Block[]
  /** Index of the line that must be visible. */
  readonly focus: number
  readonly notice: readonly Line[]
  readonly legend: readonly Line[]
}

/** One screenful: heading, body in a window, notice, keys. Never taller than the terminal less one row. */
export function Frame({ shell, body, focus, notice, legend }: FrameProps) {
  const width = Math.max(1, shell.size.columns - 1)
  const { setCursorPosition } = useCursor()
  const lines = frameLines(shell, body, focus, notice, legend).map((each) => fit(printable(each), width))
  const y = lines.findIndex((each) => each.cursor !== undefined)
  const x = lines[y]?.cursor
  setCursorPosition(x === undefined ? undefined : { x: Math.min(x, width), y })
  return (
    <Box flexDirection="column" width={width + 1}>
      {lines.map((each, index) => (
        <Row key={index} line={each} isColored={shell.isColored} />
      ))}
    </Box>
  )
}

/** The rows that the body gets in a window of this size. */
export function bodyHeight(shell: Shell, notice: number, legend: number): number {
  return Math.max(1, shell.size.rows - 1 - headerLines(shell).length - footerGap(shell) - notice - legend)
}

function frameLines(
  shell: Shell,
  body: readonly Block[],
  focus: number,
  notice: readonly Line[],
  legend: readonly Line[],
): Line[] {
  const { t } = shell.texts
  const window = windowOf(body, bodyHeight(shell, notice.length, legend.length), focus)
  const lines = [
    ...headerLines(shell),
    ...(window.above > 0
      ? [line(tone('muted', `${symbols.above} ${t('ui.more', { lines: window.above })}`))]
      : []),
    ...window.lines,
    ...(window.below > 0
      ? [line(tone('muted', `${symbols.below} ${t('ui.more', { lines: window.below })}`))]
      : []),
    ...Array.from({ length: footerGap(shell) }, () => blank),
    ...notice,
    ...legend,
  ]
  return lines.slice(0, Math.max(1, shell.size.rows - 1))
}

export function Row({ line: { segments }, isColored }: { line: Line; isColored: boolean }) {
  if (segments.length === 0) return <Text> </Text>
  return (
    <Text wrap="truncate">
      {segments.map((segment, index) => (
        <Text key={index} {...toneProps(segment.tone, isColored)}>
          {segment.text}
        </Text>
      ))}
    </Text>
  )
}

function headerLines(shell: Shell): Line[] {
  const width = Math.max(1, shell.size.columns - 1)
  const room = width - widthOf(shell.heading) - 2
  const aside = room < 12 ? '' : truncate(shell.aside, room)
  const gap = width - widthOf(shell.heading) - widthOf(aside)
  const first = line(tone('strong', shell.heading), aside && ' '.repeat(gap), tone('muted', aside))
  if (isLow(shell)) return [first]
  return [first, ...(shell.trail.length > 0 ? [trailLine(shell.trail, width)] : []), blank]
}

function footerGap(shell: Shell): number {
  return isLow(shell) ? 0 : 1
}

function isLow(shell: Shell): boolean {
  return shell.size.rows < 18
}

/** The stops around the current one, as many as fit; `1/12` stands in the heading already. */
function trailLine(trail: readonly TrailStop[], width: number): Line {
  const words = trail.map((stop) => `${symbols[stop.status]} ${stop.label}`)
  const current = Math.max(
    0,
    trail.findIndex(({ status }) => status === 'current'),
  )
  let from = current
  let to = current + 1
  const room = (a: number, b: number) => lineWidth(line(words.slice(a, b).join('  '))) + 6
  while (from > 0 || to < trail.length) {
    const canGrowRight = to < trail.length && room(from, to + 1) <= width
    const canGrowLeft = from > 0 && room(from - 1, to) <= width
    if (!canGrowRight && !canGrowLeft) break
    if (canGrowLeft && (!canGrowRight || current - from <= to - current)) from -= 1
    else to += 1
  }
  const stops = trail
    .slice(from, to)
    .flatMap(({ status }, index) => [
      tone(status === 'current' ? 'focus' : 'muted', words[from + index] ?? ''),
      { text: '  ' },
    ])
  return line(from > 0 ? tone('muted', '…  ') : '', ...stops, to < trail.length ? tone('muted', '…') : '')
}
