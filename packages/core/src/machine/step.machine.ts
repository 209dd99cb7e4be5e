import { assign, fromPromise, setup } from 'xstate'
import type { Failure, Outcome } from '../domain/outcome.ts'
import type { Step, StepResult } from '../plan/step.ts'
import { nextPause, patienceAfter, pauses } from './patience.ts'
import {
  type Answer,
  answeredId,
  blindResult,
  isDoubtful,
  lateResult,
  movedResult,
  nobodyResult,
  refusedResult,
  shownResult,
} from './step-result.ts'

/** What looking shows: whether the step's effect is there, and whom it would act on. `at` is epoch milliseconds. */
export interface Sight {
  readonly isSo: boolean
  /** Whether somebody changed since what the step would overwrite. */
  readonly isMoved: boolean
  readonly personId: string | undefined
  readonly at: number
}

export interface StepInput {
  readonly step: Step
  /** Milliseconds that an accepted write may take to show. */
  readonly patience: number
}

export interface StepContext extends StepInput {
  readonly personId: string | undefined
  /** Whom the API says that it created. */
  readonly createdId: string | undefined
  readonly hasActed: boolean
  readonly failure: Failure | undefined
  readonly deadline: number | undefined
  readonly pause: number
  readonly result: StepResult | undefined
}

/** What a step settles with where its effect shows. */
export interface Shown {
  readonly outcome: 'done' | 'already'
  readonly seen: Outcome<Sight>
}

/** One step: look whether it is so already, do it once, look again until it shows or patience ends. */
export const stepMachine = setup({
  types: {
    context: {} as StepContext,
    input: {} as StepInput,
    output: {} as StepResult,
  },
  actors: {
    look: fromPromise<Outcome<Sight>, { step: Step }>(() =>
      Promise.reject(new Error('look was not provided')),
    ),
    act: fromPromise<Outcome<Answer>, { step: Step; personId: string | undefined }>(() =>
      Promise.reject(new Error('act was not provided')),
    ),
    wait: fromPromise<void, { milliseconds: number }>(() =>
      Promise.reject(new Error('wait was not provided')),
    ),
  },
  guards: {
    isSo: (_, seen: Outcome<Sight>) => seen.ok && seen.value.isSo,
    isBlind: (_, seen: Outcome<Sight>) => !seen.ok,
    hasNobody: ({ context }, seen: Outcome<Sight>) =>
      context.step.kind !== 'person.create' && seen.ok && seen.value.personId === undefined,
    isMoved: (_, seen: Outcome<Sight>) => seen.ok && seen.value.isMoved,
    isRefusedForGood: ({ context }) => context.failure !== undefined && !isDoubtful(context.failure),
    isLate: ({ context }, seen: Outcome<Sight>) =>
      seen.ok && context.deadline !== undefined && seen.value.at >= context.deadline,
  },
  actions: {
    settleShown: assign({
      result: ({ context: { step, createdId } }, { outcome, seen }: Shown) =>
        shownResult(step, outcome, seen.ok ? seen.value.personId : createdId),
    }),
    settleBlind: assign({ result: ({ context }, seen: Outcome<Sight>) => blindOutcome(context, seen) }),
    settleRefused: assign({ result: ({ context }) => lateOrRefused(context) }),
    settleLate: assign({ result: ({ context }) => lateOrRefused(context) }),
    settleWithoutPerson: assign({ result: ({ context }) => nobodyResult(context.step) }),
    settleMoved: assign({ result: ({ context }) => movedResult(context.step) }),
    rememberPerson: assign({
      personId: (_, seen: Outcome<Sight>) => (seen.ok ? seen.value.personId : undefined),
    }),
    rememberAnswer: assign((_, answered: Outcome<Answer>) => ({
      hasActed: true,
      createdId: answeredId(answered),
      failure: answered.ok ? undefined : answered.failure,
    })),
    startDeadline: assign({
      deadline: ({ context }, seen: Outcome<Sight>) =>
        context.deadline ??
        (seen.ok ? seen.value.at + patienceAfter(context.failure, context.patience) : undefined),
    }),
    lengthenPause: assign({ pause: ({ context }) => nextPause(context.pause, pauses.one) }),
  },
}).createMachine({
  id: 'step',
  context: ({ input }) => ({
    ...input,
    personId: undefined,
    createdId: undefined,
    hasActed: false,
    failure: undefined,
    deadline: undefined,
    pause: pauses.one.first,
    result: undefined,
  }),
  initial: 'looking',
  states: {
    looking: {
      invoke: {
        src: 'look',
        input: ({ context }) => ({ step: context.step }),
        onDone: [
          {
            guard: { type: 'isSo', params: ({ event }) => event.output },
            target: 'settled',
            actions: {
              type: 'settleShown',
              params: ({ event }) => ({ outcome: 'already', seen: event.output }),
            },
          },
          {
            guard: { type: 'isBlind', params: ({ event }) => event.output },
            target: 'settled',
            actions: { type: 'settleBlind', params: ({ event }) => event.output },
          },
          {
            guard: { type: 'hasNobody', params: ({ event }) => event.output },
            target: 'settled',
            actions: 'settleWithoutPerson',
          },
          {
            guard: { type: 'isMoved', params: ({ event }) => event.output },
            target: 'settled',
            actions: 'settleMoved',
          },
          { target: 'acting', actions: { type: 'rememberPerson', params: ({ event }) => event.output } },
        ],
      },
    },
    acting: {
      invoke: {
        src: 'act',
        input: ({ context }) => ({ step: context.step, personId: context.personId }),
        onDone: {
          target: 'lookingAgain',
          actions: { type: 'rememberAnswer', params: ({ event }) => event.output },
        },
      },
    },
    lookingAgain: {
      invoke: {
        src: 'look',
        input: ({ context }) => ({ step: context.step }),
        onDone: [
          {
            guard: { type: 'isSo', params: ({ event }) => event.output },
            target: 'settled',
            actions: {
              type: 'settleShown',
              params: ({ event }) => ({ outcome: 'done', seen: event.output }),
            },
          },
          { guard: 'isRefusedForGood', target: 'settled', actions: 'settleRefused' },
          {
            guard: { type: 'isBlind', params: ({ event }) => event.output },
            target: 'settled',
            actions: { type: 'settleBlind', params: ({ event }) => event.output },
          },
          {
            guard: { type: 'isLate', params: ({ event }) => event.output },
            target: 'settled',
            actions: 'settleLate',
          },
          { target: 'pausing', actions: { type: 'startDeadline', params: ({ event }) => event.output } },
        ],
      },
    },
    pausing: {
      invoke: {
        src: 'wait',
        input: ({ context }) => ({ milliseconds: context.pause }),
        onDone: { target: 'lookingAgain', actions: 'lengthenPause' },
      },
    },
    settled: { type: 'final' },
  },
  output: ({ context }) => context.result ?? { outcome: 'failed' },
})

/** A refusal that was looked after, or an acceptance that does not show. */
function lateOrRefused({ step, failure, patience, createdId }: StepContext): StepResult {
  return failure === undefined ? lateResult(step, patience, createdId) : refusedResult(step, failure)
}

function blindOutcome({ step, failure, hasActed, createdId }: StepContext, seen: Outcome<Sight>): StepResult {
  if (seen.ok) return { outcome: 'failed' }
  return blindResult(step, seen.failure, hasActed && failure === undefined, createdId)
}
