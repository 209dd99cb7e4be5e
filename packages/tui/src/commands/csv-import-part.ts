/** @module One part of an import: released, imported by somebody, read back. */
import { type CsvRow, importModeNames } from '@wxcc-onboard/core'
import { isAsWanted } from '../csv/import-rows.ts'
import {
  type ImportedRow,
  type ImportPart,
  type ImportState,
  saveImport,
  settle,
  withPart,
} from '../csv/import-state.ts'
import { Trouble } from '../exit.ts'
import { commandFor } from './command-for.ts'
import type { Context, FormatOptions, OperatorMode, OperatorOptions, PlaceOptions } from './context.ts'
import { readOrganization } from './csv-prepare.ts'
import { type ConsoleErrors, importInSandbox } from './csv-sandbox.ts'
import type { Place } from './place.ts'
import { writeText } from './read-text.ts'

export type ImportOptions = PlaceOptions & FormatOptions & OperatorOptions & { readonly imported?: string }

type Lines = ReadonlySet<number>

/** The state with this part settled; undefined where a person has to come first. */
export async function importPart(
  context: Context<ImportOptions>,
  place: Place,
  state: ImportState,
  queued: ImportPart,
  mode: OperatorMode,
): Promise<ImportState | undefined> {
  const rows = state.rows.slice(queued.from, queued.to)
  const now = await lookAt(place, rows)
  const isQueued = queued.state === 'queued'
  const part: ImportPart = isQueued ? { ...queued, before: [...now] } : queued
  const settled = (after: Lines, errors: ConsoleErrors = new Map()) =>
    settle(state, part.number, resultsOf(state, rows, { before: new Set(part.before), after, errors }))
  const canBeSeen = isVisible(state, part)
  if (now.size === rows.length && canBeSeen && (!isQueued || state.scope === 'licenses')) return settled(now)
  if (isQueued) await release(context, state, part)
  tellPart(context, state, part)
  // What is asked of a person here, nobody can have done before the file was there.
  const isClaimed = !isQueued && context.options.imported === String(part.number)
  if (!isClaimed && (mode === 'leave' || (mode === 'wait' && !canBeSeen))) return undefined
  const isAuto = !isClaimed && mode === 'auto'
  const errors = isAuto ? await importInSandbox(context, place, state, part) : undefined
  if (!isClaimed && mode === 'wait') await waitFor(context, place, state, { part, rows, now })
  const after = await lookAt(place, rows)
  tellSeen(context, part, rows.length, after.size)
  return settled(after, errors)
}

/** Whether reading back tells that the part was imported: with every column, not where all licenses were so before. */
function isVisible({ scope }: ImportState, { before, from, to }: ImportPart): boolean {
  return scope === 'licenses' || before.length < to - from
}

async function release({ world }: Context, state: ImportState, part: ImportPart): Promise<void> {
  writeText(world, part.path, part.text)
  await saveImport(world, withPart(state, part.number, { state: 'released', before: part.before }))
}

/** Lines of the rows that are as the file wants them. */
async function lookAt(place: Place, rows: readonly CsvRow[]): Promise<Lines> {
  const known = await readOrganization(
    place,
    rows.map(({ email }) => email),
  )
  return new Set(rows.filter((row) => isAsWanted(row, known)).map(({ line }) => line))
}

interface Seen {
  readonly before: Lines
  readonly after: Lines
  readonly errors: ConsoleErrors
}

/** A row that carries more than licenses was imported whatever was so before. */
function resultsOf(
  { scope }: ImportState,
  rows: readonly CsvRow[],
  { before, after, errors }: Seen,
): Readonly<Record<number, ImportedRow>> {
  return Object.fromEntries(
    rows.map(({ line, email }): [number, ImportedRow] => {
      const reason = errors.get(email.toLowerCase())
      const isFailed = !after.has(line) || (scope === 'all-columns' && reason !== undefined)
      if (isFailed) return [line, { outcome: 'failed', ...(reason === undefined ? {} : { reason }) }]
      return [line, { outcome: scope === 'licenses' && before.has(line) ? 'already' : 'done' }]
    }),
  )
}

const pollInterval = { sandbox: 250, organization: 5_000 } as const

/** Looks again and again at those who were not as wanted yet. */
async function waitFor(
  { world, output, sentences, options }: Context<ImportOptions>,
  place: Place,
  state: ImportState,
  { part: { number }, rows, now }: { part: ImportPart; rows: readonly CsvRow[]; now: Lines },
): Promise<void> {
  const commands = importCommands(options, state, number)
  const stopping = new AbortController()
  const stopListening = world.onInterrupt(() => stopping.abort())
  output.say(sentences.t('output.csv.import.waiting', { number, consoleUrl: place.consoleUrl, ...commands }))
  let missing = rows.filter(({ line }) => !now.has(line))
  try {
    while (missing.length > 0) {
      await world.clock.wait(pollInterval[place.kind], stopping.signal)
      if (stopping.signal.aborted) throw new Trouble('csv.import-stopped', commands)
      const found = await lookAt(place, missing)
      missing = missing.filter(({ line }) => !found.has(line))
    }
  } finally {
    stopListening()
  }
}

/** How to go on with an import, and how to say that a part is over whatever came of it. */
export function importCommands(options: PlaceOptions, { id }: ImportState, part: number) {
  return {
    command: commandFor(options, 'csv', 'resume', id),
    claim: commandFor(options, 'csv', 'resume', id, '--imported', String(part)),
  }
}

function tellPart({ output, sentences }: Context, state: ImportState, part: ImportPart): void {
  const facts = { number: part.number, of: state.parts.length, path: part.path, rows: part.to - part.from }
  output.say(`\n${sentences.t('output.csv.import.part', { ...facts, mode: importModeNames[state.mode] })}`)
}

function tellSeen({ output, sentences }: Context, { number }: ImportPart, rows: number, held: number): void {
  output.say(sentences.t('output.csv.import.seen', { number, rows, held, isComplete: rows === held }))
}
