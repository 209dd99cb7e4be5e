import { programName } from '../output/sentences.ts'
import type { PlaceOptions } from './context.ts'

/** A command that works in the same place as this one, to be typed as it stands. Tokens are never part of it. */
export function commandFor(options: PlaceOptions, ...words: readonly string[]): string {
  return [programName, ...words.map(quotedWord), ...placeWords(options)].join(' ')
}

function placeWords(options: PlaceOptions): string[] {
  const { webexUrl, region, contactCenterUrl, tokenFile, requestsPerMinute } = options
  return [
    ...(options.sandbox === true ? ['--sandbox'] : []),
    ...(options.sandboxFresh === true ? ['--sandbox-fresh'] : []),
    ...flag('--token-file', tokenFile),
    ...flag('--webex-url', webexUrl),
    ...flag('--region', region),
    ...flag('--contact-center-url', contactCenterUrl),
    ...flag('--requests-per-minute', requestsPerMinute),
  ]
}

function flag(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [name, quotedWord(value)]
}

function quotedWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
