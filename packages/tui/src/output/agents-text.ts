import {
  type AgentCatalog,
  type AgentChange,
  type AgentReport,
  agentCell,
  agentHeaders,
  type StepOutcome,
} from '@wxcc-onboard/core'
import type { PreparedAgents } from '../csv/agents.ts'
import type { Paint } from './paint.ts'
import { outcomeSign } from './report-text.ts'
import { safe } from './safe.ts'
import type { Sentences } from './sentences.ts'
import { problemLines } from './text.ts'

/** More people than that are counted; the whole is in --json. */
const mostInFull = 50

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
    .slice(0, mostInFull)
    .flatMap((change) => agentChangeLines(change, catalog, paint, change.line))
  const more = changes.length - mostInFull
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

/** What came of every change, and of which there were how many. */
export function agentOutcomeLines(report: AgentReport, sentences: Sentences, paint: Paint): string[] {
  const { t, shared } = sentences
  const counts = Object.entries(report.counts) as [StepOutcome, number][]
  return [
    ...report.agents.flatMap(({ change: { email }, outcome, problems }) => [
      safe(`  ${outcomeSign(outcome, paint)} ${email}  ${shared.t(`outcome.${outcome}`)}`),
      ...problems.flatMap((problem) => problemLines(problem, sentences, paint)),
    ]),
    counts
      .filter(([, count]) => count > 0)
      .map(([outcome, count]) =>
        t('output.report.counts', { count, outcome: shared.t(`outcome.${outcome}`) }),
      )
      .join(', '),
  ]
}
