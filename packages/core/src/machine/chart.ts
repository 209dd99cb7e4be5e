/** @module What the chart's states have in common: guards and actions by name, with what they are given. */
import type { AnsweredStage } from './judgement.ts'
import { routeStages, type Stage } from './onboarding.types.ts'

export function entering(stage: Stage) {
  return { type: 'enter', params: stage } as const
}

/** An action or guard that is given what an actor answered. */
export function given<const Name extends string>(type: Name) {
  return { type, params: <T>({ event }: { event: { readonly output: T } }): T => event.output }
}

/** An action or guard that is given the event itself. */
export function sent<const Name extends string>(type: Name) {
  return { type, params: <T>({ event }: { event: T }): T => event }
}

export function answering() {
  return { actions: sent('answer') }
}

/** Forward only when the rules of the stage say nothing against it; the refusal is told. */
export function goingOn(stage: AnsweredStage, target: string) {
  return [{ guard: { type: 'canGoOn', params: stage } as const, target }, { actions: 'refuse' } as const]
}

/** Back works from every answer, right or wrong; a jump leads to any stage of the route before this one. */
export function leadingBack(stage: Stage, route: keyof typeof routeStages = 'manual') {
  const earlier = earlierThan(stage, route)
  return { 'stage.back': `#${earlier.at(-1)}`, ...jumping(earlier) }
}

/** From where the two routes meet: back to the last stage of the one that was walked. */
export function leadingBackOnBoth(stage: Stage) {
  const [one, other] = [earlierThan(stage, 'manual'), earlierThan(stage, 'csv')]
  return {
    'stage.back': [
      { guard: 'isByFile', target: `#${other.at(-1)}` } as const,
      { target: `#${one.at(-1)}` } as const,
    ],
    ...jumping([...new Set([...one, ...other])]),
  }
}

function earlierThan(stage: Stage, route: keyof typeof routeStages): readonly Stage[] {
  const all: readonly Stage[] = routeStages[route]
  return all.slice(1, all.indexOf(stage))
}

function jumping(earlier: readonly Stage[]) {
  return {
    'stage.jump': [
      ...earlier.map((stage) => ({ guard: jumpingTo(stage), target: `#${stage}` })),
      { actions: 'refuse' } as const,
    ],
  }
}

function jumpingTo(target: Stage) {
  return {
    type: 'isJumpTo',
    params: ({ event }: { event: { readonly stage: Stage } }) => ({ stage: event.stage, target }),
  } as const
}

/** How operator tasks are settled: a person says so, someone performs them, or their effect is read back. */
export function settlingTasks() {
  const isOpen = sent('isOpenTask')
  const tell = sent('tellTask')
  return {
    'task.claim': [{ guard: isOpen, actions: [sent('claimTask'), tell] }, { actions: 'refuse' } as const],
    'task.skip': [{ guard: isOpen, actions: [sent('skipTask'), tell] }, { actions: 'refuse' } as const],
    'task.performed': { guard: isOpen, actions: [sent('claimTask'), tell] },
    'task.read': { guard: isOpen, actions: [sent('readTask'), tell] },
    'watch.troubled': { actions: sent('troubleProblem') },
  }
}
