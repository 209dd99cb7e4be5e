/** @module The people of a run as a file for the details of agents, with what they have by now (CSV-16). */
import { agentSheetOf, controlHubLayout, readAgentRecord } from '@wxcc-onboard/core'
import { stringifyCsv } from '../csv/stringify.ts'
import { type Exit, Trouble } from '../exit.ts'
import { safe } from '../output/safe.ts'
import { commandFor } from './command-for.ts'
import type { Context } from './context.ts'
import type { AgentsOptions } from './csv-agents.ts'
import { becomingAgents } from './csv-agents-next.ts'
import { refuseOverwriting } from './csv-repair.ts'
import { agentsOf } from './place.ts'
import { writeText } from './read-text.ts'
import { findSummary, type KeptSummary, loadEntries } from './run-list.ts'
import { findRun } from './run-record.ts'
import { unwrap } from './unwrap.ts'
import { atRun } from './walk.ts'

const patience = 10 * 60_000

export async function writePeopleOf(given: Context<AgentsOptions>, run: string, path: string): Promise<Exit> {
  refuseOverwriting(given, path)
  const summary = await findSummary(given.world, run)
  if (summary.state === 'unapproved') throw new Trouble('run.not-approved', { run })
  const emails = await peopleOf(given, summary)
  return atRun(
    given,
    summary,
    'leave',
    async (place, { world, output, sentences, options }): Promise<Exit> => {
      const signal = AbortSignal.timeout(patience)
      const { organization } = unwrap(await place.ports.directory.connect(signal))
      if (organization.id !== summary.organization.id) throw new Trouble('request.another-organization')
      const agents = agentsOf(place)
      const found = unwrap(await agents.findAgents(emails, signal))
      const records = agentSheetOf(emails, found, unwrap(await agents.readCatalog(signal)))
      writeText(world, path, stringifyCsv(records, controlHubLayout))
      const command = commandFor(options, 'csv', 'agents', path, '--platform', 'new')
      const missing = emails.length - found.length
      output.say(safe(sentences.t('output.agents.people', { path, people: emails.length, missing, command })))
      output.result('written', [path])
      return 'done'
    },
  )
}

async function peopleOf({ world }: Context, summary: KeptSummary): Promise<readonly string[]> {
  if (summary.kind !== 'agents') return becomingAgents((await findRun(world, summary.runId)).record.plan)
  const reading = readAgentRecord(await loadEntries(world, summary))
  return reading.ok ? reading.record.plan.changes.map(({ email }) => email) : []
}
