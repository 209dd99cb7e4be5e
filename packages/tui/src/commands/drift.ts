import { readDrift } from '@wxcc-onboard/core'
import { type Exit, Trouble, troubleOfProblems } from '../exit.ts'
import { moreLines, mostNamed } from '../output/most.ts'
import { problemData } from '../output/output.ts'
import { createPaint } from '../output/paint.ts'
import { problemLines } from '../output/text.ts'
import { commandFor } from './command-for.ts'
import type { Context, FormatOptions, PlaceOptions } from './context.ts'
import { findRun } from './run-record.ts'
import { atRun } from './walk.ts'

const never = new AbortController().signal

/** Says who of a run has since lost what it gave them; only reads. */
export async function drift(
  given: Context<PlaceOptions & FormatOptions>,
  run: string | undefined,
): Promise<Exit> {
  if (run === undefined) throw new Trouble('command.misused', { reason: '--drift needs the id of a run' })
  const { summary, record } = await findRun(given.world, run)
  return atRun(given, summary, 'leave', async (place, { world, output, sentences, options }) => {
    const read = await readDrift(record, place.ports, never)
    if (!read.ok) throw troubleOfProblems([read.problem])
    const paint = createPaint(world.stdout)
    const undone = record.undoneBy === undefined ? {} : { undoneBy: record.undoneBy }
    output.result('run', { runId: run, ...undone })
    output.result(
      'drift',
      read.drift.map((problem) => problemData(problem, sentences)),
    )
    const lost = new Set(read.drift.map(({ subject }) => (subject.kind === 'person' ? subject.email : '')))
    const key = lost.size === 0 ? 'output.drift.none' : 'output.drift.some'
    const people = lost.size === 0 ? record.plan.people.length : lost.size
    output.say(sentences.t(key, { run, people }))
    if (record.undoneBy !== undefined)
      output.say(sentences.t('output.status.undone', { run: record.undoneBy }))
    const named = read.drift.slice(0, mostNamed)
    for (const problem of named) output.say(problemLines(problem, sentences, paint).join('\n'))
    const command = commandFor(options, 'status', '--drift', run, '--json')
    for (const line of moreLines(read.drift.length - named.length, sentences, command)) output.say(line)
    return lost.size === 0 ? 'done' : 'drift'
  })
}
