/** @module Details of agents, once they are synchronized: planned, approved, set and read back (CSV-16, C-19). */
import {
  type AgentPlan,
  type Agents,
  approvalDigits,
  type CsvVia,
  findSamePeople,
  type Problem,
} from '@wxcc-onboard/core'
import { judgeAgentFile, type PreparedAgents } from '../csv/agents.ts'
import type { ReadOptions } from '../csv/file.ts'
import { findRunRows } from '../csv/run-rows.ts'
import { type Exit, repeatable, Trouble } from '../exit.ts'
import { agentLines } from '../output/agents-text.ts'
import { createPaint } from '../output/paint.ts'
import { checkApproval } from './approval.ts'
import { commandFor } from './command-for.ts'
import type { Context, FormatOptions, PlaceOptions } from './context.ts'
import { tellProblems } from './csv-read.ts'
import { agentsOf, type Place, readPlatform } from './place.ts'
import { unwrap } from './unwrap.ts'
import { inPlace } from './walk.ts'

export interface AgentsOptions extends PlaceOptions, FormatOptions, ReadOptions {
  readonly via?: CsvVia
  readonly approve?: string
  readonly yes?: boolean
  readonly acknowledge?: readonly string[]
  readonly rows?: string
  readonly directory?: string
  readonly force?: boolean
  /** The agent update template of 1.0. */
  readonly template?: string
  readonly column?: readonly string[]
  readonly output?: string
}

export async function agentDetails(context: Context<AgentsOptions>, fileOrRun: string): Promise<Exit> {
  const { options } = context
  if (options.platform === undefined) throw new Trouble('csv.platform-missing')
  if (readPlatform(options.platform) === 'new' && options.output !== undefined)
    return writePeople(context, fileOrRun, options.output)
  const path = await fileOf(context, fileOrRun)
  if (readPlatform(options.platform) === '1.0') {
    const { fillAgentTemplate } = await import('./csv-agents-template.ts')
    return fillAgentTemplate(context, path)
  }
  if (options.template !== undefined) throw new Trouble('agents.template-elsewhere')
  return inPlace(context, 'leave', (place) => planOrApply(context, place, path))
}

/** A file to fill in; nothing is set by the same command. */
async function writePeople(context: Context<AgentsOptions>, run: string, path: string): Promise<Exit> {
  const { approve, yes, via } = context.options
  if (!isRunId(context, run)) throw new Trouble('agents.output-elsewhere', { given: repeatable(run) })
  if (approve !== undefined || yes === true || via !== undefined)
    throw new Trouble('command.misused', { reason: '-o writes people of a run; nothing can be set with it' })
  const { writePeopleOf } = await import('./csv-agents-people.ts')
  return writePeopleOf(context, run, path)
}

function isRunId({ world }: Context, given: string): boolean {
  return world.files.stat(given) === undefined && /^\d{8}-\d{6}-\w+$/.test(given)
}

/** A run stands for the file that it was made from. */
async function fileOf(context: Context, given: string): Promise<string> {
  if (!isRunId(context, given)) return given
  const kept = await findRunRows(context.world, given)
  if (kept === undefined) throw new Trouble('run.unknown', { run: given })
  return kept.path
}

async function planOrApply(context: Context<AgentsOptions>, place: Place, path: string): Promise<Exit> {
  const { options, output } = context
  const isApproved = options.approve !== undefined || options.yes === true
  if (isApproved) checkApproval(options, path)
  const agents = agentsOf(place)
  const prepared = await prepare(context, place, agents, path)
  tell(context, prepared, await findOthers(place, prepared))
  refuseQuestions(prepared, options.acknowledge)
  const { plan } = prepared
  output.result('plan', plan)
  if (options.via === 'control-hub') {
    const { writeAgentFiles } = await import('./csv-agents-files.ts')
    return writeAgentFiles(context, prepared)
  }
  if (!isApproved) return tellHow(context, prepared)
  checkHash(plan, options.approve, path)
  if (plan.changes.length === 0) return tellNothing(context, prepared)
  const { applyAgents } = await import('./csv-agents-apply.ts')
  return applyAgents(context, place, prepared)
}

const patience = 10 * 60_000

async function prepare(
  { world, options }: Context<AgentsOptions>,
  place: Place,
  agents: Agents,
  path: string,
): Promise<PreparedAgents> {
  const signal = AbortSignal.timeout(patience)
  const { organization } = unwrap(await place.ports.directory.connect(signal))
  const { org } = options
  if (org !== undefined && org.toLowerCase() !== organization.id.toLowerCase())
    throw new Trouble('request.another-organization')
  return judgeAgentFile(world, path, options, organization, {
    catalog: async () => unwrap(await agents.readCatalog(signal)),
    find: async (emails) => unwrap(await agents.findAgents(emails, signal)),
  })
}

/** Other unfinished runs about the same people; one of agent details goes on with `resume`. */
function findOthers({ journal }: Place, { plan, judged }: PreparedAgents): Promise<readonly Problem[]> {
  const people = [...judged.changes, ...judged.already]
  return findSamePeople({ organization: plan.organization, people }, '', journal)
}

function tell(context: Context<AgentsOptions>, prepared: PreparedAgents, others: readonly Problem[]): void {
  const { world, output, sentences } = context
  output.say(agentLines(prepared, sentences, createPaint(world.stdout)).join('\n'))
  tellProblems(context, [...prepared.problems, ...others])
  const { changes, already, rejected } = prepared.judged
  output.result('counts', {
    in: prepared.file.table.records.length,
    changes: changes.length,
    already: already.length,
    rejected: rejected.length,
  })
}

function refuseQuestions({ problems, file }: PreparedAgents, acknowledged: readonly string[] = []): void {
  const open = problems.filter(
    ({ severity, code }) => severity === 'question' && !acknowledged.includes(code),
  )
  if (open.length === 0) return
  const codes = [...new Set(open.map(({ code }) => code))].join(' --acknowledge ')
  throw new Trouble('csv.refused', { path: file.path, problems: open.length, codes }, { problems: open })
}

function tellHow({ options, output, sentences }: Context<AgentsOptions>, prepared: PreparedAgents): Exit {
  const { plan, judged, file } = prepared
  if (plan.changes.length === 0) return judged.rejected.length === 0 ? 'done' : 'incomplete'
  const words = [
    ...['csv', 'agents', file.path, '--platform', 'new', '--approve', plan.hash.slice(0, approvalDigits)],
    ...(options.acknowledge ?? []).flatMap((code) => ['--acknowledge', code]),
    ...(options.delimiter === undefined ? [] : ['--delimiter', options.delimiter]),
    ...(options.encoding === undefined ? [] : ['--encoding', options.encoding]),
  ]
  output.say(sentences.t('output.plan.how', { command: commandFor(options, ...words) }))
  return 'done'
}

/** Where nothing is to be set there is no run, and every row is told all the same. */
async function tellNothing(context: Context<AgentsOptions>, prepared: PreparedAgents): Promise<Exit> {
  const { tellUnchanged } = await import('./csv-agents-rows.ts')
  return tellUnchanged(context, prepared).rejected > 0 ? 'incomplete' : 'done'
}

function checkHash({ hash }: AgentPlan, approve: string | undefined, path: string): void {
  if (approve === undefined || hash.startsWith(approve)) return
  throw new Trouble('approval.differs', { path, actual: hash, expected: approve })
}
