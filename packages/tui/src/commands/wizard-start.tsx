import { StartScreen } from '../screens/start.tsx'
import { regions } from './addresses.ts'
import { type Context, isSandbox, type PlaceOptions } from './context.ts'
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
