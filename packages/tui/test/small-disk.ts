import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file system of its own that has little room. */
export interface SmallDisk {
  readonly directory: string
  /** Takes all the room that is left, but for so many bytes. */
  fill(free?: number): void
  /** Gives back what `fill` took. */
  makeRoom(): void
  remove(): void
}

/** Undefined where nobody may mount one: it takes Linux and its administrator. */
export function mountSmallDisk(bytes: number): SmallDisk | undefined {
  const directory = mkdtempSync(join(tmpdir(), 'wxcc-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', directory], { stdio: 'ignore' })
  } catch {
    rmSync(directory, { recursive: true })
    return undefined
  }
  const filler = join(directory, filling)
  return {
    directory,
    fill(free = 0) {
      rmSync(filler, { force: true })
      const room = roomLeft(filler)
      rmSync(filler)
      writeAll(filler, room - free)
    },
    makeRoom: () => rmSync(filler, { force: true }),
    remove() {
      execFileSync('umount', [directory])
      rmSync(directory, { recursive: true })
    },
  }
}

/** The name under which room is taken. */
export const filling = 'filling'

const page = 4096

/** What fits into a file until the disk says that it is full. */
function roomLeft(path: string): number {
  return writeAll(path, Number.POSITIVE_INFINITY)
}

function writeAll(path: string, bytes: number): number {
  const file = openSync(path, 'w')
  const zeros = Buffer.alloc(page)
  let written = 0
  try {
    while (written < bytes) written += writeSync(file, zeros)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    closeSync(file)
  }
  return written
}
