/** @module A file with details of agents: opened, judged against Contact Center, planned. */
import {
  type Agent,
  type AgentCatalog,
  type AgentPlan,
  type AgentSheet,
  agentFields,
  agentHeaders,
  type JudgedAgents,
  judgeAgents,
  type OpenTable,
  type Organization,
  openTable,
  type Problem,
  planAgents,
  readAgentSheet,
} from '@wxcc-onboard/core'
import type { World } from '../compose.ts'
import { type PlacedProblem, Trouble } from '../exit.ts'
import { openOptions, placedInFile, type ReadOptions, readCsvBytes } from './file.ts'
import { parseCsv } from './parse.ts'

export interface TableFile extends Extract<OpenTable, { ok: true }> {
  readonly path: string
  readonly bytes: Uint8Array
}

export interface PreparedAgents {
  readonly file: TableFile
  readonly catalog: AgentCatalog
  readonly judged: JudgedAgents
  readonly plan: AgentPlan
  /** With their places in the file. */
  readonly problems: readonly PlacedProblem[]
}

/** What is asked of Contact Center; only once the file can be read. */
export interface AgentSources {
  catalog(): Promise<AgentCatalog>
  find(emails: readonly string[]): Promise<readonly Agent[]>
}

/** Any kind of file with a header and rows, or why it is none. */
export function readTableFile(world: World, path: string, options: ReadOptions = {}): TableFile {
  const bytes = readCsvBytes(world, path)
  const opened = openTable(bytes, parseCsv, openOptions(options))
  if (opened.ok) return { ...opened, path, bytes }
  throw unusable(opened.problems, path)
}

export async function judgeAgentFile(
  world: World,
  path: string,
  options: ReadOptions,
  organization: Organization,
  sources: AgentSources,
): Promise<PreparedAgents> {
  const file = readTableFile(world, path, options)
  const sheet = readAgentSheet(file.table)
  if (!sheet.ok) throw unusable(sheet.problems, path)
  const empty = file.problems.filter(({ severity }) => severity === 'error')
  if (empty.length > 0) throw unusable(empty, path)
  const catalog = await sources.catalog()
  const agents = await sources.find(sheet.rows.map(({ email }) => email))
  const found = judgeAgents(sheet.rows, agents, catalog)
  const rejected = [...sheet.rejected, ...found.rejected].toSorted((a, b) => a.line - b.line)
  const judged = { ...found, rejected }
  const all = [...file.problems, ...judged.problems, ...rejected.flatMap(({ problems }) => problems)]
  return {
    file,
    catalog,
    judged,
    plan: await planAgents(organization, judged.changes),
    problems: all.map((problem) => placed(problem, file, sheet)).toSorted(byLine),
  }
}

function unusable(problems: readonly Problem[], path: string): Trouble {
  const placedProblems = problems.map((problem) => placedInFile(problem, path))
  return new Trouble('agents.unusable', { path, problems: problems.length }, { problems: placedProblems })
}

/** Rules name columns as the documentation does, the file may spell them otherwise. */
function placed(
  problem: Problem,
  file: TableFile,
  { headers }: Extract<AgentSheet, { ok: true }>,
): PlacedProblem {
  const field = agentFields.find((one) => agentHeaders[one] === problem.facts['header'])
  const index = file.table.headers.indexOf(field === undefined ? '' : (headers[field] ?? ''))
  const at = index < 0 ? problem : { ...problem, facts: { ...problem.facts, column: index + 1 } }
  return placedInFile(at, file.path)
}

function byLine(a: PlacedProblem, b: PlacedProblem): number {
  return (a.place?.line ?? 0) - (b.place?.line ?? 0)
}
