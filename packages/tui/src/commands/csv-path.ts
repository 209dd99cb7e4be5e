import { Trouble } from '../exit.ts'

/** By its name: a request in YAML can begin with anything. */
export function isCsvPath(path: string): boolean {
  return /\.(?:csv|tsv)$/i.test(path)
}

const csvOptions = {
  mode: '--mode',
  repair: '--repair',
  baseline: '--baseline',
  via: '--via',
  allColumns: '--all-columns',
  roles: '--roles',
  subscription: '--subscription',
  bothTrue: '--both-true',
  confirmRemovals: '--confirm-removals',
  acknowledge: '--acknowledge',
  delimiter: '--delimiter',
  encoding: '--encoding',
  rows: '--rows',
  directory: '--directory',
} as const

/** An option that would have no effect is a misunderstanding. */
export function refuseCsvOptions(options: object): void {
  const found = Object.entries(csvOptions).find(([name]) => name in options)
  if (found !== undefined) throw new Trouble('csv.option-elsewhere', { option: found[1] })
}
