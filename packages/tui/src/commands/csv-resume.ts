import type { World } from '../compose.ts'
import { readCsvBytes, sha256Of } from '../csv/file.ts'
import { isOpen, loadImport, saveImport } from '../csv/import-state.ts'
import { type Exit, Trouble } from '../exit.ts'
import { commandFor } from './command-for.ts'
import { type Context, operatorModeOf } from './context.ts'
import { tellImportRows } from './csv-finish.ts'
import { goOn, takeImports } from './csv-import.ts'
import type { ImportOptions } from './csv-import-part.ts'
import { journalPath, openJournal } from './place.ts'
import { resume } from './resume.ts'
import { listRuns } from './run-record.ts'
import { inPlace } from './walk.ts'

/** Goes on with an import at the part that it came to, under the approval that it has. */
export async function resumeImport(given: Context<ImportOptions>, id: string): Promise<Exit> {
  const { world } = given
  const state = await loadImport(world, id)
  const context = { ...given, options: { ...given.options, sandbox: state.place === 'sandbox' } }
  if (state.isCanceled === true) throw new Trouble('csv.import-canceled', { id })
  if (state.runId !== undefined && (await isKept(world, state.runId))) return resume(context, state.runId)
  const { path, sha256 } = state.file
  if (sha256Of(readCsvBytes(world, path)) !== sha256) {
    const cancel = commandFor(context.options, 'csv', 'cancel', id)
    throw new Trouble('csv.import-changed', { path, cancel })
  }
  return inPlace(context, operatorModeOf(context.options), (place) => goOn(context, place, state))
}

/** A run that did not come to its approval left nothing behind, and is begun anew. */
async function isKept(world: World, run: string): Promise<boolean> {
  const runs = await listRuns(world)
  return runs.some(({ runId, state }) => runId === run && state !== 'unapproved')
}

/** Ends an import where it is: what was imported stays, the other rows are written for another try. */
export async function cancelImport(context: Context<ImportOptions>, id: string): Promise<Exit> {
  const { world } = context
  const state = await loadImport(world, id)
  if (!isOpen(state)) throw new Trouble('csv.import-over', { id })
  const journal = await openJournal(world, await journalPath(world, state.place))
  try {
    await takeImports({ journal }, state.organization.id)
    await saveImport(world, { ...state, isCanceled: true })
  } finally {
    journal.close()
  }
  context.output.say(context.sentences.t('output.csv.import.canceled', { id }))
  tellImportRows(context, state)
  return 'incomplete'
}
