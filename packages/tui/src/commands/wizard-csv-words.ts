import type { View } from '@wxcc-onboard/core'

/** What the command line is to be told so that it takes the file as the wizard did; undefined where it cannot be. */
export function csvWords({ file, plan, importing, acknowledged }: View): readonly string[] | undefined {
  const { opened, answers } = file ?? {}
  if (opened === undefined || answers?.mode === undefined || plan === undefined) return undefined
  // Repairs that were agreed to one by one have no word.
  if (answers.repair === 'each') return undefined
  const { mode, repair, bothTrue, payers } = answers
  const isImport = importing !== undefined
  return [
    opened.path,
    ...['--mode', mode, '--platform', plan.platform],
    ...(repair === undefined ? [] : ['--repair', repair]),
    ...(isImport ? ['--via', 'control-hub'] : []),
    ...(bothTrue === 'reject' ? [] : ['--both-true', bothTrue]),
    ...Object.entries(payers).flatMap(([license, id]) => ['--subscription', `${license}=${id}`]),
    ...acknowledged.flatMap((code) => ['--acknowledge', code]),
  ]
}

/** The approval of the plan, and of how many lose a license (CSV-10). */
export function approvalWords({ plan }: View): readonly string[] {
  if (plan === undefined) return []
  const removals = plan.removals === 0 ? [] : ['--confirm-removals', String(plan.removals)]
  return ['--approve', plan.hash.slice(0, 12), ...removals]
}
