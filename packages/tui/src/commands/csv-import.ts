/** @module Files that a person, or the sandbox's console, imports in Control Hub, strictly one after another (CSV-1). */
import { resolve } from 'node:path'
import type { Plan } from '@wxcc-onboard/core'
import {
  type ImportPart,
  type ImportState,
  isOpen,
  listImports,
  roleChanges,
  saveImport,
} from '../csv/import-state.ts'
import { type Exit, repeatable, Trouble } from '../exit.ts'
import { commandFor } from './command-for.ts'
import { type Context, type OperatorOptions, operatorModeOf } from './context.ts'
import { finishImport } from './csv-finish.ts'
import { type ImportOptions, importCommands, importPart } from './csv-import-part.ts'
import { type CarryOutOptions, type Prepared, unwrap } from './csv-prepare.ts'
import type { Place } from './place.ts'
import { takeRun } from './run-record.ts'

/** Keeps the import under the approval that its plan was given, and begins with the first part. */
export async function beginImport(
  context: Context<CarryOutOptions & OperatorOptions>,
  place: Place,
  { judged, request, scope, parts }: Prepared,
  plan: Plan,
): Promise<Exit> {
  const { world, output, sentences } = context
  const { file, reading, mode } = judged
  const { organization } = plan
  await takeImports(place, organization.id)
  await refuseSecond(context, organization.id)
  const state: ImportState = {
    format: 1,
    id: world.ids.next(),
    place: place.kind,
    organization,
    file: { path: resolve(file.path), sha256: file.sha256 },
    mode,
    scope,
    request: { ...request, organization: organization.id },
    approvedHash: plan.hash,
    approvedRoles: roleChanges(plan),
    rows: reading.rows.map((row) => ({ ...row, problems: [] })),
    rejected: reading.rejected,
    parts: parts.map((part) => ({ ...part, state: 'queued', before: [] })),
    results: {},
  }
  await saveImport(world, state)
  output.say(`\n${sentences.t('output.csv.import.begun', { id: state.id, count: parts.length })}`)
  return goThrough(context, place, state)
}

/** Goes on at the part that an import came to. */
export async function goOn(context: Context<ImportOptions>, place: Place, state: ImportState): Promise<Exit> {
  const { id } = state.organization
  const connection = unwrap(await place.ports.directory.connect(AbortSignal.timeout(60_000)))
  if (connection.organization.id !== id) throw new Trouble('request.another-organization')
  await takeImports(place, id)
  checkClaim(context, state)
  return goThrough(context, place, state)
}

/** Takes part after part: the next one is written only when the one before it was read back. */
async function goThrough(context: Context<ImportOptions>, place: Place, begun: ImportState): Promise<Exit> {
  const { world, options, output } = context
  const mode = operatorModeOf(options)
  let state = begun
  output.result('import', { id: state.id, parts: state.parts.length })
  for (const { number } of begun.parts) {
    const part = state.parts[number - 1]
    if (part === undefined || part.state === 'settled') continue
    const next = await importPart(context, place, state, part, mode)
    if (next === undefined) return waiting(context, state, part)
    state = next
    await saveImport(world, state)
  }
  return finishImport(context, place, state)
}

/** One import of an organization is worked on at a time, also by several of these programs on one machine. */
export async function takeImports(place: Pick<Place, 'journal'>, organization: string): Promise<void> {
  await takeRun(place, `imports:${organization}`)
}

/** A second file that is started too early is refused by Control Hub, or runs into the first one (CSV-1). */
async function refuseSecond({ world, options }: Context<ImportOptions>, organization: string): Promise<void> {
  const imports = await listImports(world)
  const open = imports.find((one) => one.organization.id === organization && isOpen(one))
  if (open === undefined) return
  const command = commandFor(options, 'csv', 'resume', open.id)
  throw new Trouble('csv.import-open', {
    id: open.id,
    path: open.file.path,
    command,
    cancel: commandFor(options, 'csv', 'cancel', open.id),
  })
}

/** What is said to be imported must be what was given to be imported. */
function checkClaim({ options }: Context<ImportOptions>, { parts }: ImportState): void {
  const given = options.imported
  if (given === undefined) return
  const released = parts.find(({ state }) => state === 'released')
  if (released !== undefined && given === String(released.number)) return
  throw new Trouble('csv.import-part', { given: repeatable(given), part: released?.number ?? 'none' })
}

function waiting(
  { options, output, sentences }: Context<ImportOptions>,
  state: ImportState,
  { number, path }: ImportPart,
): Exit {
  const commands = importCommands(options, state, number)
  output.say(sentences.t('output.csv.import.open', { number, ...commands }))
  output.result('waiting', { part: number, path, ...commands })
  return 'waiting'
}
