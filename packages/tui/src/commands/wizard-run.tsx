import type { Onboarding, View } from '@wxcc-onboard/core'
import { createOnboarding } from '@wxcc-onboard/core'
import { App } from '../app.tsx'
import { type Exit, Trouble } from '../exit.ts'
import { commandFor } from './command-for.ts'
import type { Context, PlaceOptions } from './context.ts'
import { createLazyPorts } from './lazy-ports.ts'
import { isSandbox, openPlace, type Place } from './place.ts'
import { findRun, takeRun } from './run-record.ts'
import { sandboxPace } from './walk.ts'
import { keepRequests } from './wizard-request.ts'
import { createStage, type WizardStage } from './wizard-stage.tsx'
import { choosePlace, chooseRun } from './wizard-start.tsx'

/** Asks where and what, shows the screens of the run, and tells how it ended. */
export async function runWizard(context: Context<PlaceOptions>): Promise<Exit> {
  const stage = createStage(context.world)
  try {
    const options = await choosePlace(context, stage)
    const run = options === undefined ? 'left' : await chooseRun(context, options, stage)
    if (options !== undefined && run !== 'left') return await runOnScreen({ ...context, options }, stage, run)
  } finally {
    stage.close()
  }
  context.output.say(context.sentences.t('output.wizard.left'))
  return 'done'
}

async function runOnScreen(
  context: Context<PlaceOptions>,
  stage: WizardStage,
  run: string | undefined,
): Promise<Exit> {
  const { world, options } = context
  const opening = openPlace(world, options)
  try {
    if (run !== undefined) await takeRun(await opening, run)
    const place: Promise<Place> = opening.then(async (opened) => {
      if (run === undefined) await takeRun(opened, onboarding.getView().runId)
      return opened
    })
    const onboarding: Onboarding = createOnboarding({
      ports: createLazyPorts(
        place.then(({ ports }) => ports),
        world,
      ),
      ...(isSandbox(options) ? sandboxPace : {}),
      ...(run === undefined ? {} : { resume: { runId: run, record: (await findRun(world, run)).record } }),
    })
    const equivalent = await keepRequests(world, onboarding, options)
    await showApp(context, stage, { onboarding, place, equivalent })
    stage.close()
    await onboarding.stop()
    return tellEnding(context, onboarding.getView())
  } finally {
    await opening.then((opened) => opened.close()).catch(() => undefined)
  }
}

interface Shown {
  readonly onboarding: Onboarding
  readonly place: Promise<Place>
  readonly equivalent: (view: View) => readonly string[]
}

/** Shows the screens until they are left; what the place turns out to be is added when it is known. */
function showApp(
  { sentences, options }: Context<PlaceOptions>,
  stage: WizardStage,
  { onboarding, place, equivalent }: Shown,
): Promise<void> {
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
          equivalent={equivalent}
          onLeave={resolve}
        />,
      )
    show()
    place.then(({ consoleUrl }) => show(consoleUrl), reject)
  })
}

function tellEnding({ output, sentences, options }: Context<PlaceOptions>, view: View): Exit {
  const command = commandFor(options, 'resume', view.runId)
  if (!view.isApproved) {
    output.say(sentences.t('output.wizard.left'))
    return 'done'
  }
  if (view.report?.isComplete) {
    output.say(sentences.t('output.report.complete'))
    return 'done'
  }
  if (view.report === undefined) throw new Trouble('command.interrupted', { run: view.runId })
  if (view.tasks.some(({ state }) => state === 'open')) {
    output.say(sentences.t('output.report.waiting', { run: view.runId, command }))
    return 'waiting'
  }
  output.say(sentences.t('output.report.incomplete', { command }))
  return 'incomplete'
}
