/** @module A run as an audit trail: lines of JSON, each with the SHA-256 of the one before. */
import { hash } from 'node:crypto'
import type { ImportedRow, JournalEntry, Plan, Step, StepResult } from '@wxcc-onboard/core'
import { type AgentIndex, agentDetails, agentIndexOf } from './audit-agents.ts'
import { pseudonymized } from './pseudonym.ts'

export interface AuditOptions {
  /** Replaces e-mail addresses and ids of people, and leaves out what servers wrote in free text. @default all as it is */
  readonly pseudonym?: (email: string) => string
}

// biome-ignore lint/performance/noBarrelFile: this file is the door of the audit.
export { createPseudonyms } from './pseudonym.ts'

type Details = Readonly<Record<string, unknown>>

/**
 * The audit trail of a run, derived from its journal: the same journal gives the same lines. The last line says how
 * many there are, so that a missing end is seen.
 *
 * @example
 * const lines = auditLines('run-1', await journal.load('run-1'))
 * writeFileSync('run-1.audit.ndjson', `${lines.join('\n')}\n`)
 */
export function auditLines(
  runId: string,
  entries: readonly JournalEntry[],
  { pseudonym }: AuditOptions = {},
): readonly string[] {
  const lines: string[] = []
  const add = (details: Details) => {
    const before = lines.at(-1)
    const shown = pseudonym === undefined ? details : pseudonymized(details, pseudonym)
    const body = { n: lines.length + 1, ...shown, previous: before === undefined ? null : sha256(before) }
    lines.push(details['event'] === endEvent ? sealed(body) : JSON.stringify(body))
  }
  let [plan, open]: (PlanIndex | undefined)[] = []
  let agents: AgentIndex | undefined
  for (const entry of entries) {
    if (entry.type === 'plan.made') plan = indexOf(entry.plan)
    if (entry.type === 'agents.planned') agents = agentIndexOf(entry)
    if (entry.type === 'plan.approved' && entry.hash === open?.hash) plan = joined(plan, open)
    if (entry.type === 'plan.renewed') {
      plan = entry.covered === undefined ? plan : joined(plan, indexOf(entry.covered))
      open = entry.open === undefined ? undefined : indexOf(entry.open)
    }
    const { at, by, type } = entry
    const who = by === undefined ? {} : { by }
    add({
      at: new Date(at).toISOString(),
      ...who,
      run: runId,
      event: type,
      ...detailsOf(entry, { plan, agents }),
    })
  }
  add({ run: runId, event: endEvent, lines: lines.length + 1 })
  return lines
}

const endEvent = 'audit.end'

/** A plan, ready to be asked about every line. */
interface PlanIndex {
  readonly hash: string
  readonly steps: ReadonlyMap<string, Step & { readonly plan: string }>
  readonly licenses: ReadonlyMap<string, string>
  readonly pools: ReadonlyMap<string, string>
  readonly emails: ReadonlyMap<number, string>
}

function indexOf({ hash: planHash, steps, people, units }: Plan): PlanIndex {
  return {
    hash: planHash,
    steps: new Map(steps.map((step) => [step.key, { ...step, plan: planHash }])),
    licenses: new Map(people.map(({ email, before }) => [email, before.license])),
    pools: new Map(units.map(({ poolId, name }) => [poolId, name])),
    emails: new Map(people.map(({ row, email }) => [row, email])),
  }
}

/** Steps that were planned anew are named with the plan that they are of. */
function joined(plan: PlanIndex | undefined, lot: PlanIndex): PlanIndex {
  if (plan === undefined) return lot
  return {
    hash: plan.hash,
    steps: new Map([...plan.steps, ...lot.steps]),
    licenses: new Map([...plan.licenses, ...lot.licenses]),
    pools: new Map([...plan.pools, ...lot.pools]),
    emails: plan.emails,
  }
}

/** What steps are of: people's licenses and roles, or details of agents. */
interface Plans {
  readonly plan: PlanIndex | undefined
  readonly agents: AgentIndex | undefined
}

function detailsOf(entry: JournalEntry, { plan, agents }: Plans): Details {
  switch (entry.type) {
    case 'run.opened':
      return { organization: entry.organization }
    case 'plan.made': {
      const { hash: planHash, platform, people, steps, units, invitations } = entry.plan
      return { plan: planHash, platform, people: people.length, steps: steps.length, units, invitations }
    }
    case 'agents.planned':
      return { plan: entry.plan.hash, people: entry.plan.changes.length }
    case 'import.planned': {
      const { mode, scope, source, parts } = entry.import
      return { mode, scope, file: source, parts: parts.map(({ path, from, to }) => ({ path, from, to })) }
    }
    case 'part.released':
      return { part: entry.number, before: entry.before.length }
    case 'part.settled':
      return { part: entry.number, rows: entry.rows.map((row) => rowOf(row, plan)) }
    case 'plan.renewed':
      return {
        ...(entry.covered === undefined ? {} : { covered: rowDetails(entry.covered) }),
        ...(entry.open === undefined ? {} : { open: rowDetails(entry.open) }),
      }
    case 'plan.approved':
      return { plan: entry.hash }
    case 'step.intended':
      return stepDetails(entry.key, { plan, agents })
    case 'step.settled':
      return { ...stepDetails(entry.key, { plan, agents }), ...resultDetails(entry.result) }
    case 'task.changed':
      return { plan: plan?.hash, task: entry.id, state: entry.status.state }
    case 'undo.approved':
      return { undo: entry.runId }
    case 'import.canceled':
    case 'run.stopped':
    case 'run.finished':
      return {}
  }
}

