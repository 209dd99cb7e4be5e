import type { Fact, Onboarding, OperatorTask, Stage, TaskView, View } from '@wxcc-onboard/core'
import { type Exit, leaveAtOnce, Trouble, troubleOfProblems } from '../exit.ts'
import { problemData } from '../output/output.ts'
import { createPaint } from '../output/paint.ts'
import { reportLines } from '../output/report-text.ts'
import { taskLines } from '../output/task-text.ts'
import { commandFor } from './command-for.ts'
import type { Context, OperatorMode, PlaceOptions } from './context.ts'
import { followImport } from './csv-import.ts'
import type { Place } from './place.ts'
import { tellProgress } from './progress.ts'
import { answerRenewal, type RenewalOptions, tellRenewal } from './renewal.ts'
import { tellUndoCommand } from './undo-command.ts'

/** Follows an approved run to its report, and says how to go on where it did not come to its end. */
export async function carryOut(
  context: Context<PlaceOptions>,
  place: Place,
  onboarding: Onboarding,
  mode: OperatorMode,
  begin: () => void = () => undefined,
  renewal: RenewalOptions = {},
): Promise<Exit> {
  const { runId } = onboarding.getView()
  context.output.result('run', {
    runId,
    ...(place.consoleUrl === undefined ? {} : { consoleUrl: place.consoleUrl }),
  })
  const interruption = watchInterrupts(context, onboarding)
  const stopTelling = tellProgress(context, onboarding)
  const stopLeaving = leaveOpenTasks(context, onboarding, mode)
  const imports = followImport(context, place, onboarding, mode)
  const stopAnswering = answerRenewal(context, onboarding, renewal)
  try {
    const failure = giveUpWhenFailed(onboarding)
    begin()
    const view = await onboarding.done
    if (failure().some(({ code }) => code === 'plan.edited')) throw troubleOfProblems(failure())
    const waiting = failure().length > 0 ? undefined : imports.ending(view, interruption.isInterrupted())
    if (waiting !== undefined) return waiting
    tellReport(context, view)
    tellUndoCommand(context, view)
    if (interruption.isInterrupted()) throw new Trouble('command.interrupted', { run: runId })
    if (view.report === undefined) throw troubleOfProblems(failure())
    return ending(context, view, failure())
  } finally {
    stopAnswering()
    imports.stop()
    stopLeaving()
    stopTelling()
    interruption.stop()
  }
}

function ending(context: Context<PlaceOptions>, view: View, failure: View['problems']): Exit {
  const { sentences, output, options } = context
  const command = commandFor(options, 'resume', view.runId)
  if (failure.length > 0) throw troubleOfProblems(failure)
  if (view.renewal !== undefined) return tellRenewal(context, view.renewal, view.runId)
  if (view.report?.tasks.some(({ state }) => state === 'open')) {
    output.say(sentences.t('output.report.waiting', { run: view.runId, command }))
    return 'waiting'
  }
  if (view.report?.isComplete) return 'done'
  if (view.report?.canRetry) output.say(sentences.t('output.report.incomplete', { command }))
  return 'incomplete'
}

export function tellReport(
  { world, output, sentences, options }: Context<PlaceOptions>,
  { report, runId }: Pick<View, 'report' | 'runId'>,
): void {
  if (report === undefined) return
  const paint = createPaint(world.stdout)
  // A practice organization that is forgotten at the end has no run to be read back.
  const command = options.sandboxFresh === true ? undefined : commandFor(options, 'verify', runId, '--json')
  output.say(`\n${reportLines(report, sentences, paint, command).join('\n')}`)
  const open = report.tasks.filter(({ state }) => state === 'open')
  for (const [index, task] of open.entries()) {
    output.say(taskLines(task, index + 1, sentences, paint).join('\n'))
  }
  const people = report.people.map((person) => ({
    ...person,
    problems: person.problems.map((problem) => problemData(problem, sentences)),
  }))
  output.result('report', { ...report, people })
}

