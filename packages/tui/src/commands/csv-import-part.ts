/** @module One part of an import: released, imported by somebody, read back. */
import { type CsvRow, importModeNames, type LicensePool, personKey } from '@wxcc-onboard/core'
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
import { unwrap } from './csv-prepare.ts'
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
  const { directory } = place.ports
  const pools = unwrap(await directory.readLicensePools(AbortSignal.timeout(patience)))
  const look = (some: readonly CsvRow[]) => lookAt(place, some, pools)
  const now = await look(rows)
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
  if (!isClaimed && mode === 'wait')
    await waitFor(context, place, state, { part, missing: rows.filter(({ line }) => !now.has(line)), look })
  const after = await lookAgain(context, place, rows, { look, errors })
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

const patience = 10 * 60_000

/** Lines of the rows that are as the file wants them. Whether somebody is a supervisor costs calls, and is not asked. */
async function lookAt(
  { ports: { directory } }: Place,
  rows: readonly CsvRow[],
  pools: readonly LicensePool[],
): Promise<Lines> {
  const emails = rows.map(({ email }) => email)
  const found = unwrap(await directory.findPeople(emails, AbortSignal.timeout(patience), 'directory'))
  const people = Object.fromEntries(found.map((person) => [personKey(person.email), person]))
  return new Set(rows.filter((row) => isAsWanted(row, { people, pools })).map(({ line }) => line))
}

const looks = { sandbox: { count: 3, wait: 250 }, organization: { count: 5, wait: 5_000 } } as const

/** What an import wrote may show late; rows that Control Hub named as failed are not waited for. */
async function lookAgain(
  { world }: Context,
  { kind }: Place,
  rows: readonly CsvRow[],
  { look, errors = new Map() }: Pick<Awaited, 'look'> & { readonly errors: ConsoleErrors | undefined },
): Promise<Lines> {
  const { count, wait } = looks[kind]
  const seen = new Set(await look(rows))
  const isLate = ({ line, email }: CsvRow) => !seen.has(line) && !errors.has(email.toLowerCase())
  for (let times = 1; times < count && rows.some(isLate); times += 1) {
    await world.clock.wait(wait, AbortSignal.any([]))
    for (const line of await look(rows.filter(isLate))) seen.add(line)
  }
  return seen
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

/** Milliseconds: at first often, then as Control Hub's own list of tasks is asked. */
const polling = { sandbox: { first: 250, most: 250 }, organization: { first: 5_000, most: 30_000 } } as const

interface Awaited {
  readonly part: ImportPart
  /** Rows that were not as wanted yet. */
  readonly missing: readonly CsvRow[]
  look(rows: readonly CsvRow[]): Promise<Lines>
}

/** Looks again and again at those who were not as wanted yet. */
async function waitFor(
  { world, output, sentences, options }: Context<ImportOptions>,
  { kind, consoleUrl }: Place,
  state: ImportState,
  { part: { number }, missing: all, look }: Awaited,
): Promise<void> {
  const commands = importCommands(options, state, number)
  const { first, most } = polling[kind]
  const stopping = new AbortController()
  const stopListening = world.onInterrupt(() => stopping.abort())
  output.say(sentences.t('output.csv.import.waiting', { number, consoleUrl, ...commands }))
  let [missing, interval] = [all, first as number]
  try {
    while (missing.length > 0) {
      await world.clock.wait(interval, stopping.signal)
      if (stopping.signal.aborted) throw new Trouble('csv.import-stopped', commands)
      const found = await look(missing)
      missing = missing.filter(({ line }) => !found.has(line))
      interval = Math.min(most, interval * 1.5)
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
