/** @module From a file and its options to a request that the engine knows, judged against the organization. */
import { resolve } from 'node:path'
import type { Person } from '@wxcc-onboard/api-client'
import {
  type CsvRow,
  type CsvScope,
  type CsvVia,
  fileBlockers,
  type ImportPlan,
  type KnownPeople,
  type NamedPerson,
  type Platform,
  type Problem,
  personKey,
  planImport,
  type Request,
  requestOfRows,
} from '@wxcc-onboard/core'
import { placedInFile } from '../csv/file.ts'
import { type Judged, judge, readMode } from '../csv/judge.ts'
import { inDirectory } from '../csv/parts.ts'
import { type PlacedProblem, Trouble } from '../exit.ts'
import type { Context, PlaceOptions } from './context.ts'
import { acknowledgedCodes, type CsvOptions, groundOf, mendFile, openFile } from './csv-read.ts'
import { type Place, readPlatform } from './place.ts'
import { unwrap } from './unwrap.ts'

export interface CarryOutOptions extends CsvOptions, PlaceOptions {
  readonly directory?: string
  readonly confirmRemovals?: string
}

/** A file ready to be planned. */
export interface Prepared {
  readonly judged: Judged
  readonly request: Request
  readonly known: KnownPeople
  readonly via: CsvVia
  readonly scope: CsvScope
  /** What is imported in Control Hub, if that is the way. */
  readonly importPlan: ImportPlan | undefined
  place(problem: Problem): PlacedProblem
}

export async function prepareCsv(
  context: Context<CarryOutOptions>,
  place: Place,
  path: string,
  sha256?: string,
): Promise<Prepared> {
  const { options } = context
  const acknowledge = acknowledgedCodes(options)
  const mode = readMode(options.mode)
  if (mode === undefined) throw new Trouble('csv.mode-missing')
  const platform = platformOf(options)
  const opened = await openFile(context, path)
  const { file } = opened
  if (sha256 !== undefined && file.sha256 !== sha256) throw new Trouble('csv.changed', { path })
  const ground = { ...groundOf(context, opened), mode }
  const { via, scope, rowLimit } = ground
  const mended = await mendFile(context, opened)
  const alone = judge(file, mended, options, ground)
  refuse(alone, options)
  const known = await readOrganization(place, addressesOf(alone))
  const everyone = await readNames(place, alone, known, options)
  const judged = judge(file, mended, options, { ...ground, observation: known, everyone })
  refuse(judged, options)
  const request = requestOfRows(judged.reading, known, {
    platform,
    ...(options.org === undefined ? {} : { organization: options.org }),
    acknowledge,
  })
  const importPlan = via === 'api' ? undefined : importPlanOf(judged, known, rowLimit, options)
  return { judged, request, known, via, scope, importPlan, place: placer(judged) }
}

function importPlanOf(
  { file, sheet, reading, problems, mode, scope }: Judged,
  known: KnownPeople,
  rowLimit: number,
  { directory }: CarryOutOptions,
): ImportPlan {
  const removed = problems.filter(({ code }) => code === 'csv.service-removed')
  return planImport({
    sheet,
    rows: reading.rows,
    source: { path: resolve(file.path), sha256: file.sha256 },
    path: resolve(inDirectory(file.path, directory)),
    rowLimit,
    losingLines: removed.map(({ facts }) => Number(facts['line'])),
    mode,
    scope,
    known,
  })
}

/** The engine counts people from 1, a file counts lines. */
function placer({ file, sheet, reading }: Judged): (problem: Problem) => PlacedProblem {
  return (problem) => {
    const { subject, facts } = problem
    const row = subject.kind === 'person' ? subject.row : undefined
    const line = row === undefined ? undefined : reading.rows[row - 1]?.line
    const header = sheet.columns.email.header
    const placed = line === undefined ? problem : { ...problem, facts: { header, ...facts, line } }
    return placedInFile(placed, file.path, sheet)
  }
}

function platformOf(options: CarryOutOptions): Platform {
  if (options.platform === undefined) throw new Trouble('csv.platform-missing')
  return readPlatform(options.platform)
}

function refuse(judged: Judged, options: CarryOutOptions): void {
  const { file, sheet, reading } = judged
  const blockers = fileBlockers(judged, options.acknowledge)
  const problems = (blockers.length > 0 ? blockers : judged.problems).map((problem) =>
    placedInFile(problem, file.path, sheet),
  )
  const facts = { path: file.path, problems: problems.length, rows: reading.rejected.length }
  if (blockers.length > 0 && blockers.every(({ code }) => code === 'csv.damaged'))
    throw new Trouble('csv.damaged', facts, { problems: problems.slice(0, mostTold) })
  if (blockers.length > 0) throw refusal(problems, file.path)
  if (reading.rows.length === 0)
    throw new Trouble('csv.nobody', facts, { problems: problems.slice(0, mostTold) })
}

const mostTold = 50

/** What blocks, with the codes by which questions are answered. */
export function refusal(problems: readonly PlacedProblem[], path: string): Trouble {
  const codes = [
    ...new Set(problems.filter(({ severity }) => severity === 'question').map(({ code }) => code)),
  ]
  const facts = { path, problems: problems.length, codes: codes.join(' --acknowledge ') }
  return new Trouble('csv.refused', facts, { problems: problems.slice(0, mostTold) })
}

function addressesOf({ reading }: Judged): readonly string[] {
  return reading.rows.map(({ email }) => email)
}

const patience = 10 * 60_000

/** Pages that comparing names may cost; of a larger organization only its first people are compared. */
const mostPages = 20

/** Everyone by name, where the file has new people who have one: a changed address makes a second person (P18). */
async function readNames(
  { client }: Place,
  { reading }: Judged,
  { people }: KnownPeople,
  { org }: CarryOutOptions,
): Promise<readonly NamedPerson[]> {
  const isNew = ({ key, firstName, lastName }: CsvRow) =>
    people[key] === undefined && firstName !== undefined && lastName !== undefined
  if (!reading.rows.some(isNew)) return []
  const names: NamedPerson[] = []
  const signal = AbortSignal.timeout(patience)
  let pages = 0
  try {
    for await (const page of client.people.pages({ signal, ...(org === undefined ? {} : { orgId: org }) })) {
      names.push(...page.flatMap(namedPerson))
      pages += 1
      if (pages === mostPages) break
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Trouble('connection.failed', { reason }, { cause: error })
  }
  return names
}

function namedPerson({ emails, firstName, lastName }: Person): readonly NamedPerson[] {
  const [email] = emails
  if (email === undefined || firstName === undefined || lastName === undefined) return []
  return [{ email, firstName, lastName }]
}

/** Who of the file is there and what they hold; without it nobody knows what FALSE takes away. */
export async function readOrganization({ ports }: Place, emails: readonly string[]): Promise<KnownPeople> {
  const signal = AbortSignal.timeout(patience)
  unwrap(await ports.directory.connect(signal))
  const pools = unwrap(await ports.directory.readLicensePools(signal))
  const people = unwrap(await ports.directory.findPeople(emails, signal))
  return { pools, people: Object.fromEntries(people.map((person) => [personKey(person.email), person])) }
}
