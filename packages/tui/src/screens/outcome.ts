import type { StepOutcome } from '@wxcc-onboard/core'
import { symbols, type Tone } from '../theme.ts'

/** How an outcome looks; the word stands beside it. */
export const outcomeLook: Readonly<Record<StepOutcome, readonly [Tone, string]>> = {
  done: ['good', symbols.done],
  already: ['good', symbols.done],
  unchanged: ['caution', symbols.caution],
  invisible: ['caution', symbols.waiting],
  waiting: ['caution', symbols.waiting],
  failed: ['bad', symbols.failed],
  skipped: ['caution', symbols.caution],
  'not-attempted': ['muted', symbols.upcoming],
}

export const stepWords = {
  person: 'ui.saving.kind.person',
  license: 'ui.saving.kind.license',
  administrator: 'ui.saving.kind.administrator',
  delete: 'ui.saving.kind.delete',
} as const

/** Kind and person of a step's key, for example of `license:ada@example.com`. */
export function readStepKey(key: string): { kind: keyof typeof stepWords | undefined; email: string } {
  const at = key.indexOf(':')
  const word = key.slice(0, at).split('.')[0] ?? ''
  return {
    kind: word === 'create' ? 'person' : word in stepWords ? (word as keyof typeof stepWords) : undefined,
    email: key.slice(at + 1),
  }
}
