import type { KeptDraft, Onboarding, RunRecord, View } from '@wxcc-onboard/core'
import { createOnboarding, stages, walkTo } from '@wxcc-onboard/core'
import { App } from '../app.tsx'
import type { World } from '../compose.ts'
import { createFileShelf } from '../csv/file-shelf.ts'
import { type Exit, leaveAtOnce, Trouble } from '../exit.ts'
import type { FileOutcome, FileOutcomes } from '../screens/file-outcome.ts'
import type { FileShelf } from '../screens/file-shelf.ts'
import { commandFor } from './command-for.ts'
import { type Context, isSandbox, type PlaceOptions } from './context.ts'
import { createCsvDesk } from './csv-desk.ts'
import { createLazyPorts } from './lazy-ports.ts'
import { openPlace, type Place, paceOf } from './place.ts'
import { takeRun } from './run-list.ts'
import { tellUndoCommand } from './undo-command.ts'
import { sandboxPace } from './walk.ts'
import { followFile } from './wizard-file.ts'
import { keepRequests } from './wizard-request.ts'
import type { Chosen } from './wizard-resume.tsx'
import type { WizardStage } from './wizard-stage.tsx'

/** Shows the screens of a run, and tells how it ended. */
export async function runOnScreen(
  context: Context<PlaceOptions>,
  stage: WizardStage,
  chosen: Chosen,
): Promise<Exit> {
  const { world, options } = context
  const [run, draft] = typeof chosen === 'string' ? [chosen, undefined] : [undefined, chosen]
  const firstFrame = Promise.withResolvers<void>()
  const open = () => openPlace(world, options)
  // A run to go on with needs its place first; a new one shows its first page, and opens its place behind it.
  const opening = run === undefined ? firstFrame.promise.then(open) : open()
  const interruption = watchInterruptions(world)
  try {
    const record = run === undefined ? undefined : await takeUp(context, await opening, run)
    const place: Promise<Place> = opening.then(async (opened) => {
      if (run === undefined) await takeRun(opened, onboarding.getView().runId)
      return opened
    })
    place.catch(() => undefined)
    const onboarding: Onboarding = createOnboarding({
      ports: createLazyPorts(
        place.then(({ ports }) => ports),
        world,
        createCsvDesk(world, place, options),
      ),
      ...(isSandbox(options) ? sandboxPace : {}),
      ...(run === undefined || record === undefined ? {} : { resume: { runId: run, record } }),
      ...(draft === undefined ? {} : beginningOf(draft)),
      keepsDraft: options.sandboxFresh !== true,
    })
    if (draft !== undefined) goOnAt(onboarding, draft)
    const [equivalent, files] = await Promise.all([
      keepRequests(world, onboarding, options),
      createFileShelf(world),
    ])
    const outcomes = followFile(context, onboarding, files)
    const isInterrupted = await Promise.race([
      interruption.came,
      showApp(context, stage, { onboarding, place, equivalent, files, outcomes }, firstFrame.resolve),
    ])
    interruption.expect()
    stage.close()
    await onboarding.stop()
    const isKept = await hasDraft(await opening, onboarding.getView().runId)
    return tellEnding(context, onboarding.getView(), { isInterrupted, isKept, rows: outcomes.get() })
  } finally {
    interruption.stop()
    firstFrame.reject(new Error('nothing was shown'))
    await opening.then((opened) => opened.close()).catch(() => undefined)
  }
}

/** First the lease, then the record: nobody else adds to it any more. */
async function takeUp(context: Context<PlaceOptions>, place: Place, run: string): Promise<RunRecord> {
  await takeRun(place, run)
  const { findRun } = await import('./run-record.ts')
  const { record } = await findRun(context.world, run)
  const { goOnWithImport } = await import('./csv-import-checks.ts')
  await goOnWithImport(context, place, run, record)
  return record
}

/** Answers are for the organization that they were given in, and for no other (M14). */
function beginningOf({ runId, request, organization }: KeptDraft) {
  return { runId, request: { ...request, organization: organization.id } }
}

/** To the stage where the person was, or as far as the answers lead by now. */
function goOnAt(onboarding: Onboarding, draft: KeptDraft): void {
  const stage = stages.find((one) => one === draft.stage)
  if (stage !== undefined) void walkTo(onboarding, stage)
}

async function hasDraft({ journal }: Place, run: string): Promise<boolean> {
  const drafts = (await journal.drafts?.list()) ?? []
  return drafts.some(({ runId }) => runId === run)
}

/** A signal ends the wizard as leaving it does: steps in flight come to their end. One more Ctrl-C leaves at once. */
function watchInterruptions(world: World) {
  const coming = Promise.withResolvers<true>()
  let isEnding = false
  const stop = world.onInterrupt((cause) => {
    if (isEnding && cause === 'SIGINT') leaveAtOnce('interrupted')
    coming.resolve(true)
  })
  return {
    came: coming.promise,
    stop,
    expect: () => {
      isEnding = true
    },
  }
}

interface Shown {
  readonly onboarding: Onboarding
  readonly place: Promise<Place>
  readonly equivalent: (view: View) => readonly string[]
  readonly files: FileShelf
  readonly outcomes: FileOutcomes
}

/**
 * Shows the screens until they are left; what the place turns out to be is added when it is known. Calls `onShown`
 * when the first page is on screen.
 */
function showApp(
  context: Context<PlaceOptions>,
  stage: WizardStage,
  { onboarding, place, ...shown }: Shown,
  onShown: () => void,
): Promise<false> {
  const { sentences, options } = context
  return new Promise((resolve, reject) => {
    const show = (consoleUrl?: string) =>
      stage.show(
        <App
          onboarding={onboarding}
          texts={sentences.shared}
          notice={{
            isSandbox: isSandbox(options),
            ...(consoleUrl === undefined ? {} : { consoleUrl }),
          }}
          {...shown}
          pace={paceOf(context)}
          onLeave={() => resolve(false)}
        />,
      )
    show()
    setImmediate(onShown)
    place.then(({ consoleUrl }) => show(consoleUrl), reject)
  })
}

interface Ending {
  readonly isInterrupted: boolean
  /** Whether the answers are kept for another time. */
  readonly isKept: boolean
  readonly rows: FileOutcome | undefined
}

function tellEnding(
  context: Context<PlaceOptions>,
  view: View,
  { isInterrupted, isKept, rows }: Ending,
): Exit {
  const { output, sentences, options } = context
  const command = commandFor(options, 'resume', view.runId)
  if (!view.isApproved) {
    output.say(sentences.t(isKept ? 'output.wizard.kept' : 'output.wizard.left'))
    return isInterrupted ? 'interrupted' : 'done'
  }
  tellUndoCommand(context, view)
  if (rows?.failedFile !== undefined)
    output.say(sentences.t('output.csv.failed-file', { path: rows.failedFile }))
  if (view.report?.isComplete) {
    if (rows !== undefined && rows.balance.rejected > 0) return 'incomplete'
    output.say(sentences.t('output.report.complete'))
    return 'done'
  }
  if (view.report === undefined || isInterrupted)
    throw new Trouble('command.interrupted', { run: view.runId })
  if (view.tasks.some(({ state }) => state === 'open')) {
    output.say(sentences.t('output.report.waiting', { run: view.runId, command }))
    return 'waiting'
  }
  if (view.report.canRetry) output.say(sentences.t('output.report.incomplete', { command }))
  return 'incomplete'
}
