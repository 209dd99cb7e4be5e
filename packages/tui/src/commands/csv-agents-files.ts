import { agentRecords, controlHubLayout, csvRowLimits, partsOf } from '@wxcc-onboard/core'
import type { PreparedAgents } from '../csv/agents.ts'
import { besideName } from '../csv/file.ts'
import { partName } from '../csv/parts.ts'
import { stringifyCsv } from '../csv/stringify.ts'
import { type Exit, repeatable, Trouble } from '../exit.ts'
import { commandFor } from './command-for.ts'
import type { Context } from './context.ts'
import type { AgentsOptions } from './csv-agents.ts'
import { refuseOverwriting } from './csv-repair.ts'
import { writeText } from './read-text.ts'

/** Writes the changes as users for Bulk Operations, and says how to import them and to see that they arrived (NEW-30). */
export function writeAgentFiles(
  context: Context<AgentsOptions>,
  { file, plan, judged, catalog }: PreparedAgents,
): Exit {
  const { options, output, sentences, world } = context
  const parts = partsOf(plan.changes, readLimit(options.rows))
  const base = besideName(file.path, 'agents')
  const names = parts.map((_, index) => partName(base, options.directory, index + 1, parts.length))
  for (const name of names) refuseOverwriting(context, name)
  for (const [index, part] of parts.entries()) {
    const path = names[index] ?? ''
    writeText(world, path, stringifyCsv(agentRecords(part, catalog), controlHubLayout))
    output.say(
      sentences.t('output.agents.part', { number: index + 1, of: parts.length, path, rows: part.length }),
    )
  }
  output.result('written', names)
  if (parts.length === 0) return judged.rejected.length === 0 ? 'done' : 'incomplete'
  const command = commandFor(options, 'csv', 'agents', file.path, '--platform', 'new')
  output.say(sentences.t('output.agents.how-to-import', { count: parts.length, command }))
  return 'waiting'
}

function readLimit(given: string | undefined): number {
  const most = csvRowLimits.bulkOperations
  const limit = given === undefined ? most : Number(given)
  if (Number.isInteger(limit) && limit >= 1 && limit <= most) return limit
  throw new Trouble('agents.limit-malformed', { given: repeatable(String(given)), limit: most })
}
