import type { Stage } from '../machine/onboarding.types.ts'
import type { View } from '../machine/view.types.ts'
import type { Onboarding } from './onboarding.types.ts'

/**
 * Answers every stage with what the request said, up to the review. Resolves there, or earlier where something keeps
 * from going on: then `view.problems` tells what. Sends nothing but `stage.next`, so it gives the plan that a person
 * walking through the screens would get.
 */
export function walkToReview(onboarding: Onboarding): Promise<View> {
  return walkTo(onboarding, 'review')
}

/** The same up to another stage, where an interrupted person was; the answers before it are given already. */
export function walkTo(onboarding: Onboarding, stage: Stage): Promise<View> {
  return new Promise((resolve) => {
    const look = () => {
      const view = onboarding.getView()
      const isThere = view.stage === stage || view.stage === 'review'
      if (view.mode === 'working' && (view.stage === 'review' || !isThere)) return
      if (!isThere && view.can.next === true && view.mode !== 'failed')
        return onboarding.send({ type: 'stage.next' })
      stop()
      resolve(view)
    }
    const stop = onboarding.subscribe(look)
    look()
  })
}
