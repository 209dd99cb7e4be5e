/** @module How the program ends: one table from what went wrong to an exit code. Sentences are in i18n/. */
import type { Problem, ProblemCode } from '@wxcc-onboard/core'

/** Exit codes; documented in docs/exit-codes.md. A code once given keeps its meaning. */
export const exitCodes = {
  done: 0,
  bug: 1,
  usage: 2,
  refused: 3,
  'no-terminal': 4,
  waiting: 5,
  incomplete: 6,
  'sign-in': 7,
  environment: 8,
  drift: 9,
  moved: 10,
  interrupted: 130,
} as const

export type Exit = keyof typeof exitCodes

/** Everything on this side of the engine that keeps a command from its work, and how the program then ends. */
const troubles = {
  'command.misused': 'usage',
  'command.no-terminal': 'no-terminal',
  'command.interrupted': 'interrupted',
  'token.missing': 'sign-in',
  'token.on-command-line': 'usage',
  'token.empty': 'usage',
  'token.malformed': 'usage',
  'region.missing': 'usage',
  'region.unknown': 'usage',
  'address.malformed': 'usage',
  'budget.malformed': 'usage',
  'platform.unknown': 'usage',
  'port.malformed': 'usage',
  'port.in-use': 'environment',
  'port.forbidden': 'environment',
  'file.missing': 'usage',
  'file.directory': 'usage',
  'file.too-large': 'usage',
  'file.binary': 'usage',
  'file.unreadable': 'environment',
  'file.unwritable': 'environment',
  'file.exists': 'usage',
  'output.unwritable': 'environment',
  'input.unreadable': 'environment',
  'csv.unusable': 'usage',
  'csv.mode-missing': 'usage',
  'csv.mode-unknown': 'usage',
  'csv.platform-missing': 'usage',
  'csv.option-elsewhere': 'usage',
  'csv.repair-unasked': 'no-terminal',
  'csv.repair-interrupted': 'interrupted',
  'csv.damaged': 'refused',
  'csv.refused': 'refused',
  'csv.nobody': 'refused',
  'csv.changed': 'refused',
  'csv.removals-unconfirmed': 'refused',
  'csv.roles-unusable': 'usage',
  'csv.code-unknown': 'usage',
  'csv.scope-elsewhere': 'usage',
  'csv.option-planned': 'usage',
  'csv.import-refused': 'refused',
  'csv.import-unknown': 'usage',
  'csv.import-stopped': 'interrupted',
  'csv.import-open': 'refused',
  'csv.import-part': 'usage',
  'csv.import-changed': 'refused',
  'csv.import-canceled': 'usage',
  'csv.import-over': 'usage',
  'csv.limit-malformed': 'usage',
  'agents.unusable': 'usage',
  'agents.limit-malformed': 'usage',
  'agents.template-elsewhere': 'usage',
  'agents.output-elsewhere': 'usage',
  'agents.template-missing': 'usage',
  'agents.template-open': 'usage',
  'agents.column-unknown': 'usage',
  'agents.no-api': 'usage',
  'request.syntax': 'usage',
  'request.not-a-mapping': 'usage',
  'request.invalid': 'usage',
  'request.is-a-plan': 'usage',
  'request.another-organization': 'refused',
  'plan.malformed': 'usage',
  'plan.edited': 'refused',
  'plan.stale': 'refused',
  'plan.blocked': 'refused',
  'plan.not-approved': 'usage',
  'approval.malformed': 'usage',
  'approval.differs': 'refused',
  'operator.auto-refused': 'usage',
  'run.unknown': 'usage',
  'run.finished': 'usage',
  'run.leased': 'environment',
  'run.taken-over': 'environment',
  'run.not-approved': 'refused',
  'run.format-unknown': 'refused',
  'run.damaged': 'environment',
  'run.agents': 'usage',
  'undo.agents': 'usage',
  'undo.not-approved': 'usage',
  'undo.removals-unconfirmed': 'refused',
  'run.nothing-to-approve': 'usage',
  'run.class-unknown': 'usage',
  'task.unknown': 'usage',
  'task.settled': 'usage',
  'audit.broken': 'refused',
  'journal.read-only': 'environment',
  'journal.newer-format': 'environment',
  'journal.not-a-journal': 'environment',
  'journal.damaged': 'environment',
  'journal.leased': 'environment',
  'journal.locked': 'environment',
  'journal.disk-full': 'environment',
  'journal.unreadable': 'environment',
  'sandbox.state': 'environment',
  'sign-in.refused': 'sign-in',
  'connection.failed': 'environment',
  'program.bug': 'bug',
} as const satisfies Record<string, Exit>