/** Any interruption stops after the steps in flight; Ctrl-C after one leaves at once. */
function watchInterrupts({ world, output, sentences }: Context, onboarding: Onboarding) {
  let count = 0
  const stop = world.onInterrupt((cause) => {
    // A terminal that is closed says so by several signals and by every line that it does not take.
    if (count > 0 && cause !== 'SIGINT') return
    count += 1
    if (count > 1 || beforeWriting.includes(onboarding.getView().stage))
      leaveAtOnce(cause === 'unwritable' ? 'environment' : 'interrupted')
    output.note(sentences.t('output.apply.stopping'))
    onboarding.send({ type: 'run.stop' })
  })
  return { stop, isInterrupted: () => count > 0 }
}

/** Stages in which there is nothing to bring to its end. */
const beforeWriting: readonly Stage[] = [
  'signIn',
  'prerequisites',
  'platform',
  'people',
  'licenses',
  'adminRoles',
  'review',
]

/** Without a person at the keys a failed stage is left as it is; what is left of the run can be resumed. */
function giveUpWhenFailed(onboarding: Onboarding): () => View['problems'] {
  let problems: View['problems'] = []
  const look = () => {
    const view = onboarding.getView()
    if (view.mode !== 'failed' || problems.length > 0) return
    problems = view.problems
    if (view.stage === 'saving') onboarding.send({ type: 'run.stop' })
    else if (view.stage === 'verifying') onboarding.send({ type: 'task.leave' })
    else void onboarding.stop()
  }
  onboarding.subscribe(look)
  look()
  return () => problems
}

const phases: Readonly<Partial<Record<Stage, readonly OperatorTask['phase'][]>>> = {
  importing: ['importing'],
  operator: ['saving', 'operator'],
  syncing: ['syncing'],
  verifying: ['verifying'],
}

/**
 * Ends the waiting where nobody is there to do it: after one look in mode `leave`; in mode `wait` as soon as what is
 * left cannot be read back, so that only a person could tell; in mode `auto` when something could not be done.
 */
function leaveOpenTasks(context: Context, onboarding: Onboarding, mode: OperatorMode): () => void {
  const looked = new Set<string>()
  const consider = () => {
    const view = onboarding.getView()
    const open = view.tasks.filter(
      ({ phase, state }) => state === 'open' && phases[view.stage]?.includes(phase),
    )
    if (view.mode !== 'asking' || open.length === 0) return
    const isTroubled = view.problems.some(({ severity }) => severity === 'error')
    const isWorthWaiting =
      (mode === 'auto' && !isTroubled) ||
      open.some((task) => isReadable(task) && (mode === 'wait' || isToBeLookedAt(task, isTroubled)))
    if (!isWorthWaiting) onboarding.send({ type: 'task.leave' })
  }
  // Whether a file was imported was looked at before it was asked for.
  const isToBeLookedAt = ({ id, kind }: TaskView, isTroubled: boolean) =>
    kind !== 'import-file' && !looked.has(id) && (mode === 'auto' || !isTroubled)
  const listeners = [
    onboarding.on('stage.entered', ({ stage }) => {
      looked.clear()
      if (mode === 'wait' && stage !== 'importing' && phases[stage] !== undefined)
        tellWaiting(context, onboarding.getView())
    }),
    onboarding.on('task.changed', ({ id }: Extract<Fact, { type: 'task.changed' }>) => {
      looked.add(id)
    }),
    onboarding.subscribe(consider),
  ]
  return () => {
    for (const stop of listeners) stop()
  }
}

function tellWaiting({ world, output, sentences }: Context, view: View): void {
  const open = view.tasks.filter(
    ({ phase, state }) => state === 'open' && phases[view.stage]?.includes(phase),
  )
  if (open.length === 0) return
  const paint = createPaint(world.stdout)
  for (const [index, task] of open.entries()) {
    output.say(taskLines(task, index + 1, sentences, paint).join('\n'))
  }
  output.say(sentences.t('output.apply.waiting'))
}

/** A trial organization shows only when creating is tried again, which waits for the word of a person. */
function isReadable(task: TaskView): boolean {
  return task.verifiedBy === 'reading' && task.kind !== 'trial-organization'
}
