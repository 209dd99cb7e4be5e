import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import {
  type CsvSheet,
  type Damage,
  detectDamage,
  type FactValue,
  type OpenCsv,
  openCsv,
  type Problem,
} from '@wxcc-onboard/core'
import { readBytes } from '../commands/read-text.ts'
import type { World } from '../compose.ts'
import { type PlacedProblem, Trouble } from '../exit.ts'
import { parseCsv } from './parse.ts'
import { newlines, stringifyCsv } from './stringify.ts'

export interface ReadOptions {
  readonly delimiter?: string
  readonly encoding?: string
}

/** A user file as it was read, and by what it is known again. */
export interface CsvFile extends Extract<OpenCsv, { ok: true }> {
  readonly path: string
  readonly sha256: string
  readonly bytes: Uint8Array
}

/** 200,000 rows of every column have some 60 MB. */
const largestMegabytes = 256

/** Opens a file, or says why it is no user file of Control Hub; nothing is corrected. */
export function readCsvFile(world: World, path: string, options: ReadOptions = {}): CsvFile {
  const bytes = readCsvBytes(world, path)
  const opened = openCsv(bytes, parseCsv, openOptions(options))
  if (opened.ok) return { ...opened, path, bytes, sha256: sha256Of(bytes) }
  const problems = opened.problems.map((problem) => placedInFile(problem, path))
  throw new Trouble('csv.unusable', { path, problems: problems.length }, { problems })
}

export function readCsvBytes(world: World, path: string): Uint8Array {
  return readBytes(world, path, largestMegabytes)
}

export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

const delimiters = { comma: ',', semicolon: ';', tab: '\t' } as const
const encodings = ['windows-1250', 'windows-1252'] as const

export function openOptions({ delimiter, encoding }: ReadOptions): Parameters<typeof openCsv>[2] {
  const chosen = Object.entries(delimiters).find(([name]) => name === delimiter)?.[1]
  const legacy = encodings.find((name) => name === encoding)
  return {
    ...(chosen === undefined ? {} : { delimiter: chosen }),
    ...(legacy === undefined ? {} : { legacy }),
  }
}

/** What a spreadsheet did to the file, compared with the export that it was made from where that is known. */
export function damagesOf(file: CsvFile, baseline: CsvSheet | undefined): readonly Damage[] {
  return detectDamage(file.sheet, baseline)
}

/** A problem at the line and cell of the file that it is about. */
export function placedInFile(problem: Problem, path: string, sheet?: CsvSheet): PlacedProblem {
  const { facts } = problem
  const line = numberOf(facts['line'])
  if (line === undefined) return problem
  const named = typeof facts['header'] === 'string' ? facts['header'] : headerOfSubject(problem, sheet)
  const index = sheet?.table.headers.indexOf(named ?? '') ?? -1
  const column = numberOf(facts['column']) ?? (index < 0 ? 1 : index + 1)
  const header = named ?? sheet?.table.headers[column - 1]
  return { ...problem, place: { file: path, line, column, ...(header === undefined ? {} : { header }) } }
}

/** Problems of a person have no header among their facts, but it is clear which cell they are about. */
function headerOfSubject({ code }: Problem, sheet: CsvSheet | undefined): string | undefined {
  if (sheet === undefined) return undefined
  const { columns } = sheet
  if (code.startsWith('person.email') || code === 'csv.duplicate' || code === 'csv.renamed')
    return columns.email.header
  if (code === 'csv.last-name-missing') return columns.lastName?.header
  if (code === 'csv.supervisor-needs-premium') return columns.role?.header
  return undefined
}

function numberOf(value: FactValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined
}

/** The header as the file spells it, with whatever quotation marks it has. */
function headerText({ bytes, encoding, table }: WrittenTable): string {
  const lines = new TextDecoder(encoding).decode(bytes).split(/(\r\n|\n|\r)/)
  const { headers, headerLine } = table
  const breaks = headers.join('').match(/\r\n|\n|\r/g)?.length ?? 0
  return lines.slice((headerLine - 1) * 2, (headerLine + breaks) * 2 - 1).join('')
}

type WrittenTable = Pick<CsvFile, 'bytes' | 'encoding' | 'layout'> & { readonly table: CsvSheet['table'] }

/** What was written, under the header as a file spells it: quotation marks around what needs none are kept, too. */
export function withHeader(file: WrittenTable, written: string): string {
  const { table, layout } = file
  const own = stringifyCsv([table.headers], { ...layout, hasBom: false })
  const mark = layout.hasBom ? '\ufeff' : ''
  return `${mark}${headerText(file)}${newlines[layout.newline]}${written.slice(mark.length + own.length)}`
}

/** `people.csv` and `failed` make `people.failed.csv`. */
export function besideName(path: string, what: string): string {
  return path.replace(/(?:\.(?:csv|tsv|txt))?$/i, `.${what}.csv`)
}

export function fileNameOf(path: string): string {
  return basename(path)
}
