import type { Command, PersonView, StageView, View } from '@wxcc-onboard/core'
import type { ReactNode } from 'react'
import type { FileOutcome } from './file-outcome.ts'
import type { FileShelf } from './file-shelf.ts'

/** What every screen gets: the view, its own stage in it, and the way to answer. */
export interface ScreenProps {
  readonly view: View
  readonly stage: StageView
  /** The command that does the same without the wizard. */
  readonly equivalent: readonly string[]
  /** The command that goes on with this run later. */
  readonly resume: string
  /** Requests a minute that plans are forecast at; `Infinity` for no limit. */
  readonly pace: number
  /** Files to choose from. */
  readonly files: FileShelf
  /** What came of the rows of the file, when the run has ended. */
  readonly outcome: FileOutcome | undefined
  /** Of `view.people`, those in sight: by row from 1. */
  personAt(row: number): PersonView | undefined
  send(command: Command): void
}

export type Screen = (props: ScreenProps) => ReactNode
