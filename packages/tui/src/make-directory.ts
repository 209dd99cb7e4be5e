import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * A folder with those above it, as `mkdir -p`; throws what the system says. Node's own way (`recursive`) never ends
 * where a new folder is "no such file" although the one above it is there, as /proc says.
 */
export function makeDirectory(path: string, mode?: number): void {
  const missing: string[] = []
  for (let folder = resolve(path); !existsSync(folder); folder = dirname(folder)) missing.unshift(folder)
  for (const folder of missing) make(folder, mode)
  if (missing.length === 0 && !statSync(path).isDirectory()) mkdirSync(path)
}

/** Somebody else may have made it in the meantime. */
function make(folder: string, mode: number | undefined): void {
  try {
    mkdirSync(folder, { mode })
  } catch (error) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}
