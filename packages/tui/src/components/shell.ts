import type { RuleId } from '@wxcc-onboard/core'
import { createContext, use } from 'react'
import type { Texts } from '../i18n/texts.ts'

export interface TrailStop {
  readonly id: string
  readonly label: string
  readonly status: 'done' | 'current' | 'upcoming'
  /** Why it cannot be gone to now. */
  readonly refusal?: string
}

export type Overlay = 'none' | 'help' | 'jump' | 'leave'

/** What surrounds every page: where one is, what helps, how one gets away. Knows no stage. */
export interface Shell {
  readonly texts: Texts
  readonly size: { readonly columns: number; readonly rows: number }
  readonly isColored: boolean
  readonly heading: string
  readonly aside: string
  /** Where the sandbox stands in for Control Hub. */
  readonly consoleUrl: string | undefined
  readonly trail: readonly TrailStop[]
  readonly rules: readonly RuleId[]
  readonly docsUrl: string | undefined
  readonly notice: string | undefined
  readonly overlay: Overlay
  readonly mustConfirmLeave: boolean
  readonly leaveQuestion: string
  setOverlay(overlay: Overlay): void
  notify(text: string | undefined): void
  onBack: (() => void) | undefined
  onJump(id: string): void
  onLeave(): void
}

export const ShellContext = createContext<Shell | undefined>(undefined)

export function useShell(): Shell {
  const shell = use(ShellContext)
  if (!shell) throw new Error('A page was drawn outside of a shell')
  return shell
}

/** Columns that a page may fill; the last one stays free, for terminals that wrap early. */
export function useWidth(): number {
  return Math.max(20, useShell().size.columns - 1)
}
