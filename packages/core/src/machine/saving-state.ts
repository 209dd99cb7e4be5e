import { answering, entering, given, sent } from './chart.ts'
import { replanInput, saveInput } from './inputs.ts'
import { onboardingSetup } from './onboarding.setup.ts'

/** The approved plan is carried out, after rows that moved were planned anew, and asked about where they do more (L5). */
export const savingState = onboardingSetup.createStateConfig({
  id: 'saving',
  entry: entering('saving'),
  exit: 'clearFlight',
  initial: 'running',
  states: {
    replanning: {
      id: 'replanning',
      tags: 'working',
      entry: 'clearTrouble',
      invoke: {
        id: 'replan',
        src: 'replan',
        input: replanInput,
        onDone: [
          {
            guard: given('hasReplanned'),
            target: 'running',
            actions: [given('tellReplan'), given('rememberReplan')],
          },
          { target: 'broken', actions: given('troubleReplan') },
        ],
      },
      on: { 'run.stop': { target: '#report', actions: 'markStopped' } },
    },
    running: {
      tags: 'working',
      entry: 'clearTrouble',
      invoke: { id: 'save', src: 'save', input: saveInput },
      on: {
        'saving.started': { actions: sent('startPace') },
        'steps.started': { actions: [sent('startSteps'), sent('tellStarts')] },
        'steps.settled': { actions: [sent('settleSteps'), sent('tellResults')] },
        'saving.ended': [
          { guard: sent('isStopped'), target: '#report' },
          { guard: 'hasRenewal', target: 'asking' },
          { target: '#operator' },
        ],
        'saving.broke': { target: 'broken', actions: sent('troubleProblem') },
        'run.stop': { actions: ['markStopped', 'stopSaving'] },
      },
    },
    asking: {
      exit: 'clearTrouble',
      on: {
        'problem.acknowledge': answering(),
        'plan.renew': 'replanning',
        'plan.approve': [
          { guard: sent('isNotApproval'), actions: 'troubleApproval' },
          { guard: sent('hasUnconfirmedRemovals'), actions: sent('troubleRemovals') },
          {
            guard: 'canGoOnAnew',
            target: 'replanning',
            actions: ['tellRenewalApproval', 'approveRenewal'],
          },
          { actions: 'refuse' },
        ],
        'task.leave': '#operator',
        'run.stop': { target: '#report', actions: 'markStopped' },
      },
    },
    broken: {
      tags: 'failed',
      on: { 'run.retry': 'replanning', 'run.stop': '#report' },
    },
  },
})
