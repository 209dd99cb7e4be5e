import { join } from 'node:path'
import type { Onboarding, View } from '@wxcc-onboard/core'
import type { World } from '../compose.ts'
import { commandFor } from './command-for.ts'
import type { PlaceOptions } from './context.ts'

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
    return [commandFor(options, 'apply', pathOf(view), '--approve', view.plan.hash.slice(0, 12))]
  }
}
