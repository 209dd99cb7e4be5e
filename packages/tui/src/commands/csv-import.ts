/** @module Files that a person, or the sandbox's console, imports in Control Hub, strictly one after another (CSV-1). */
import { resolve } from 'node:path'
import { type CsvRow, importModeNames, type Plan, partsOf } from '@wxcc-onboard/core'
import { importText, isAsWanted } from '../csv/import-rows.ts'
import {
  type ImportedRow,
  type ImportPart,
  type ImportState,
  saveImport,
  settle,
  withPart,
} from '../csv/import-state.ts'
import { type Exit, Trouble } from '../exit.ts'
import { commandFor } from './command-for.ts'
import {
  type Context,
  type FormatOptions,
  type OperatorMode,
  type OperatorOptions,
  operatorModeOf,
  type PlaceOptions,
} from './context.ts'
import { finishImport } from './csv-finish.ts'
import { type CarryOutOptions, type Prepared, readOrganization, unwrap } from './csv-prepare.ts'
import { type ConsoleErrors, importInSandbox } from './csv-sandbox.ts'
import { partName } from './csv-split.ts'
import type { Place } from './place.ts'
import { writeText } from './read-text.ts'

export type ImportOptions = PlaceOptions & FormatOptions & OperatorOptions & { readonly imported?: string }

/** Keeps the import under the approval that its plan was given, and begins with the first part. */
export async function beginImport(
  context: Context<CarryOutOptions & OperatorOptions>,
  place: Place,
  { judged, request, rowLimit }: Prepared,
  plan: Plan,
): Promise<Exit> {
  const { world, options, output, sentences } = context
  const { file, sheet, reading, mode } = judged
  const parts = partsOf(reading.rows, rowLimit).map((rows, index, all): ImportPart => {
    const number = index + 1
    const from = index * rowLimit
    const path = resolve(partName(file.path, options.directory, number, all.length))
    return {
      number,
      from,
      to: from + rows.length,
      path,
      text: importText(sheet, rows, mode),
      state: 'queued',
      before: [],
    }
  })
  const state: ImportState = {
    format: 1,
    id: world.ids.next(),
    place: place.kind,
    organization: plan.organization,
    file: { path: resolve(file.path), sha256: file.sha256 },
    mode,
    request: { ...request, organization: plan.organization.id },
    approvedHash: plan.hash,
    rows: reading.rows.map((row) => ({ ...row, problems: [] })),
    rejected: reading.rejected,
    parts,
    results: {},
  }
  await saveImport(world, state)
  output.say(`\n${sentences.t('output.csv.import.begun', { id: state.id, count: parts.length })}`)
  return goOn(context, place, state)
}

/** Takes part after part: the next one is written only when the one before it was read back. */
export async function goOn(context: Context<ImportOptions>, place: Place, begun: ImportState): Promise<Exit> {
  const { world, options, output } = context
  const mode = operatorModeOf(options)
  let state = begun
  await checkOrganization(place, begun)
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

/** The approval was for one organization: another one's people say nothing of this file. */
async function checkOrganization(place: Place, { organization }: ImportState): Promise<void> {
  const connection = unwrap(await place.ports.directory.connect(AbortSignal.timeout(60_000)))
  if (connection.organization.id !== organization.id) throw new Trouble('request.another-organization')
}

/** The state with this part settled; undefined where a person has to come first. */
async function importPart(
  context: Context<ImportOptions>,
  place: Place,
  state: ImportState,
  queued: ImportPart,
  mode: OperatorMode,
): Promise<ImportState | undefined> {
  const rows = state.rows.slice(queued.from, queued.to)
  const now = await lookAt(place, rows)
  const part = queued.state === 'queued' ? { ...queued, before: [...now] } : queued
  const settled = (after: ReadonlySet<number>, errors: ConsoleErrors = new Map()) =>
    settle(state, part.number, resultsOf(rows, after, new Set(part.before), errors))
  if (now.size === rows.length) return settled(now)
  const isClaimed = context.options.imported === String(part.number) && queued.state === 'released'
  if (queued.state === 'queued') await release(context, state, part)
  tellPart(context, state, part)
  if (!isClaimed && mode === 'leave') return undefined
  const errors =
    !isClaimed && mode === 'auto' ? await importInSandbox(context, place, state, part) : undefined
  if (!isClaimed && mode === 'wait') await waitFor(context, place, state, rows, part)
  const after = await lookAt(place, rows)
  tellSeen(context, part, rows.length, after.size)
  return settled(after, errors)
}

async function release({ world }: Context, state: ImportState, part: ImportPart): Promise<void> {
  writeText(world, part.path, part.text)
  await saveImport(world, withPart(state, part.number, { state: 'released', before: part.before }))
}

/** Lines of the rows that are as the file wants them. */
async function lookAt(place: Place, rows: readonly CsvRow[]): Promise<ReadonlySet<number>> {
  const known = await readOrganization(
    place,
    rows.map(({ email }) => email),
  )
  return new Set(rows.filter((row) => isAsWanted(row, known)).map(({ line }) => line))
}

function resultsOf(
  rows: readonly CsvRow[],
  now: ReadonlySet<number>,
  before: ReadonlySet<number>,
  errors: ConsoleErrors,
): Readonly<Record<number, ImportedRow>> {
  return Object.fromEntries(
    rows.map(({ line, email }): [number, ImportedRow] => {
      if (now.has(line)) return [line, { outcome: before.has(line) ? 'already' : 'done' }]
      const reason = errors.get(email.toLowerCase())
      return [line, { outcome: 'failed', ...(reason === undefined ? {} : { reason }) }]
    }),
  )
}

const pollInterval = { sandbox: 250, organization: 5_000 } as const

async function waitFor(
  { world, output, sentences, options }: Context<ImportOptions>,
  place: Place,
  { id }: ImportState,
  rows: readonly CsvRow[],
  part: ImportPart,
): Promise<void> {
  output.say(sentences.t('output.csv.import.waiting', { number: part.number }))
  const stopping = new AbortController()
  const stopListening = world.onInterrupt(() => stopping.abort())
  try {
    while (!stopping.signal.aborted) {
      await world.clock.wait(pollInterval[place.kind], stopping.signal)
      if ((await lookAt(place, rows)).size === rows.length) return
    }
  } finally {
    stopListening()
  }
  const command = commandFor(options, 'csv', 'resume', id)
  throw new Trouble('csv.import-stopped', { command })
}

function tellPart({ output, sentences }: Context, state: ImportState, part: ImportPart): void {
  const facts = { number: part.number, of: state.parts.length, path: part.path, rows: part.to - part.from }
  output.say(`\n${sentences.t('output.csv.import.part', { ...facts, mode: importModeNames[state.mode] })}`)
}

function tellSeen({ output, sentences }: Context, { number }: ImportPart, rows: number, held: number): void {
  output.say(sentences.t('output.csv.import.seen', { number, rows, held, isComplete: rows === held }))
}

function waiting(
  { options, output, sentences }: Context<ImportOptions>,
  state: ImportState,
  part: ImportPart,
): Exit {
  const command = commandFor(options, 'csv', 'resume', state.id)
  const claim = commandFor(options, 'csv', 'resume', state.id, '--imported', String(part.number))
  output.say(sentences.t('output.csv.import.open', { number: part.number, command, claim }))
  output.result('waiting', { part: part.number, path: part.path, command, claim })
  return 'waiting'
}
