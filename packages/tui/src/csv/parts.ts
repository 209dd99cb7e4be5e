/** @module Files that are imported in Control Hub one after another: their names, and how long they may be. */
import { join } from 'node:path'
import { csvRowLimits, partPath } from '@wxcc-onboard/core'
import { repeatable, Trouble } from '../exit.ts'
import { fileNameOf } from './file.ts'

/** `people.part-02-of-13.csv` beside the file, or in another folder. */
export function partName(path: string, directory: string | undefined, number: number, of: number): string {
  return partPath(inDirectory(path, directory), number, of)
}

export function inDirectory(path: string, directory: string | undefined): string {
  return directory === undefined ? path : join(directory, fileNameOf(path))
}

/** As many rows as Control Hub takes in a file: 1,000 for Contact Center, never more than 20,000 (NEW-1, NEW-2). */
export function readRowLimit(given: string | undefined): number {
  const limit = given === undefined ? csvRowLimits.contactCenter : Number(given)
  if (Number.isInteger(limit) && limit >= 1 && limit <= csvRowLimits.general) return limit
  throw new Trouble('csv.limit-malformed', { given: repeatable(String(given)), limit: csvRowLimits.general })
}
