import type { Damage } from './damage.ts'
import type { LicensePolicy } from './license-cells.ts'
import type { ImportMode } from './mode.ts'
import type { CsvVia } from './way.ts'

export const repairChoices = ['all', 'none', 'each'] as const

/** Which damaged cells are put right: all that can be, none, or those that are agreed to one by one. */
export type RepairChoice = (typeof repairChoices)[number]

/** What was decided about a file. Decisions that another choice makes moot are kept. */
export interface FileAnswers {
  /** Undefined: nobody has decided yet. */
  readonly repair: RepairChoice | undefined
  /** Of `each`: the damages that are put right, by `damageKey`. */
  readonly agreed: readonly string[]
  readonly mode: ImportMode | undefined
  readonly via: CsvVia
  readonly bothTrue: LicensePolicy['bothTrue']
  /** Which subscription pays where a row leaves it open. */
  readonly payers: LicensePolicy['subscriptions']
}

/** An answer to a question about the file; changes the answers and nothing else. */
export type FileAnswer =
  | { readonly type: 'repair.choose'; readonly repair: RepairChoice }
  | { readonly type: 'damage.choose'; readonly key: string; readonly isRepaired: boolean }
  | { readonly type: 'mode.choose'; readonly mode: ImportMode }
  | { readonly type: 'via.choose'; readonly via: CsvVia }
  | { readonly type: 'bothTrue.choose'; readonly bothTrue: LicensePolicy['bothTrue'] }
  | {
      readonly type: 'payer.choose'
      readonly license: 'standard' | 'premium'
      readonly subscriptionId?: string
    }

export const noFileAnswers: FileAnswers = {
  repair: undefined,
  agreed: [],
  mode: undefined,
  via: 'api',
  bothTrue: 'reject',
  payers: {},
}

export function answerFile(answers: FileAnswers, given: FileAnswer): FileAnswers {
  switch (given.type) {
    case 'repair.choose':
      return { ...answers, repair: given.repair }
    case 'damage.choose': {
      const others = answers.agreed.filter((key) => key !== given.key)
      return { ...answers, repair: 'each', agreed: given.isRepaired ? [...others, given.key] : others }
    }
    case 'mode.choose':
      return { ...answers, mode: given.mode }
    case 'via.choose':
      return { ...answers, via: given.via }
    case 'bothTrue.choose':
      return { ...answers, bothTrue: given.bothTrue }
    case 'payer.choose':
      return { ...answers, payers: paidBy(answers.payers, given.license, given.subscriptionId) }
  }
}

/** The answers for another file: what was said of single cells says nothing of its cells. */
export function answersForAnother(answers: FileAnswers): FileAnswers {
  return { ...answers, repair: undefined, agreed: [] }
}

/** By what a damage is known again: one cell can have several, of different kinds. */
export function damageKey({ line, column, kind }: Damage): string {
  return `${line}:${column}:${kind}`
}

export function consentOf({ repair, agreed }: FileAnswers): (damage: Damage) => boolean {
  if (repair !== 'each') return () => repair === 'all'
  const keys = new Set(agreed)
  return (damage) => keys.has(damageKey(damage))
}

function paidBy(
  payers: FileAnswers['payers'],
  license: 'standard' | 'premium',
  subscriptionId: string | undefined,
): FileAnswers['payers'] {
  const { [license]: _, ...others } = payers
  return subscriptionId === undefined ? others : { ...others, [license]: subscriptionId }
}
