import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openTerminal, type Terminal } from './terminal.ts'

const bin = fileURLToPath(new URL('../../packages/tui/bin/wxcc-onboard.js', import.meta.url))

export const keys = {
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  home: '\u001b[H',
  end: '\u001b[F',
  pageUp: '\u001b[5~',
  pageDown: '\u001b[6~',
  shiftTab: '\u001b[Z',
  enter: '\r',
  escape: '\u001b',
  space: ' ',
  ctrlN: '\u000e',
} as const

/** The built wizard on a practice organization in memory, in a folder that has its data, at the choice of the way. */
export async function openWizard(directory: string): Promise<Terminal> {
  const args = [bin, 'wizard', '--sandbox-fresh', '--platform', 'new']
  const wizard = openTerminal(args, wizardEnv(directory), directory)
  await wizard.until('Nobody noted')
  await goOn(wizard, 'New platform')
  await wizard.press(keys.space, '(•) New platform')
  await goOn(wizard, '● Way')
  return wizard
}

export function wizardEnv(directory: string): NodeJS.ProcessEnv {
  const { CI: _, WEBEX_TOKEN: __, ...rest } = process.env
  return { ...rest, WXCC_ONBOARD_DATA_DIR: directory, LANG: 'en_US.UTF-8' }
}

/** A key that comes while the organization is looked up is refused, so it is pressed again. */
async function goOn(wizard: Terminal, marker: string): Promise<void> {
  let isThere = false
  while (!isThere)
    isThere = await Promise.race([
      wizard.press(keys.ctrlN, marker).then(() => true),
      pause(1_500).then(() => false),
    ])
}

/** To the list of people, with so many pasted into it. */
export async function enterPeople(wizard: Terminal, count: number): Promise<void> {
  await goOn(wizard, 'Nobody yet')
  const addresses = Array.from({ length: count }, (_, index) => `person${index + 1}@acme.example`)
  await wizard.press(`\u001b[200~${addresses.join('\n')}\u001b[201~`, `${count.toLocaleString('en')} people`)
}
