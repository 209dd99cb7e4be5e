import type { World } from '../compose.ts'
import type { Output } from '../output/output.ts'
import type { Sentences } from '../output/sentences.ts'

/** What every command is given. */
export interface Context<Options = object> {
  readonly world: World
  readonly output: Output
  readonly sentences: Sentences
  readonly options: Options
}

export interface FormatOptions {
  readonly json?: boolean
  readonly ndjson?: boolean
  readonly lang?: string
}

/** Where the work happens: on the sandbox, or on the organization of a token. */
export interface PlaceOptions {
  readonly sandbox?: boolean
  readonly sandboxFresh?: boolean
  readonly platform?: string
  readonly tokenFile?: string
  readonly tokenStdin?: boolean
  readonly webexUrl?: string
  readonly region?: string
  readonly contactCenterUrl?: string
  readonly org?: string
  readonly requestsPerMinute?: string
  /** Typed into the wizard; kept in memory only. */
  readonly typedToken?: string
}

export function isSandbox(options: PlaceOptions): boolean {
  return options.sandbox === true || options.sandboxFresh === true
}

export const operatorModes = ['leave', 'wait', 'auto'] as const

/** What happens to things that only a person can do. */
export type OperatorMode = (typeof operatorModes)[number]

export interface OperatorOptions {
  readonly operator?: OperatorMode
}

/** A practice organization that is forgotten at the end cannot be waited for: its buttons are pressed for you. */
export function operatorModeOf({ operator, sandboxFresh }: OperatorOptions & PlaceOptions): OperatorMode {
  return operator ?? (sandboxFresh === true ? 'auto' : 'leave')
}
