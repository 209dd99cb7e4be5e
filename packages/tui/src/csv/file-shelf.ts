/** @module Which files there are to choose from: those of a folder, and those that were used lately. */
import { basename, dirname, join, resolve, sep } from 'node:path'
import type { World } from '../compose.ts'
import type { FileShelf, ShelfEntry } from '../screens/file-shelf.ts'

/** Older ones are forgotten. */
const mostKept = 8

export interface KeepingShelf extends FileShelf {
  /** Puts a file first among those that were used lately. */
  remember(path: string): void
}

export async function createFileShelf(world: World): Promise<KeepingShelf> {
  const index = join(await world.dataDirectory(), 'recent-files.json')
  const isFile = (path: string) => world.files.stat(path)?.isDirectory === false
  const home = world.env['HOME'] ?? world.env['USERPROFILE']
  const expanded = (typed: string) => (home === undefined ? typed : typed.replace(/^~(?=$|[\\/])/, home))
  return {
    list: (folder) => listFolder(world, folder),
    recent: () => readIndex(world, index).filter(isFile),
    free: (name) => freePath(world, name),
    expand: (typed) => resolve(expanded(typed.trim())),
    shorten: (path) => shortened(path, resolve('.'), home),
    placeOf(typed) {
      const path = expanded(typed)
      if (path === '' || path.endsWith('/') || path.endsWith(sep))
        return { folder: resolve(path || '.'), part: '' }
      return { folder: resolve(dirname(path)), part: basename(path) }
    },
    remember(path) {
      const others = readIndex(world, index).filter((other) => other !== path)
      const files = [path, ...others].slice(0, mostKept)
      try {
        world.files.write(index, `${JSON.stringify({ format: 1, files }, undefined, 2)}\n`)
      } catch {
        // The list is a convenience; nothing depends on it.
      }
    },
  }
}

/** `people.csv`, else `people-2.csv` and so on. */
function freePath(world: World, name: string): string {
  for (let number = 1; ; number += 1) {
    const path = resolve(number === 1 ? name : name.replace(/(?=\.[^.]+$)/, `-${number}`))
    if (world.files.stat(path) === undefined) return path
  }
}

/** User files first, the newest first; then folders, then other files. */
function listFolder(world: World, folder: string): readonly ShelfEntry[] | undefined {
  try {
    if (world.files.stat(folder)?.isDirectory !== true) return undefined
    return world.files
      .list(folder)
      .filter((name) => !name.startsWith('.'))
      .flatMap((name) => entryAt(world, folder, name))
      .toSorted((a, b) => rankOf(a) - rankOf(b) || order(a, b))
  } catch {
    return undefined
  }
}

/** A link that leads nowhere is none. */
function entryAt(world: World, folder: string, name: string): readonly ShelfEntry[] {
  try {
    const found = world.files.stat(join(folder, name))
    return found === undefined ? [] : [{ name, ...found }]
  } catch {
    return []
  }
}

function rankOf({ name, isDirectory }: ShelfEntry): number {
  if (isDirectory) return 1
  return /\.(?:csv|tsv)$/i.test(name) ? 0 : 2
}

function order(a: ShelfEntry, b: ShelfEntry): number {
  return a.isDirectory ? a.name.localeCompare(b.name) : b.modifiedAt - a.modifiedAt
}

/** Where it is, as a person would say it here. */
function shortened(path: string, here: string, home: string | undefined): string {
  if (path.startsWith(here + sep)) return path.slice(here.length + 1)
  return home !== undefined && path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path
}

function readIndex(world: World, index: string): readonly string[] {
  try {
    if (world.files.stat(index) === undefined) return []
    const value: unknown = JSON.parse(new TextDecoder().decode(world.files.read(index)))
    const files = (value as { files?: unknown } | null)?.files
    return Array.isArray(files) ? files.filter((path): path is string => typeof path === 'string') : []
  } catch {
    return []
  }
}