export type TroubleCode = keyof typeof troubles

export type TroubleFacts = Readonly<Record<string, string | number>>

/** A problem of a request file, with the place in the file that it is about. */
export interface PlacedProblem extends Problem {
  readonly place?: {
    readonly file: string
    readonly line: number
    readonly column: number
    /** Of the cell, in a CSV file. */
    readonly header?: string
  }
}

/** Something typed, as a message may repeat it: what is as long as a token and no word may be one. */
export function repeatable(given: string): string {
  return given.replaceAll(/[\p{L}\p{N}_.~+/=-]{32,}/gu, '…')
}

/** Thrown where a command cannot go on for a reason that a person can do something about. */
export class Trouble extends Error {
  override readonly name = 'Trouble'
  readonly code: TroubleCode
  readonly facts: TroubleFacts
  readonly problems: readonly PlacedProblem[]

  constructor(
    code: TroubleCode,
    facts: TroubleFacts = {},
    more: { problems?: readonly PlacedProblem[]; cause?: unknown } = {},
  ) {
    super(code, { cause: more.cause })
    this.code = code
    this.facts = facts
    this.problems = more.problems ?? []
  }

  get exit(): Exit {
    return troubles[this.code]
  }
}

/** Any error as trouble: those of our packages by their names, so that none of them need be loaded here. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof Trouble) return error
  if (!(error instanceof Error))
    return new Trouble('program.bug', { reason: String(error) }, { cause: error })
  const facts = { reason: error.message, ...factsOf(error) }
  const code = troubleCodeOf(error)
  return new Trouble(code, facts, { cause: error })
}

function troubleCodeOf(error: Error): TroubleCode {
  const code = String((error as { code?: unknown }).code)
  if (error.name === 'JournalError') {
    return journalTroubles.find((known) => known === `journal.${code}`) ?? 'journal.unreadable'
  }
  if (error.name === 'SandboxStateError') return 'sandbox.state'
  if (error.name === 'SandboxPortError') return code === 'EACCES' ? 'port.forbidden' : 'port.in-use'
  return 'program.bug'
}

const journalTroubles = (Object.keys(troubles) as TroubleCode[]).filter((code) => code.startsWith('journal.'))

function factsOf(error: Error): TroubleFacts {
  const { path, port } = error as { path?: unknown; port?: unknown }
  return {
    ...(typeof path === 'string' ? { path } : {}),
    ...(typeof port === 'number' ? { port } : {}),
  }
}

/** What blocking problems of a run amount to; the first that names a cause outside of the plan decides. */
export function troubleOfProblems(problems: readonly PlacedProblem[]): Trouble {
  const code = problems.map((problem) => problemTroubles[problem.code]).find((found) => found !== undefined)
  const file = problems.find((problem) => problem.code === 'file.unwritable')
  if (file !== undefined && code === 'file.unwritable')
    return new Trouble(code, { path: String(file.facts['path']), reason: String(file.facts['reason']) })
  const reason = String(problems.find(({ facts }) => facts['message'] !== undefined)?.facts['message'] ?? '')
  return new Trouble(code ?? 'plan.blocked', { problems: problems.length, reason }, { problems })
}

const problemTroubles: Readonly<Partial<Record<ProblemCode, TroubleCode>>> = {
  'failure.unauthorized': 'sign-in.refused',
  'failure.forbidden': 'sign-in.refused',
  'failure.network': 'connection.failed',
  'failure.timeout': 'connection.failed',
  'failure.unavailable': 'connection.failed',
  'failure.rate-limited': 'connection.failed',
  'failure.unreadable': 'connection.failed',
  'request.another-organization': 'request.another-organization',
  'journal.failed': 'journal.unreadable',
  'plan.edited': 'plan.edited',
  'file.unwritable': 'file.unwritable',
  'journal.taken-over': 'run.taken-over',
}

/** Writes what is still in the pipes, and hears of what could not be written. */
export async function flush(streams: readonly NodeJS.WriteStream[]): Promise<void> {
  await Promise.all(streams.map(flushed))
  await new Promise(setImmediate)
}

/** Ends the process: the one place that does. */
export function leaveAtOnce(exit: Exit): never {
  process.exit(exitCodes[exit])
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (!stream.writable) resolve()
    else stream.write('', () => resolve())
  })
}
