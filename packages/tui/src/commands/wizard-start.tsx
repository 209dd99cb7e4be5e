import type { KeptDraft, RunSummary } from '@wxcc-onboard/core'
import { ResumeScreen } from '../screens/resume.tsx'
import { StartScreen } from '../screens/start.tsx'
import { regions } from './addresses.ts'
import type { Context, PlaceOptions } from './context.ts'
import { isSandbox } from './place.ts'
import { listDraftsOf, listRunsOf, removeDraft } from './run-record.ts'
import type { WizardStage } from './wizard-stage.tsx'

/** Where the options say, else where the person chooses; undefined when they leave. */
export async function choosePlace(
  context: Context<PlaceOptions>,
  stage: WizardStage,
): Promise<PlaceOptions | undefined> {
  const { world, options } = context
  if (isSandbox(options)) return options
  if (options.tokenFile !== undefined || world.env['WEBEX_TOKEN'] !== undefined)
    return withRegion(context, stage)
  const chosen = await askPlace(context, stage)
  if (chosen === undefined) return undefined
  if (chosen.id === 'sandbox') return { ...options, sandbox: true }
  const withToken = { ...options, ...(chosen.token === undefined ? {} : { typedToken: chosen.token }) }
  return withRegion({ ...context, options: withToken }, stage)
}

function askPlace({ sentences }: Context, stage: WizardStage) {
  const { t } = sentences
  return new Promise<{ id: string; token?: string } | undefined>((resolve) =>
    stage.show(
      <StartScreen
        key="place"
        texts={sentences.shared}
        choices={[
          { id: 'sandbox', label: t('output.wizard.sandbox'), hint: t('output.wizard.sandbox.hint') },
          { id: 'organization', label: t('output.wizard.organization'), needsToken: true },
        ]}
        onChoose={(id, token) => resolve(token === undefined ? { id } : { id, token })}
        onLeave={() => resolve(undefined)}
      />,
    ),
  )
}

/** The Contact Center APIs have an address for each region, which no token tells. */
async function withRegion(
  { world, options, sentences }: Context<PlaceOptions>,
  stage: WizardStage,
): Promise<PlaceOptions | undefined> {
  const { env } = world
  const isKnown =
    options.region !== undefined ||
    options.contactCenterUrl !== undefined ||
    env['WXCC_ONBOARD_REGION'] !== undefined ||
    env['WXCC_ONBOARD_CONTACT_CENTER_URL'] !== undefined
  if (isKnown) return options
  const region = await new Promise<string | undefined>((resolve) =>
    stage.show(
      <StartScreen
        key="region"
        texts={sentences.shared}
        choices={[...regions, 'none' as const].map((id) => ({
          id,
          label: sentences.t(`output.region.${id}`),
        }))}
        onChoose={resolve}
        onLeave={() => resolve(undefined)}
      />,
    ),
  )
  return region === undefined ? undefined : { ...options, region }
}

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
