import type { KeptDraft, RunSummary } from '@wxcc-onboard/core'
import { ResumeScreen } from '../screens/resume.tsx'
import { type Context, isSandbox, type PlaceOptions } from './context.ts'
import { listDraftsOf, listRunsOf, removeDraft } from './run-list.ts'
import type { WizardStage } from './wizard-stage.tsx'

/**
 * What is gone on with: a run by its id, answers that were not approved, or nothing, for a new run. A run that sets
 * details of agents has no screens; it is gone on with as `resume` does.
 */
export type Chosen = string | KeptDraft | undefined

export interface AgentsChosen {
  readonly agents: string
}

/** Unfinished runs and unapproved answers to go on with, or undefined for a new run. */
export async function chooseRun(
  { world, sentences }: Context,
  options: PlaceOptions,
  stage: WizardStage,
): Promise<Chosen | AgentsChosen | 'left'> {
  if (options.sandboxFresh === true) return undefined
  const place = isSandbox(options) ? 'sandbox' : 'organization'
  const runs = (await listRunsOf(world, place)).filter(({ state }) => state === 'unfinished')
  const drafts = await listDraftsOf(world, place)
  if (runs.length + drafts.length === 0) return undefined
  return new Promise((resolve, reject) => {
    const show = (left: readonly KeptDraft[]) =>
      stage.show(
        <ResumeScreen
          key={`resume-${left.length}`}
          texts={sentences.shared}
          runs={runs}
          drafts={left}
          onChoose={(id) => resolve(chosenBy(id, runs, drafts))}
          onRemove={(id) => {
            removeDraft(world, place, id).catch(reject)
            const others = left.filter(({ runId }) => runId !== id)
            if (runs.length + others.length === 0) resolve(undefined)
            else show(others)
          }}
          onLeave={() => resolve('left')}
        />,
      )
    show(drafts)
  })
}

function chosenBy(
  id: string | undefined,
  runs: readonly RunSummary[],
  drafts: readonly KeptDraft[],
): Chosen | AgentsChosen {
  const isOfAgents = runs.some(({ runId, kind }) => runId === id && kind === 'agents')
  if (id !== undefined && isOfAgents) return { agents: id }
  return drafts.find(({ runId }) => runId === id) ?? id
}
