/** @module An import in Control Hub as it is kept on this machine, so that it goes on at any part. */
import { join } from 'node:path'
import type {
  CsvRow,
  CsvScope,
  ImportMode,
  Organization,
  Plan,
  RejectedRow,
  Request,
} from '@wxcc-onboard/core'
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
  readonly scope: CsvScope
  readonly request: Request
  readonly approvedHash: string
  /** The changes of administrator roles that were approved with it, as `roleChanges` writes them. */
  readonly approvedRoles: readonly string[]
  readonly rows: readonly CsvRow[]
  readonly rejected: readonly RejectedRow[]
  readonly parts: readonly ImportPart[]
  /** By line of the file. */
  readonly results: Readonly<Record<number, ImportedRow>>
  /** The run that does what is left when all parts are imported. */
  readonly runId?: string
  readonly isCanceled?: true
}

/** Whether there is a part that was not imported yet, and is to be. */
export function isOpen({ parts, isCanceled }: ImportState): boolean {
  return isCanceled !== true && parts.some(({ state }) => state !== 'settled')
}

/** Changes of administrator roles of a plan, each as text, so that two plans can be compared. */
export function roleChanges({ steps }: Plan): readonly string[] {
  return steps.flatMap((step) =>
    step.kind === 'administrator.change' ? [`${step.key} ${step.from} ${step.to}`] : [],
  )
}

export function settle(
  state: ImportState,
  number: number,
  results: Readonly<Record<number, ImportedRow>>,
): ImportState {
  // What was imported is not needed a second time, and is about people.
  return {
    ...withPart(state, number, { state: 'settled', text: '' }),
    results: { ...state.results, ...results },
  }
}

export function withPart(
  state: ImportState,
  number: number,
  change: Partial<Pick<ImportPart, 'state' | 'before' | 'text'>>,
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
  if (!/^[\w-]+$/.test(id) || world.files.stat(path) === undefined)
    throw new Trouble('csv.import-unknown', { id: repeatable(id) })
  const state = readImport(world, path)
  if (state === undefined) throw new Trouble('csv.import-unreadable', { id, path })
  return state
}

/** All that are kept; what cannot be read is nobody's open import. */
export async function listImports(world: World): Promise<readonly ImportState[]> {
  const folder = await folderOf(world)
  const names = world.files.list(folder).filter((name) => name.endsWith('.json'))
  return names.flatMap((name) => readImport(world, join(folder, name)) ?? [])
}

function readImport(world: World, path: string): ImportState | undefined {
  try {
    const state: unknown = JSON.parse(new TextDecoder().decode(world.files.read(path)))
    return (state as { format?: unknown } | null)?.format === 1 ? (state as ImportState) : undefined
  } catch {
    return undefined
  }
}

async function folderOf(world: World): Promise<string> {
  return join(await world.dataDirectory(), 'imports')
}
