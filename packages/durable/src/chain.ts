import { hash } from 'node:crypto'

/**
 * Each entry carries the SHA-256 of itself and of the link before, so that a bit that turned over, a line that is
 * missing and a line that was put in are seen when the run is read.
 */
export function addLink(before: string, text: string): string {
  return hash('sha256', `${before}\n${text}`)
}

export function firstLink(name: string): string {
  return hash('sha256', name)
}
