import type { Action } from '../keys/bindings.ts'
import { symbols } from '../theme.ts'
import { headingLine } from './legend.ts'
import { type Line, line, tone } from './line.ts'
import type { Shell, TrailStop } from './shell.ts'

/** The list of steps to go to. */
export function jumpLines(shell: Shell, stop: string | undefined): Line[] {
  const focused = nextStop(shell, stop)
  return [
    headingLine(shell.texts.t('ui.jump')),
    ...shell.trail.map((each): Line => ({ ...stopLine(each, each.id === focused), id: each.id })),
  ]
}

/** The stop with the focus after the key; the current one to begin with. */
export function nextStop({ trail }: Shell, stop: string | undefined, action?: Action): string {
  const start = trail.findIndex(({ id, status }) => (stop === undefined ? status === 'current' : id === stop))
  const step = action === undefined ? 0 : (steps[action] ?? 0)
  const index = Math.max(0, Math.min(trail.length - 1, start + step))
  return trail[index]?.id ?? ''
}

const steps: Partial<Record<Action, number>> = {
  'list.down': 1,
  'list.nextGroup': 1,
  'list.up': -1,
  'list.previousGroup': -1,
  'list.first': Number.MIN_SAFE_INTEGER,
  'list.last': Number.MAX_SAFE_INTEGER,
}

function stopLine({ label, status, refusal }: TrailStop, isFocused: boolean): Line {
  const mark = isFocused ? symbols.focus : ' '
  return line(
    tone('focus', `${mark} `),
    tone(refusal ? 'muted' : isFocused ? 'focus' : 'plain', `${symbols[status]} ${label}`),
    refusal ? tone('muted', ` – ${refusal}`) : undefined,
  )
}
