import type { Exit } from '../exit.ts'
import type { Context, PlaceOptions } from './context.ts'
import type { AgentsChosen, Chosen } from './wizard-resume.tsx'
import { createStage } from './wizard-stage.tsx'
import { choosePlace } from './wizard-start.tsx'

/** Asks where and what, shows the screens of the run, and tells how it ended. */
export async function runWizard(context: Context<PlaceOptions>): Promise<Exit> {
  const stage = createStage(context.world)
  try {
    const choosing = choosePlace(context, stage)
    const coming = loadRest()
    const options = await choosing
    const { chooseRun, runOnScreen } = await coming
    const run = options === undefined ? 'left' : await chooseRun(context, options, stage)
    if (options !== undefined && run !== 'left') {
      if (!isOfAgents(run)) return await runOnScreen({ ...context, options }, stage, run)
      stage.close()
      const { resume } = await import('./resume.ts')
      return await resume({ ...context, options }, run.agents)
    }
  } finally {
    stage.close()
  }
  context.output.say(context.sentences.t('output.wizard.left'))
  return 'done'
}

/** What the first page does not need: it is on screen while this is loading. */
function loadRest() {
  const loading = Promise.all([import('./wizard-resume.tsx'), import('./wizard-screens.tsx')])
  const rest = loading.then(([{ chooseRun }, { runOnScreen }]) => ({ chooseRun, runOnScreen }))
  rest.catch(() => undefined)
  return rest
}

function isOfAgents(chosen: Chosen | AgentsChosen): chosen is AgentsChosen {
  return typeof chosen === 'object' && 'agents' in chosen
}
