import { useState } from 'react'
import type { Action, Scope } from '../keys/bindings.ts'
import { useKeys } from '../keys/keyboard.tsx'
import { symbols } from '../theme.ts'
import { bodyHeight, Frame } from './frame.tsx'
import { helpLines } from './help.ts'
import { jumpLines, nextStop } from './jump.ts'
import { legendLines } from './legend.ts'
import { type Block, type Line, line, sentence, sizeOf, tone } from './line.ts'
import { type Shell, useShell } from './shell.ts'
import { indexOfLine } from './window.ts'

export interface PageProps {
  readonly body: readonly Block[]
  /** Id of the line with the focus; a page without one is scrolled. */
  readonly focus?: string | undefined
  /** Shows the beginning as long as the focus is seen there, not the focus in the middle. */
  readonly holdsTop?: boolean
  readonly scopes?: readonly Scope[]
  readonly isTyping?: boolean
  onAction?(action: Action): void
  /** Goes on to the next step; a page without it has none. */
  onNext?: () => void
  /** Instead of the step before: for what a page has opened within itself. */
  onBack?: (() => void) | undefined
  onText?(text: string): void
  onPaste?(text: string): void
}

/** A page of the wizard: its body, the keys that work on it, and what every page has in common. */
export function Page(props: PageProps) {
  const shell = useShell()
  const width = shell.size.columns - 1
  const [scroll, setScroll] = useState(0)
  const [stop, setStop] = useState<string>()
  const notice = noticeLines(shell, width)
  const legendOf = (scopes: readonly Scope[], isTyping: boolean) =>
    legendLines(scopes, isTyping, shell.texts, width, shell.size.rows < 18 ? 1 : 2)
  const bare = lookOf(props, shell, stop)
  const total = bare.body.reduce((sum, block) => sum + sizeOf(block), 0)
  const room = bodyHeight(shell, notice.length, legendOf(bare.scopes, bare.isTyping).length)
  const isScrolled = bare.focus === undefined && shell.overlay !== 'leave' && total > room
  const look = isScrolled ? { ...bare, scopes: ['scroll', ...bare.scopes] as const } : bare
  const legend = legendOf(look.scopes, look.isTyping)
  const height = bodyHeight(shell, notice.length, legend.length)
  const top = Math.max(0, Math.min(scroll, total - height + 1))

  useKeys({
    scopes: look.scopes,
    isTyping: look.isTyping,
    onAnyKey: () => shell.notify(undefined),
    onText: (text) => props.onText?.(text),
    onPaste: (text) => shell.overlay === 'none' && props.onPaste?.(text),
    onAction(action) {
      const moved = scrolled(action, top, height)
      if (moved !== undefined) return setScroll(moved)
      if (shell.overlay === 'jump' && action.startsWith('list.'))
        return setStop(nextStop(shell, stop, action))
      if (handleShell(action, shell, stop)) return setScroll(0)
      if (action === 'backward.back') return (props.onBack ?? shell.onBack)?.()
      if (action === 'forward.next') return props.onNext?.()
      if (shell.overlay === 'none') props.onAction?.(action)
    },
  })

  const focused = indexOfLine(look.body, look.focus)
  const isSeenAtTop = props.holdsTop === true && shell.overlay === 'none' && focused < height - 2
  const focus = look.focus === undefined ? top + Math.floor((height - 2) / 2) : isSeenAtTop ? 0 : focused
  return <Frame shell={shell} body={look.body} focus={focus} notice={notice} legend={legend} />
}

interface Look {
  readonly body: readonly Block[]
  readonly focus: string | undefined
  readonly scopes: readonly Scope[]
  readonly isTyping: boolean
}

function lookOf(props: PageProps, shell: Shell, stop: string | undefined): Look {
  const { body, focus, isTyping = false } = props
  const scopes = scopesOf(props, shell)
  switch (shell.overlay) {
    case 'none':
      return { body, focus, scopes, isTyping }
    case 'leave':
      return { body, focus, scopes: ['confirm'], isTyping: false }
    case 'help':
      return {
        body: [helpLines(shell, scopes, isTyping)],
        focus: undefined,
        scopes: ['help'],
        isTyping: false,
      }
    case 'jump':
      return {
        body: [jumpLines(shell, stop)],
        focus: nextStop(shell, stop),
        scopes: ['option', 'list', 'help'],
        isTyping: false,
      }
  }
}

function scopesOf({ scopes = [], onNext, onBack }: PageProps, shell: Shell): readonly Scope[] {
  return [
    ...scopes,
    ...(onNext ? (['forward'] as const) : []),
    ...(onBack || shell.onBack ? (['backward'] as const) : []),
    'page',
  ]
}

/** What every page does alike; true when the action was one of these. */
function handleShell(action: Action, shell: Shell, stop: string | undefined): boolean {
  switch (action) {
    case 'confirm.yes':
      shell.onLeave()
      return true
    case 'confirm.no':
    case 'help.close':
      shell.setOverlay('none')
      return true
    case 'page.help':
      shell.setOverlay('help')
      return true
    case 'backward.jump':
      if (shell.trail.length > 0) shell.setOverlay('jump')
      return true
    case 'page.leave':
      if (shell.mustConfirmLeave) shell.setOverlay('leave')
      else shell.onLeave()
      return true
    case 'option.accept':
    case 'option.choose':
      if (shell.overlay !== 'jump') return false
      shell.onJump(nextStop(shell, stop))
      return true
    default:
      return false
  }
}

function scrolled(action: Action, top: number, height: number): number | undefined {
  switch (action) {
    case 'scroll.down':
      return top === 0 ? 2 : top + 1
    case 'scroll.up':
      return top <= 2 ? 0 : top - 1
    case 'scroll.pageDown':
      return top + Math.max(1, height - 2)
    case 'scroll.pageUp':
      return Math.max(0, top - Math.max(1, height - 2))
    case 'scroll.first':
      return 0
    case 'scroll.last':
      return Number.MAX_SAFE_INTEGER
    default:
      return undefined
  }
}

function noticeLines(shell: Shell, width: number): Line[] {
  if (shell.overlay === 'leave')
    return sentence(shell.leaveQuestion, width, 'caution', tone('caution', '? ')).slice(0, 3)
  if (shell.notice === undefined) return []
  const lines = sentence(shell.notice, width, 'caution', tone('caution', `${symbols.caution} `))
  return lines.length > 3 ? [...lines.slice(0, 2), line(tone('caution', '  …'))] : lines
}
