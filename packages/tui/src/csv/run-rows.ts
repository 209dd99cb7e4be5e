/** @module Which rows of which file a run is about, kept so that resuming it tells what came of each. */
import { join, resolve } from 'node:path'
import { keepText } from '../commands/read-text.ts'
import type { World } from '../compose.ts'
import type { RunOfRows } from './rows.ts'

export interface RunRows extends RunOfRows {
  readonly format: 1
  readonly path: string
  readonly sha256: string
  readonly rowsIn: number
}

export async function keepRunRows(world: World, run: string, rows: Omit<RunRows, 'format'>): Promise<void> {
  const { reading } = rows
  const kept: RunRows = {
    ...rows,
    format: 1,
    path: resolve(rows.path),
    reading: { ...reading, rows: reading.rows.map(({ line, email }) => ({ line, email })) },
  }
  const folder = await folderOf(world)
  keepText(world, join(folder, `${run}.json`), `${JSON.stringify(kept)}\n`)
}

/** Undefined for runs that came of no file. */
export async function findRunRows(world: World, run: string): Promise<RunRows | undefined> {
  const path = join(await folderOf(world), `${run}.json`)
  if (world.files.stat(path) === undefined) return undefined
  const kept: unknown = JSON.parse(new TextDecoder().decode(world.files.read(path)))
  return (kept as { format?: unknown } | null)?.format === 1 ? (kept as RunRows) : undefined
}

async function folderOf(world: World): Promise<string> {
  return join(await world.dataDirectory(), 'csv-runs')
}