/** What Control Hub said may be a sentence with names in it, as the facts of a problem may. */
function rowOf({ row, outcome, reason, personId }: ImportedRow, plan: PlanIndex | undefined): Details {
  const said = reason === undefined ? {} : { facts: { message: reason } }
  const created = personId === undefined ? {} : { personId }
  return { row, email: plan?.emails.get(row), outcome, ...created, ...said }
}

function rowDetails({ hash: planHash, people, steps, invitations }: Plan): Details {
  return { plan: planHash, people: people.length, steps: steps.length, invitations }
}

/** What was not read back as planned has no known state after. */
function resultDetails({ outcome, problem, personId }: StepResult): Details {
  const isSo = outcome === 'done' || outcome === 'already'
  return {
    ...(isSo ? {} : { after: undefined }),
    outcome,
    ...(personId === undefined ? {} : { personId }),
    ...(problem === undefined ? {} : { problem: { code: problem.code, facts: problem.facts } }),
  }
}

/** Before and after as far as the plan knows them. */
function stepDetails(key: string, { plan, agents }: Plans): Details {
  if (agents?.changes.has(key)) return agentDetails(key, agents)
  const step = plan?.steps.get(key)
  if (plan === undefined || step === undefined) return { plan: plan?.hash, step: key }
  const { email, kind, rule } = step
  return { plan: step.plan, step: key, kind, email, rule, ...changeOf(step, plan) }
}

function changeOf(step: Step, { licenses, pools }: PlanIndex): Details {
  switch (step.kind) {
    case 'person.create':
      return { before: { exists: false }, after: { exists: true } }
    case 'license.change': {
      const names = (ids: readonly string[]) => ids.map((id) => pools.get(id) ?? id)
      return {
        before: { license: licenses.get(step.email) },
        after: { added: names(step.add), removed: names(step.remove) },
      }
    }
    case 'person.delete':
      return { before: { exists: true }, after: { exists: false } }
    case 'administrator.change':
      return { before: { administrator: step.from }, after: { administrator: step.to } }
  }
}

/**
 * `unreadable` a line is no JSON object · `number` lines are missing or were put in · `link` the line before is not the
 * one that was written · `end` the end is missing, or something follows it.
 */
export type AuditDamage = 'unreadable' | 'number' | 'link' | 'end'

export type AuditVerdict =
  | { readonly ok: true; readonly lines: number; readonly head: string }
  | { readonly ok: false; readonly line: number; readonly damage: AuditDamage }

/**
 * Names the first line that breaks the chain, from 1. It tells damage and careless edits; who writes the whole file
 * anew makes a chain that holds, so keep `head` (the SHA-256 of the last line) elsewhere where that matters.
 */
export function verifyAudit(text: string): AuditVerdict {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  let before: string | null = null
  for (const [index, line] of lines.entries()) {
    const damage = damageIn(objectIn(line), { number: index + 1, last: lines.length, before })
    if (damage === 'link') return { ok: false, line: culprit(lines, index), damage }
    if (damage !== undefined) return { ok: false, line: index + 1, damage }
    before = sha256(line)
  }
  return { ok: true, lines: lines.length, head: before ?? '' }
}

interface Expected {
  readonly number: number
  readonly last: number
  readonly before: string | null
}

type AuditRecord = Readonly<Record<string, unknown>>

function damageIn(
  record: AuditRecord | undefined,
  { number, last, before }: Expected,
): AuditDamage | undefined {
  if (record === undefined) return 'unreadable'
  if (record['n'] !== number) return 'number'
  const isEnd = record['event'] === endEvent
  if (isEnd && (number !== last || record['lines'] !== last || !isSealed(record))) return 'end'
  if (record['previous'] !== before) return 'link'
  return number === last && !isEnd ? 'end' : undefined
}

/** No line comes after the last one to vouch for it, so it has a hash of itself. */
function sealed(body: AuditRecord): string {
  return JSON.stringify({ ...body, seal: sha256(JSON.stringify(body)) })
}

function isSealed({ seal, ...body }: AuditRecord): boolean {
  return seal === sha256(JSON.stringify(body))
}

/** Two lines do not match: where the next one vouches for the second, the first was changed. */
function culprit(lines: readonly string[], index: number): number {
  const next = objectIn(lines[index + 1] ?? '')
  const isVouchedFor = next === undefined || next['previous'] === sha256(lines[index] ?? '')
  return isVouchedFor ? Math.max(1, index) : index + 1
}

function objectIn(line: string): AuditRecord | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as AuditRecord) : undefined
  } catch {
    return undefined
  }
}

function sha256(text: string): string {
  return hash('sha256', text)
}
