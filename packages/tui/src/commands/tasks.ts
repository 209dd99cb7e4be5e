import { type Exit, repeatable, Trouble, troubleOf } from '../exit.ts'
import { createPaint } from '../output/paint.ts'
import { taskLines } from '../output/task-text.ts'
import { commandFor } from './command-for.ts'
import type { Context } from './context.ts'
import { journalPath } from './place.ts'
import { listRuns, withJournal } from './run-list.ts'
import { findRun, type KeptRun } from './run-record.ts'

/** Shows what a person has to do in Control Hub, or writes down that they did it. */
export async function tasks(
  context: Context,
  run?: string,
  verb?: 'done' | 'skip',
  id?: string,
): Promise<Exit> {
  if (run === undefined) return tellAll(context)
  if (verb === undefined) {
    tellTasks(context, [await findRun(context.world, run)], true)
    return 'done'
  }
  if (id === undefined)
    throw new Trouble('command.misused', { reason: `"tasks RUN ${verb}" needs the id of a task` })
  return markTask(context, run, verb, id)
}

async function tellAll(context: Context): Promise<Exit> {
  const runs = (await listRuns(context.world)).filter(
    ({ state, kind }) => state !== 'unapproved' && kind !== 'agents',
  )
  const found = await Promise.allSettled(runs.map(({ runId }) => findRun(context.world, runId)))
  for (const one of found) if (one.status === 'rejected') tellUnread(context, one.reason)
  tellTasks(
    context,
    found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
  )
  return 'done'
}

/** One run that does not read well is no reason to keep the tasks of the others back. */
function tellUnread({ output, sentences }: Context, error: unknown): void {
  const trouble = troubleOf(error)
  if (trouble.code === 'program.bug') throw error
  output.note(sentences.trouble(trouble).message)
}

/** `isWhole` names everyone for whom a task is, however many. */
function tellTasks(
  { world, output, sentences }: Context,
  records: readonly KeptRun[],
  isWhole = false,
): void {
  const paint = createPaint(world.stdout)
  const { t } = sentences
  const waiting = records.filter((record) => record.tasks.some(({ state }) => state === 'open'))
  output.result(
    'tasks',
    records.flatMap(({ summary, tasks: all }) => all.map((task) => ({ runId: summary.runId, ...task }))),
  )
  if (waiting.length === 0) output.say(t('output.tasks.none'))
  for (const { summary, tasks: all } of waiting) {
    output.say(paint('bold', t('output.status.title', { run: summary.runId, state: summary.state })))
    const open = all.filter(({ state }) => state === 'open')
    for (const [index, task] of open.entries()) {
      output.say(taskLines(task, index + 1, sentences, paint, { isWhole }).join('\n'))
    }
    const command = commandFor({}, 'tasks', summary.runId, 'done', open[0]?.id ?? '')
    output.say(t('output.tasks.how', { command }))
  }
}

async function markTask(
  { world, output, sentences }: Context,
  run: string,
  verb: 'done' | 'skip',
  id: string,
): Promise<Exit> {
  const state = verb === 'done' ? 'claimed' : 'skipped'
  const { summary, tasks: all } = await findRun(world, run)
  const task = all.find((one) => one.id === id)
  if (task === undefined) throw new Trouble('task.unknown', { run, task: repeatable(id) })
  if (task.state !== 'open') throw new Trouble('task.settled', { run, task: id, state: task.state })
  const status = { state, verifiedFor: task.verifiedFor } as const
  await withJournal(world, await journalPath(world, summary.place), (journal) =>
    journal.append(run, { at: world.clock.now(), type: 'task.changed', id, status }),
  )
  output.result('task', { runId: run, id, state })
  output.say(sentences.t('output.tasks.marked', { id, state, command: commandFor({}, 'resume', run) }))
  return 'done'
}
