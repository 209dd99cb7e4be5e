import type { Importing } from '@wxcc-onboard/core'
import { openPart, recordedReport } from '@wxcc-onboard/core'
import type { World } from '../compose.ts'
import { type Exit, repeatable, Trouble } from '../exit.ts'
import type { Context, FormatOptions, OperatorOptions, PlaceOptions } from './context.ts'
import { tellRowsOfRun } from './csv-rows.ts'
import { journalPath, openJournal } from './place.ts'
import { resume } from './resume.ts'
import { listRuns, takeRun } from './run-list.ts'
import { findRun, type KeptRun } from './run-record.ts'

type ImportOptions = PlaceOptions & FormatOptions & OperatorOptions & { readonly imported?: string }

/** Goes on with an import at the part that it came to, under the approval that it has. */
export async function resumeImport(context: Context<ImportOptions>, id: string): Promise<Exit> {
  const { importing } = await findImport(context.world, id)
  if (importing.isCanceled) throw new Trouble('csv.import-canceled', { id })
  return resume(context, id)
}

/** Ends an import where it is: what was imported stays, the other rows are written for another try. */
export async function cancelImport(context: Context<ImportOptions>, id: string): Promise<Exit> {
  const { world, output, sentences } = context
  const { importing, summary } = await findImport(world, id)
  if (openPart(importing) === undefined) throw new Trouble('csv.import-over', { id })
  const journal = await openJournal(world, await journalPath(world, summary.place))
  try {
    await takeRun({ journal }, id)
    const at = world.clock.now()
    await journal.append(id, { at, type: 'import.canceled' })
    await journal.append(id, { at, type: 'run.finished' })
  } finally {
    journal.close()
  }
  output.say(sentences.t('output.csv.import.canceled', { id }))
  const { record } = await findRun(world, id)
  await tellRowsOfRun(context, id, { report: recordedReport(record) })
  return 'incomplete'
}

/** A run that imports files, by its id. */
async function findImport(world: World, id: string): Promise<KeptRun & { readonly importing: Importing }> {
  const runs = await listRuns(world)
  const isKnown = runs.some(({ runId, state }) => runId === id && state !== 'unapproved')
  if (!isKnown) throw new Trouble('csv.import-unknown', { id: repeatable(id) })
  const kept = await findRun(world, id)
  const { importing } = kept.record
  if (importing === undefined) throw new Trouble('csv.import-unknown', { id: repeatable(id) })
  return { ...kept, importing }
}
