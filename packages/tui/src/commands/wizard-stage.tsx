import { type Instance, render } from 'ink'
import type { ReactNode } from 'react'
import type { World } from '../compose.ts'

/** The terminal, lent to one screen after the other and given back as it was. */
export interface WizardStage {
  show(screen: ReactNode): void
  close(): void
}

export function createStage({ stdin, stdout, stderr }: World): WizardStage {
  let instance: Instance | undefined
  return {
    show: (screen) => {
      if (instance === undefined) instance = render(screen, { stdin, stdout, stderr, exitOnCtrlC: false })
      else instance.rerender(screen)
    },
    close: () => {
      instance?.unmount()
      instance = undefined
    },
  }
}
