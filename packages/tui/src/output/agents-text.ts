import {
  type AgentCatalog,
  type AgentChange,
  type AgentReport,
  agentCell,
  agentHeaders,
} from '@wxcc-onboard/core'
import type { PreparedAgents } from '../csv/agents.ts'
import { attentionFirst, moreLines, mostInFull, mostNamed } from './most.ts'
import type { Paint } from './paint.ts'
import { outcomeCounts, outcomeSign } from './report-text.ts'
import { safe } from './safe.ts'
import type { Sentences } from './sentences.ts'
import { problemLines } from './text.ts'

/** What a file changes of agents, before anything is. */
export function agentLines(
  { file, judged, plan, catalog }: PreparedAgents,
  { t }: Sentences,
  paint: Paint,
): string[] {
  const { changes, already, rejected } = judged
  const counts = {
    file: file.path,
    rows: file.table.records.length,
    changes: changes.length,
    already: already.length,
    rejected: rejected.length,
  }
  const shown = changes
    .slice(0, mostInFull.plan)
    .flatMap((change) => agentChangeLines(change, catalog, paint, change.line))
  const more = changes.length - mostInFull.plan
  return [
    paint('bold', safe(t('output.agents.title', counts))),
    ...shown,
    ...(more > 0 ? [t('output.agents.more', { count: more })] : []),
    ...(changes.length > 0 ? [t('output.plan.hash', { hash: plan.hash })] : []),
  ]
}

/** What is changed of someone, field by field; where a file is shown, with its line. */
export function agentChangeLines(
  { email, before, after, fields }: AgentChange,
  catalog: AgentCatalog,
  paint: Paint,
  line?: number,
): string[] {
  const cell = (settings: AgentChange['after'], field: AgentChange['fields'][number]) =>
    agentCell(field, settings, catalog) || '–'
  return [
    safe(`${String(line ?? '').padStart(5)}  ${email}`),
    ...fields.map((field) => {
      const text = `${agentHeaders[field]}: ${cell(before, field)} → ${cell(after, field)}`
      return `         ${paint('yellow', '~')} ${safe(text)}`
    }),
  ]
}

/**
 * What came of every change, and of which there were how many; of many, those that need somebody to look at them.
 * `command` tells of all.
 */
export function agentOutcomeLines(
  report: AgentReport,
  sentences: Sentences,
  paint: Paint,
  command: string,
): string[] {
  const isShort = report.agents.length <= mostInFull.report
  const told = isShort ? report.agents : attentionFirst(report.agents, ({ outcome }) => outcome)
  const named = isShort ? told : told.slice(0, mostNamed)
  return [
    ...named.flatMap(({ change: { email }, outcome, problems }) => [
      safe(`  ${outcomeSign(outcome, paint)} ${email}  ${sentences.shared.t(`outcome.${outcome}`)}`),
      ...problems.flatMap((problem) => problemLines(problem, sentences, paint)),
    ]),
    ...moreLines(told.length - named.length, sentences, command),
    outcomeCounts(report.counts, sentences),
  ]
}

/** What a run found and set, up to as many as anybody reads. */
export function formerAgentLines(
  changes: readonly AgentChange[],
  catalog: AgentCatalog,
  sentences: Sentences,
  paint: Paint,
  command: string,
): string[] {
  return [
    ...changes.slice(0, mostInFull.plan).flatMap((change) => agentChangeLines(change, catalog, paint)),
    ...moreLines(changes.length - mostInFull.plan, sentences, command),
  ]
}
