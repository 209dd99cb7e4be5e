/** @module Exports that this program wrote, kept so that files made from them can be compared with them. */
import { join, resolve } from 'node:path'
import type { CsvSheet } from '@wxcc-onboard/core'
import { keepText } from '../commands/read-text.ts'
import type { World } from '../compose.ts'
import { readCsvFile, sha256Of } from './file.ts'

export interface Baseline {
  readonly sheet: CsvSheet
  readonly path: string
  /** Known of exports that this program wrote. */
  readonly exportedAt?: number
  readonly ageInHours?: number
}

interface KeptExport {
  readonly path: string
  readonly sha256: string
  readonly at: number
  readonly organization: string
}

/** Older exports are forgotten. */
const mostKept = 10

/** Remembers an export by its path, with a copy of its contents. */
export async function rememberExport(
  world: World,
  path: string,
  text: string,
  organization: string,
): Promise<void> {
  const folder = await folderOf(world)
  const sha256 = sha256Of(text)
  const kept = readIndex(world, folder)
  const entry: KeptExport = { path: resolve(path), sha256, at: world.clock.now(), organization }
  const index = [entry, ...kept.filter((other) => other.path !== entry.path)].slice(0, mostKept)
  keepText(world, copyPath(folder, sha256), text)
  keepText(
    world,
    join(folder, 'index.json'),
    `${JSON.stringify({ format: 1, exports: index }, undefined, 2)}\n`,
  )
  for (const { sha256: old } of kept) {
    if (!index.some((one) => one.sha256 === old)) world.files.remove(copyPath(folder, old))
  }
}

/** The export that was written to a path, as it was then. */
export async function findExport(
  world: World,
  path: string,
): Promise<{ readonly path: string; readonly bytes: Uint8Array; readonly exportedAt: number } | undefined> {
  const folder = await folderOf(world)
  const known = exportTo(world, folder, path)
  if (known === undefined) return undefined
  return { path: known.path, bytes: world.files.read(copyPath(folder, known.sha256)), exportedAt: known.at }
}

/** The export that a file was made from: the one that is named, else the one that was written to the same path. */
export async function findBaseline(
  world: World,
  path: string,
  named: string | undefined,
): Promise<Baseline | undefined> {
  const folder = await folderOf(world)
  if (named !== undefined) {
    const file = readCsvFile(world, named)
    const known = readIndex(world, folder).find(({ sha256 }) => sha256 === file.sha256)
    return { sheet: file.sheet, path: named, ...ageOf(world, known) }
  }
  const known = exportTo(world, folder, path)
  if (known === undefined) return undefined
  const { sheet } = readCsvFile(world, copyPath(folder, known.sha256))
  return { sheet, path: known.path, ...ageOf(world, known) }
}

/** The export that was written to a path, as long as its copy is there. */
function exportTo(world: World, folder: string, path: string): KeptExport | undefined {
  const known = readIndex(world, folder).find((one) => one.path === resolve(path))
  const hasCopy = known !== undefined && world.files.stat(copyPath(folder, known.sha256)) !== undefined
  return hasCopy ? known : undefined
}

function ageOf(world: World, known: KeptExport | undefined): Pick<Baseline, 'exportedAt' | 'ageInHours'> {
  if (known === undefined) return {}
  return { exportedAt: known.at, ageInHours: (world.clock.now() - known.at) / 3_600_000 }
}

async function folderOf(world: World): Promise<string> {
  return join(await world.dataDirectory(), 'exports')
}

function copyPath(folder: string, sha256: string): string {
  return join(folder, `${sha256.slice(0, 16)}.csv`)
}

/** What cannot be read is no baseline; nothing depends on having one. */
function readIndex(world: World, folder: string): readonly KeptExport[] {
  const path = join(folder, 'index.json')
  if (world.files.stat(path) === undefined) return []
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(world.files.read(path)))
    const list = (value as { exports?: unknown } | null)?.exports
    return Array.isArray(list) ? list.filter(isKept) : []
  } catch {
    return []
  }
}

function isKept(value: unknown): value is KeptExport {
  const { path, sha256, at } = (value ?? {}) as Partial<Record<keyof KeptExport, unknown>>
  return typeof path === 'string' && typeof sha256 === 'string' && typeof at === 'number'
}
