import type { View } from '@wxcc-onboard/core'
import { commandFor } from './command-for.ts'
import type { Context, PlaceOptions } from './context.ts'

/** How to take a run back; a practice organization that is forgotten at the end has nothing to be undone. */
export function tellUndoCommand(
  { output, sentences, options }: Context<PlaceOptions>,
  { plan, progress, runId }: View,
): void {
  const hasDone = progress !== undefined && progress.counts.done > 0
  if (options.sandboxFresh === true || plan?.undo !== undefined || !hasDone) return
  const command = commandFor(options, 'undo', runId, '--plan-only')
  output.say(sentences.t('output.undo.command', { command }))
  output.result('undo', { command })
}
