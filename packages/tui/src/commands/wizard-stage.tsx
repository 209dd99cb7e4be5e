import { type Instance, render } from 'ink'
import type { ReactNode } from 'react'
import type { World } from '../compose.ts'

/** The terminal, lent to one screen after the other and given back as it was. */
export interface WizardStage {
  show(screen: ReactNode): void
  close(): void
}

/** Ink's own 30 let a key that comes soon after another one wait for 33 ms; the engine tells less often than that. */
const maxFps = 250

export function createStage({ stdin, stdout, stderr }: World): WizardStage {
  let instance: Instance | undefined
  return {
    show: (screen) => {
      if (instance === undefined)
        instance = render(screen, { stdin, stdout, stderr, exitOnCtrlC: false, maxFps })
      else instance.rerender(screen)
    },
    close: () => {
      instance?.unmount()
      instance = undefined
    },
  }
}
