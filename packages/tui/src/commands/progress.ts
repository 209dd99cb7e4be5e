import type { Onboarding, View } from '@wxcc-onboard/core'
import { createPaint } from '../output/paint.ts'
import { outcomeSign, taskStateLine } from '../output/report-text.ts'
import type { Context } from './context.ts'

/** A line for every stage, step and task, as they come. */
export function tellProgress({ world, output, sentences }: Context, onboarding: Onboarding): () => void {
  const paint = createPaint(world.stdout)
  const { t, shared } = sentences
  const told = new Map<string, string>()
  const listeners = [
    onboarding.on('stage.entered', ({ stage }) => {
      // There is no report yet where a file waits to be imported.
      const isLeft = stage === 'report' && onboarding.getView().importing?.turn !== undefined
      if (!isLeft) output.say(paint('bold', shared.t(`stage.${stage}`)))
    }),
    onboarding.on('step.settled', ({ key, result }) => {
      const step = onboarding.getStep(key)
      if (step === undefined) return
      const outcome = shared.t(`outcome.${result.outcome}`)
      const text = t('output.apply.step', { email: step.email, what: whatOf(step.kind, shared), outcome })
      output.say(`  ${outcomeSign(result.outcome, paint)} ${text}`)
    }),
    onboarding.on('task.changed', ({ id }) => {
      const task = onboarding.getView().tasks.find((one) => one.id === id)
      if (task === undefined || told.get(id) === task.state || task.state === 'open') return
      told.set(id, task.state)
      output.say(`  ${taskStateLine(task, sentences)}`)
    }),
  ]
  return () => {
    for (const stop of listeners) stop()
  }
}

const kindWords = {
  'person.create': 'ui.saving.kind.person',
  'license.change': 'ui.saving.kind.license',
  'administrator.change': 'ui.saving.kind.administrator',
  'person.delete': 'ui.saving.kind.delete',
} as const

type Shared = Context['sentences']['shared']

function whatOf(kind: NonNullable<View['plan']>['steps'][number]['kind'], shared: Shared): string {
  return shared.t(kindWords[kind])
}
