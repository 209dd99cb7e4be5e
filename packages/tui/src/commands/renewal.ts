/** @module Rows that moved since their plan was approved, and would do something new: shown, approved, or left. */
import type { Onboarding, Plan, RunRecord } from '@wxcc-onboard/core'
import { type Exit, repeatable, Trouble } from '../exit.ts'
import { forecastData } from '../output/forecast.ts'
import { createPaint } from '../output/paint.ts'
import { planLines } from '../output/plan-text.ts'
import { checkHash } from './approval.ts'
import { commandFor } from './command-for.ts'
import type { Context, PlaceOptions } from './context.ts'
import { paceOf } from './place.ts'

export interface RenewalOptions {
  readonly approve?: string
  readonly yes?: boolean
  readonly confirmRemovals?: string
}

/**
 * Tells that rows moved, and answers when the engine asks about those that would do something new: nobody is there to
 * read them, so that they are left out, unless `resume --yes` said beforehand that they need not be read.
 */
export function answerRenewal(
  { output, sentences }: Context,
  onboarding: Onboarding,
  { yes, confirmRemovals }: RenewalOptions = {},
): () => void {
  const answer = () => {
    const { stage, mode, can, renewal } = onboarding.getView()
    if (stage !== 'saving' || mode !== 'asking' || renewal === undefined) return
    const isConfirmed = String(renewal.removals) === (confirmRemovals ?? '0')
    if (yes === true && isConfirmed && can.approve === true)
      onboarding.send({ type: 'plan.approve', hash: renewal.hash, removals: renewal.removals })
    else onboarding.send({ type: 'task.leave' })
  }
  const listeners = [
    onboarding.on('plan.renewed', ({ rows }) => output.say(sentences.t('output.moved', rows))),
    onboarding.subscribe(answer),
  ]
  return () => {
    for (const stop of listeners) stop()
  }
}

/** The rows as they are planned anew, and how they are approved; they are kept with the run. */
export function tellRenewal(context: Context<PlaceOptions>, renewal: Plan, run: string): Exit {
  const { world, output, sentences, options } = context
  const { hash, removals } = renewal
  output.say(`\n${sentences.t('output.moved.title', { people: renewal.people.length })}`)
  const pace = paceOf(context)
  output.say(planLines(renewal, sentences, createPaint(world.stdout), { pace }).join('\n'))
  output.result('renewal', renewal)
  output.result('forecast', forecastData(renewal, pace))
  const words = removals === 0 ? [] : ['--confirm-removals', String(removals)]
  const command = commandFor(options, 'resume', run, '--approve', hash.slice(0, 12), ...words)
  output.say(sentences.t('output.moved.how', { command }))
  return 'moved'
}

/** What approves the rows that wait in a record; undefined where nothing is approved beforehand. */
export function renewalApproval(
  { renewal }: RunRecord,
  { approve, confirmRemovals }: RenewalOptions,
  run: string,
): { readonly hash: string; readonly removals: number } | undefined {
  if (approve === undefined) return undefined
  checkHash(approve)
  if (renewal === undefined) throw new Trouble('run.nothing-to-approve', { run })
  const { hash, removals } = renewal
  if (!hash.startsWith(approve))
    throw new Trouble('approval.differs', { path: run, actual: hash, expected: approve })
  if (String(removals) !== (confirmRemovals ?? '0'))
    throw new Trouble('csv.removals-unconfirmed', { removals, given: repeatable(confirmRemovals ?? 'none') })
  return { hash, removals }
}
