import type { Command, Onboarding, View } from '@wxcc-onboard/core'
import { useEffect, useState } from 'react'

/** The view, kept up to date. What is sent is seen at once; what happens elsewhere as often as the engine tells. */
export function useOnboarding(onboarding: Onboarding): { view: View; send(command: Command): void } {
  const [view, setView] = useState(() => onboarding.getView())
  useEffect(() => {
    setView(onboarding.getView())
    return onboarding.subscribe(setView)
  }, [onboarding])
  return {
    view,
    send(command) {
      onboarding.send(command)
      setView(onboarding.getView())
    },
  }
}
