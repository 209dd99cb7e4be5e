import type { TextProps } from 'ink'

/** What a piece of text means; screens never name a color. */
export type Tone = 'plain' | 'muted' | 'strong' | 'accent' | 'focus' | 'good' | 'bad' | 'caution'

const tones: Readonly<Record<Tone, Omit<TextProps, 'children'>>> = {
  plain: {},
  muted: { dimColor: true },
  strong: { bold: true },
  accent: { color: 'cyan' },
  focus: { color: 'cyan', bold: true },
  good: { color: 'green' },
  bad: { color: 'red' },
  caution: { color: 'yellow' },
}

/** How a piece of text looks; without colors it is at most bold or dim. Ink itself does not know NO_COLOR. */
export function toneProps(tone: Tone = 'plain', isColored = true): Omit<TextProps, 'children'> {
  const { color, ...rest } = tones[tone]
  return isColored && color !== undefined ? { ...rest, color } : rest
}

/** Every symbol stands beside a word, so that nothing is told by shape or color alone. */
export const symbols = {
  focus: '›',
  done: '✓',
  failed: '✗',
  current: '●',
  upcoming: '○',
  chosen: '(•)',
  open: '( )',
  checked: '[x]',
  unchecked: '[ ]',
  create: '+',
  add: '+',
  remove: '−',
  change: '~',
  caution: '!',
  question: '?',
  notice: 'i',
  waiting: '…',
  above: '↑',
  below: '↓',
  arrow: '→',
} as const

/** Slow on purpose: four frames, one every 250 milliseconds. */
export const spinner = { frames: ['·  ', '·· ', '···', ' ··'], interval: 250 } as const
