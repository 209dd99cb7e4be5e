import { type Importing, openPart, type RunRecord } from '@wxcc-onboard/core'
import type { World } from '../compose.ts'
import { readCsvBytes, sha256Of } from '../csv/file.ts'
import { repeatable, Trouble } from '../exit.ts'
import { commandFor } from './command-for.ts'
import type { Context, PlaceOptions } from './context.ts'
import type { Place } from './place.ts'
import { takeRun } from './run-list.ts'

/**
 * What has to be so before an import goes on: its file is as it was when it was approved, and what is said to be
 * imported is what was given to be imported. One import of an organization is worked on at a time (CSV-1).
 */
export async function goOnWithImport(
  { world, options }: Context<PlaceOptions & { readonly imported?: string }>,
  place: Place,
  run: string,
  { importing, organization }: RunRecord,
): Promise<void> {
  const part = openPart(importing)
  const given = options.imported
  const isReleased = part !== undefined && importing?.parts[part.number] !== undefined
  if (given !== undefined && !(isReleased && given === String(part.number)))
    throw new Trouble('csv.import-part', {
      given: repeatable(given),
      part: isReleased ? part.number : 'none',
    })
  if (importing === undefined || part === undefined) return
  checkSource(world, importing, commandFor(options, 'csv', 'cancel', run))
  await takeImports(place, organization.id)
  if (given === undefined) return
  const status = { state: 'claimed', verifiedFor: [] } as const
  const at = world.clock.now()
  await place.journal.append(run, { at, type: 'task.changed', id: `import:${part.number}`, status })
}

/** The approved cells are imported whatever became of the file; whoever changed it expects something else. */
export function checkSource(world: World, { plan: { source } }: Importing, cancel: string): void {
  const { path, sha256 } = source
  if (sha256Of(readCsvBytes(world, path)) !== sha256)
    throw new Trouble('csv.import-changed', { path, cancel })
}

/** Several of these programs on one machine take an organization's imports one after another as well. */
export async function takeImports(place: Pick<Place, 'journal'>, organization: string): Promise<void> {
  await takeRun(place, `imports:${organization}`)
}
