import type { View } from '../machine/view.types.ts'
import type { Onboarding } from './onboarding.types.ts'

/**
 * Answers every stage with what the request said, up to the review. Resolves there, or earlier where something keeps
 * from going on: then `view.problems` tells what. Sends nothing but `stage.next`, so it gives the plan that a person
 * walking through the screens would get.
 */
export function walkToReview(onboarding: Onboarding): Promise<View> {
  return new Promise((resolve) => {
    const look = () => {
      const view = onboarding.getView()
      if (view.mode === 'working') return
      const isThere = view.stage === 'review' || view.can.next !== true || view.mode === 'failed'
      if (!isThere) return onboarding.send({ type: 'stage.next' })
      stop()
      resolve(view)
    }
    const stop = onboarding.subscribe(look)
    look()
  })
}
