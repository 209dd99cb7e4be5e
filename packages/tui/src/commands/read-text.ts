import { dirname } from 'node:path'
import type { World } from '../compose.ts'
import { repeatable, Trouble } from '../exit.ts'

const megabyte = 1024 * 1024

/** A request of 20,000 people has about 2 MB. */
const largestMegabytes = 16

export interface Reader {
  readonly files: Pick<World['files'], 'stat' | 'read'>
}

/** The text of a file that a person named, or what is wrong with it. */
export function readText(world: Reader, path: string, limit = largestMegabytes): string {
  const bytes = readBytes(world, path, limit)
  if (bytes.includes(0)) throw new Trouble('file.binary', { path })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Trouble('file.binary', { path })
  }
}

/** The bytes of a file that a person named, or what is wrong with it. */
export function readBytes(world: Reader, path: string, limit = largestMegabytes): Uint8Array {
  try {
    const found = world.files.stat(path)
    if (found === undefined)
      throw new Trouble('file.missing', { path: /[./\\]/.test(path) ? path : repeatable(path) })
    if (found.isDirectory) throw new Trouble('file.directory', { path })
    if (found.size > limit * megabyte) {
      throw new Trouble('file.too-large', { path, size: Math.ceil(found.size / megabyte), limit })
    }
    return world.files.read(path)
  } catch (error) {
    if (error instanceof Trouble) throw error
    throw new Trouble('file.unreadable', { path, reason: reasonOf(error) }, { cause: error })
  }
}

/** Writes a file that a person asked for. */
export function writeText(world: World, path: string, text: string): void {
  writing(path, () => world.files.write(path, text))
}

/** Writes a file of the program's own, into a folder that is its owner's alone. */
export function keepText(world: World, path: string, text: string): void {
  writing(path, () => {
    world.files.makeDirectory(dirname(path))
    world.files.write(path, text)
  })
}

function writing(path: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    throw new Trouble('file.unwritable', { path, reason: reasonOf(error) }, { cause: error })
  }
}

/** In words where the code of the system has some. */
export function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown }).code
  if (typeof code === 'string') return reasons[code] ?? code
  return error instanceof Error ? error.message : String(error)
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EFBIG: 'it would be larger than files may be here',
  ENOTDIR: 'a part of the path is not a directory',
  EISDIR: 'it is a directory',
  EEXIST: 'a part of the path is not a directory',
  ELOOP: 'its links go round in a circle',
}
