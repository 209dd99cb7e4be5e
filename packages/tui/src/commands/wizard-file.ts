/** @module What the wizard keeps of a file; all of it is loaded when there is something to keep. */
import type { Onboarding, View } from '@wxcc-onboard/core'
import type { World } from '../compose.ts'
import type { KeepingShelf } from '../csv/file-shelf.ts'
import type { FileOutcome, FileOutcomes } from '../screens/file-outcome.ts'
import type { Context, PlaceOptions } from './context.ts'

/** Follows a run: remembers its file, keeps which rows it is about, and writes what failed when it has ended. */
export function followFile(
  context: Context<PlaceOptions>,
  onboarding: Onboarding,
  shelf: KeepingShelf,
): FileOutcomes {
  const { world } = context
  const listeners = new Set<() => void>()
  let outcome: FileOutcome | undefined
  onboarding.on('stage.entered', ({ stage }) => {
    const path = stage === 'file' ? onboarding.getView().file?.opened?.path : undefined
    if (path !== undefined) shelf.remember(path)
  })
  onboarding.on('plan.approved', () => {
    const view = onboarding.getView()
    // Without them a resumed run cannot tell of rows; the run itself does not need them.
    if (view.file !== undefined) void keepRows(world, view).catch(() => undefined)
  })
  onboarding.on('run.finished', () => {
    const view = onboarding.getView()
    void tellRows(context, view, outcome?.failedFile).then((told) => {
      if (told === undefined) return
      outcome = told
      for (const listener of listeners) listener()
    })
  })
  return {
    get: () => outcome,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

async function keepRows(world: World, view: View): Promise<void> {
  const { keepRowsOf } = await import('./wizard-rows.ts')
  await keepRowsOf(world, view)
}

async function tellRows(
  context: Context<PlaceOptions>,
  view: View,
  before: string | undefined,
): Promise<FileOutcome | undefined> {
  const { tellRowsOf } = await import('./wizard-rows.ts')
  return tellRowsOf(context, view, before)
}
