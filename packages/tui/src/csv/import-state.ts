/** @module An import in Control Hub as it is kept on this machine, so that it goes on at any part. */
import { join } from 'node:path'
import type { CsvRow, ImportMode, Organization, RejectedRow, Request } from '@wxcc-onboard/core'
import type { PlaceKind } from '../commands/place.ts'
import type { World } from '../compose.ts'
import { repeatable, Trouble } from '../exit.ts'

export interface ImportPart {
  readonly number: number
  /** Of `rows`, the first and the one behind the last. */
  readonly from: number
  readonly to: number
  /** Where it is written when it is its turn. */
  readonly path: string
  readonly text: string
  readonly state: 'queued' | 'released' | 'settled'
  /** Lines that were as wanted before the part was released. */
  readonly before: readonly number[]
}

export interface ImportedRow {
  readonly outcome: 'done' | 'already' | 'failed'
  /** What Control Hub said, where it said something. */
  readonly reason?: string
}

export interface ImportState {
  readonly format: 1
  readonly id: string
  readonly place: PlaceKind
  readonly organization: Organization
  readonly file: { readonly path: string; readonly sha256: string }
  readonly mode: ImportMode
  readonly request: Request
  readonly approvedHash: string
  readonly rows: readonly CsvRow[]
  readonly rejected: readonly RejectedRow[]
  readonly parts: readonly ImportPart[]
  /** By line of the file. */
  readonly results: Readonly<Record<number, ImportedRow>>
  /** The run that does what is left when all parts are imported. */
  readonly runId?: string
}

export function settle(
  state: ImportState,
  number: number,
  results: Readonly<Record<number, ImportedRow>>,
): ImportState {
  return { ...withPart(state, number, { state: 'settled' }), results: { ...state.results, ...results } }
}

export function withPart(
  state: ImportState,
  number: number,
  change: Partial<Pick<ImportPart, 'state' | 'before'>>,
): ImportState {
  const parts = state.parts.map((part) => (part.number === number ? { ...part, ...change } : part))
  return { ...state, parts }
}

export async function saveImport(world: World, state: ImportState): Promise<void> {
  const folder = await folderOf(world)
  world.files.makeDirectory(folder)
  world.files.write(join(folder, `${state.id}.json`), `${JSON.stringify(state)}\n`)
}

export async function loadImport(world: World, id: string): Promise<ImportState> {
  const path = join(await folderOf(world), `${id}.json`)
  const isName = /^[\w-]+$/.test(id)
  if (!isName || world.files.stat(path) === undefined)
    throw new Trouble('csv.import-unknown', { id: repeatable(id) })
  const state: unknown = JSON.parse(new TextDecoder().decode(world.files.read(path)))
  if ((state as { format?: unknown } | null)?.format !== 1)
    throw new Trouble('run.format-unknown', { run: id })
  return state as ImportState
}

async function folderOf(world: World): Promise<string> {
  return join(await world.dataDirectory(), 'imports')
}
