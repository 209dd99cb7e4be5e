import { useWindowSize } from 'ink'
import { type ReactNode, useState } from 'react'
import { type Overlay, type Shell, ShellContext } from '../components/shell.ts'
import type { Texts } from '../i18n/texts.ts'
import { Keyboard } from '../keys/keyboard.tsx'

export interface StandaloneProps {
  readonly texts: Texts
  readonly size?: { readonly columns: number; readonly rows: number } | undefined
  /** False where NO_COLOR is set. @default true */
  readonly isColored?: boolean | undefined
  onLeave(): void
}

/** What surrounds a page that is shown before a run exists. */
export function Standalone({
  heading,
  texts,
  size,
  isColored = true,
  onLeave,
  children,
}: StandaloneProps & { heading: string; children: ReactNode }) {
  const window = useWindowSize()
  const [overlay, setOverlay] = useState<Overlay>('none')
  const [notice, notify] = useState<string>()
  const shell: Shell = {
    texts,
    size: size ?? window,
    isColored,
    heading,
    aside: '',
    consoleUrl: undefined,
    trail: [],
    rules: [],
    docsUrl: undefined,
    notice,
    overlay,
    mustConfirmLeave: false,
    leaveQuestion: '',
    setOverlay,
    notify,
    onBack: undefined,
    onJump: () => undefined,
    onLeave,
  }
  return (
    <ShellContext value={shell}>
      <Keyboard>{children}</Keyboard>
    </ShellContext>
  )
}
