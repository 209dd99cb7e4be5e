import { join } from 'node:path'
import type { Onboarding, View } from '@wxcc-onboard/core'
import type { World } from '../compose.ts'
import { commandFor } from './command-for.ts'
import type { PlaceOptions } from './context.ts'
import { approvalWords, csvWords } from './wizard-csv-words.ts'

/**
 * Keeps the answers behind the latest plan as a request file, so that there is a command that does the same; answers
 * which one.
 */
export async function keepRequests(
  world: World,
  onboarding: Onboarding,
  options: PlaceOptions,
): Promise<(view: View) => readonly string[]> {
  const folder = join(await world.dataDirectory(), 'requests')
  let keptHash: string | undefined
  const pathOf = ({ runId }: View) => join(folder, `${runId}.json`)
  onboarding.on('plan.made', ({ hash }) => {
    const view = onboarding.getView()
    try {
      world.files.write(pathOf(view), `${JSON.stringify(onboarding.getRequest(), undefined, 2)}\n`)
      keptHash = hash
    } catch {
      // Without the file there is no command to show; the wizard itself does not need it.
    }
  })
  return (view) => {
    if (view.plan === undefined || view.plan.hash !== keptHash) return []
    const words = hasTrials(onboarding) ? undefined : csvWords(view)
    if (words !== undefined) return [commandFor(options, 'apply', ...words, ...approvalWords(view))]
    return [commandFor(options, 'apply', pathOf(view), '--approve', view.plan.hash.slice(0, 12))]
  }
}

/** A file has no word for trial accounts. */
function hasTrials(onboarding: Onboarding): boolean {
  return onboarding.getRequest().trialAccounts.length > 0
}
