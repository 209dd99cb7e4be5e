import { readCsvBytes, sha256Of } from '../csv/file.ts'
import { loadImport } from '../csv/import-state.ts'
import { type Exit, Trouble } from '../exit.ts'
import { type Context, operatorModeOf } from './context.ts'
import { goOn, type ImportOptions } from './csv-import.ts'
import { resume } from './resume.ts'
import { inPlace } from './walk.ts'

/** Goes on with an import at the part that it came to, under the approval that it has. */
export async function resumeImport(given: Context<ImportOptions>, id: string): Promise<Exit> {
  const { world } = given
  const state = await loadImport(world, id)
  const context = { ...given, options: { ...given.options, sandbox: state.place === 'sandbox' } }
  if (state.runId !== undefined) return resume(context, state.runId)
  const { path, sha256 } = state.file
  if (sha256Of(readCsvBytes(world, path)) !== sha256) throw new Trouble('csv.changed', { path })
  return inPlace(context, operatorModeOf(context.options), (place) => goOn(context, place, state))
}
