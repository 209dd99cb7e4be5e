import type { Onboarding } from '@wxcc-onboard/core'
import { render } from 'ink-testing-library'
import type { ReactElement } from 'react'
import { App, type AppProps, type WindowSize } from '../src/app.tsx'
import { en } from '../src/i18n/en.ts'
import { createTexts } from '../src/i18n/texts.ts'
import { shelf } from './file-views.ts'

export const texts = createTexts(en, 'en')

/** The bytes that a terminal sends for a key. */
const bytes = {
  enter: '\r',
  space: ' ',
  esc: '\u001b',
  tab: '\t',
  'shift+tab': '\u001b[Z',
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  home: '\u001b[H',
  end: '\u001b[F',
  pageup: '\u001b[5~',
  pagedown: '\u001b[6~',
  delete: '\u001b[3~',
  backspace: '\u007f',
} as const

export interface Screen {
  /** The live frame as lines without trailing blanks. */
  frame(): string
  /** Named keys (`down`, `ctrl+n`) and single characters, each in a write of its own. */
  press(...keys: string[]): Promise<void>
  /** Text in one write, as a terminal on a slow line delivers it. */
  type(text: string): Promise<void>
  /** Text between the marks of a bracketed paste. */
  paste(text: string): Promise<void>
  unmount(): void
}

export const wide: WindowSize = { columns: 80, rows: 24 }

export function show(element: ReactElement): Screen {
  const { stdin, lastFrame, unmount } = render(element)
  const write = async (text: string) => {
    stdin.write(text)
    await drawn()
  }
  return {
    frame: () =>
      (lastFrame() ?? '')
        .split('\n')
        .map((row) => row.trimEnd())
        .join('\n'),
    press: async (...keys) => {
      for (const key of keys) await write(bytesOf(key))
    },
    type: write,
    paste: (text) => write(`\u001b[200~${text}\u001b[201~`),
    unmount,
  }
}

/** The wizard on an engine; left as it would be by leaving. */
export async function showApp(onboarding: Onboarding, props: Partial<AppProps> = {}): Promise<Screen> {
  const screen = show(
    <App
      onboarding={onboarding}
      texts={texts}
      size={wide}
      files={shelf}
      onLeave={() => undefined}
      {...props}
    />,
  )
  await drawn()
  return screen
}

function bytesOf(key: string): string {
  const control = /^ctrl\+([a-z])$/.exec(key)?.[1]
  if (control) return String.fromCharCode(control.charCodeAt(0) - 96)
  return bytes[key as keyof typeof bytes] ?? key
}

/** Ink holds a lone Esc back for 20 milliseconds, as it may begin a sequence. */
function drawn(): Promise<void> {
  return new Promise((done) => setTimeout(done, 40))
}
