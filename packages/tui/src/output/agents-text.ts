import { type AgentCatalog, type AgentChange, agentCell, agentHeaders } from '@wxcc-onboard/core'
import type { PreparedAgents } from '../csv/agents.ts'
import type { Paint } from './paint.ts'
import { safe } from './safe.ts'
import type { Sentences } from './sentences.ts'

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
  const shown = changes.slice(0, mostInFull).flatMap((change) => changeLines(change, catalog, paint))
  const more = changes.length - mostInFull
  return [
    paint('bold', safe(t('output.agents.title', counts))),
    ...shown,
    ...(more > 0 ? [t('output.agents.more', { count: more })] : []),
    ...(changes.length > 0 ? [t('output.plan.hash', { hash: plan.hash })] : []),
  ]
}

function changeLines(
  { line, email, before, after, fields }: AgentChange,
  catalog: AgentCatalog,
  paint: Paint,
): string[] {
  const cell = (settings: AgentChange['after'], field: AgentChange['fields'][number]) =>
    agentCell(field, settings, catalog) || '–'
  return [
    safe(`${String(line).padStart(5)}  ${email}`),
    ...fields.map((field) => {
      const text = `${agentHeaders[field]}: ${cell(before, field)} → ${cell(after, field)}`
      return `         ${paint('yellow', '~')} ${safe(text)}`
    }),
  ]
}
