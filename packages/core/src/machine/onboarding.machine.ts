import {
  answering,
  entering,
  given,
  goingOn,
  leadingBack,
  leadingBackOnBoth,
  sent,
  settlingTasks,
} from './chart.ts'
import { noFile } from './file-route.ts'
import { fileStates } from './file-states.ts'
import { noSight } from './importing.ts'
import { importingState } from './importing-state.ts'
import { observeInput, planInput, verifyInput, watchInput } from './inputs.ts'
import { onboardingSetup } from './onboarding.setup.ts'
import type { Context, Input } from './onboarding.types.ts'
import { noResults } from './results.ts'
import { savingState } from './saving-state.ts'

/**
 * The documented procedure. Before saving everything is an answer, and every stage leads back; from saving on, the
 * approved plan is carried out, handed to an operator where no public API exists, and read back.
 */
export const onboardingMachine = onboardingSetup.createMachine({
  id: 'onboarding',
  context: ({ input }) => initialContext(input),
  initial: 'signIn',
  on: { '*': { guard: 'isCommand', actions: 'refuse' } },
  states: {
    signIn: {
      entry: entering('signIn'),
      initial: 'connecting',
      states: {
        connecting: {
          tags: 'working',
          invoke: {
            id: 'connect',
            src: 'connect',
            onDone: [
              {
                guard: given('isResuming'),
                target: 'resuming',
                actions: [given('rememberConnection'), 'tellConnection'],
              },
              {
                guard: given('isExpectedOrganization'),
                target: '#prerequisites',
                actions: [given('rememberConnection'), 'tellConnection'],
              },
              { guard: given('hasSucceeded'), target: 'failed', actions: given('troubleOrganization') },
              { target: 'failed', actions: given('troubleFailure') },
            ],
          },
        },
        resuming: {
          tags: 'working',
          invoke: {
            id: 'readPlatform',
            src: 'readPlatform',
            onDone: [
              { guard: 'hasOpenImport', target: '#importing', actions: given('rememberReading') },
              { target: '#replanning', actions: given('rememberReading') },
            ],
          },
        },
        failed: {
          tags: 'failed',
          exit: 'clearTrouble',
          on: { 'connection.retry': 'connecting' },
        },
      },
    },
    answering: {
      initial: 'prerequisites',
      exit: 'clearTrouble',
      states: {
        prerequisites: {
          id: 'prerequisites',
          entry: entering('prerequisites'),
          on: {
            'trialAccounts.set': answering(),
            'stage.next': goingOn('prerequisites', '#platform'),
          },
        },
        platform: {
          id: 'platform',
          entry: entering('platform'),
          initial: 'reading',
          on: { ...leadingBack('platform'), 'platform.choose': answering() },
          states: {
            reading: {
              tags: 'working',
              always: { guard: 'hasReading', target: 'asking' },
              invoke: {
                id: 'readPlatform',
                src: 'readPlatform',
                onDone: { target: 'asking', actions: given('rememberReading') },
              },
            },
            asking: { on: { 'stage.next': goingOn('platform', '#route') } },
          },
        },
        route: {
          id: 'route',
          entry: entering('route'),
          on: {
            ...leadingBack('route'),
            'route.choose': [
              { guard: sent('isOfferedRoute'), actions: [sent('answer'), 'forgetRows'] },
              { actions: 'refuse' },
            ],
            'stage.next': [{ guard: 'isByFile', target: '#export' }, { target: '#people' }],
          },
        },
        ...fileStates,
        people: {
          id: 'people',
          entry: entering('people'),
          initial: 'asking',
          on: leadingBack('people'),
          states: {
            asking: {
              on: {
                'entry.choose': answering(),
                'batchSize.choose': answering(),
                'people.add': answering(),
                'people.edit': answering(),
                'people.remove': answering(),
                'exception.clear': answering(),
                'stage.next': goingOn('people', 'looking'),
              },
            },
            looking: {
              entry: 'clearTrouble',
              tags: 'working',
              invoke: {
                id: 'observe',
                src: 'observe',
                input: observeInput,
                onDone: [
                  {
                    guard: given('hasSucceeded'),
                    target: '#licenses',
                    actions: given('rememberObservation'),
                  },
                  { target: 'asking', actions: given('troubleFailure') },
                ],
              },
            },
          },
        },
        licenses: {
          id: 'licenses',
          entry: entering('licenses'),
          on: {
            ...leadingBack('licenses'),
            'license.choose': answering(),
            'subscription.choose': answering(),
            'exception.clear': answering(),
            'problem.acknowledge': answering(),
            'stage.next': goingOn('licenses', '#adminRoles'),
          },
        },
        adminRoles: {
          id: 'adminRoles',
          entry: entering('adminRoles'),
          on: {
            ...leadingBack('adminRoles'),
            'administrator.choose': answering(),
            'exception.clear': answering(),
            'problem.acknowledge': answering(),
            'stage.next': goingOn('adminRoles', '#review'),
          },
        },
        review: {
          id: 'review',
          entry: entering('review'),
          initial: 'planning',
          on: leadingBackOnBoth('review'),
          states: {
            planning: {
              entry: 'clearTrouble',
              tags: 'working',
              invoke: {
                id: 'plan',
                src: 'plan',
                input: planInput,
                onDone: [
                  {
                    guard: given('hasSucceeded'),
                    target: 'ready',
                    actions: [given('rememberPlan'), 'tellPlan'],
                  },
                  { target: 'failed', actions: given('troubleFailure') },
                ],
              },
            },
            ready: {
              on: {
                'problem.acknowledge': answering(),
                'plan.renew': 'planning',
                'plan.approve': [
                  { guard: sent('isNotApproval'), actions: 'troubleApproval' },
                  { guard: sent('hasUnconfirmedRemovals'), actions: sent('troubleRemovals') },
                  { guard: 'hasOtherImport', actions: 'refuse' },
                  {
                    guard: 'canImport',
                    target: '#importing',
                    actions: ['approve', 'approveImport', 'tellApproval'],
                  },
                  // Looks again first where the plan is not fresh.
                  {
                    guard: { type: 'canGoOn', params: 'review' },
                    target: '#replanning',
                    actions: ['approve', 'tellApproval'],
                  },
                  { actions: 'refuse' },
                ],
              },
            },
            failed: { tags: 'failed', on: { 'plan.renew': 'planning' } },
          },
        },
      },
    },
    importing: importingState,
    saving: savingState,
    operator: {
      id: 'operator',
      entry: entering('operator'),
      exit: 'clearTrouble',
      always: [
        { guard: 'hasTrialToTryAgain', target: 'saving' },
        { guard: 'hasNoOpenRole', target: 'syncing' },
      ],
      invoke: { id: 'watch', src: 'watch', input: watchInput },
      on: {
        ...settlingTasks(),
        'task.leave': 'verifying',
        'run.stop': { target: 'report', actions: 'markStopped' },
      },
    },
    syncing: {
      id: 'syncing',
      entry: entering('syncing'),
      exit: 'clearTrouble',
      always: { guard: 'hasNoOpenSynchronization', target: 'verifying' },
      invoke: { id: 'watch', src: 'watch', input: watchInput },
      on: {
        ...settlingTasks(),
        'task.leave': 'verifying',
        'run.stop': { target: 'report', actions: 'markStopped' },
      },
    },
    verifying: {
      id: 'verifying',
      entry: entering('verifying'),
      initial: 'reading',
      on: { 'task.leave': 'report', 'run.stop': { target: 'report', actions: 'markStopped' } },
      states: {
        reading: {
          tags: 'working',
          entry: 'clearTrouble',
          invoke: { id: 'verify', src: 'verify', input: verifyInput },
          on: {
            'verification.read': {
              actions: [sent('rememberVerification'), 'settleClaims', 'tellVerified'],
            },
            'verification.ended': [
              { guard: sent('hasEndedWell'), target: 'checking', actions: 'tellVerifiedTasks' },
              { target: 'failed', actions: sent('troubleProblem') },
            ],
          },
        },
        checking: {
          always: { guard: 'hasNoOpenCheck', target: '#report' },
          invoke: { id: 'watch', src: 'watch', input: watchInput },
          on: settlingTasks(),
        },
        failed: { tags: 'failed', on: { 'connection.retry': 'reading' } },
      },
    },
    report: {
      id: 'report',
      entry: [entering('report'), 'tellFinished'],
      on: {
        'run.retry': [
          { guard: 'hasOpenImport', target: '#importing' },
          { guard: sent('canRetry'), target: '#replanning', actions: sent('tryAgain') },
          { actions: 'refuse' },
        ],
      },
    },
  },
})

function initialContext({ runId, draft, resumption, ...input }: Input): Context {
  const { hasCsvDesk = false, canImport = false, importPlan } = input
  return {
    runId,
    draft,
    file: noFile(draft, hasCsvDesk, canImport),
    connection: undefined,
    reading: undefined,
    observation: undefined,
    plan: resumption?.plan,
    observedAt: undefined,
    approvedHash: resumption?.approvedHash,
    results: resumption?.results ?? noResults,
    inFlight: [],
    pace: undefined,
    tasks: resumption?.tasks ?? {},
    verification: undefined,
    trouble: [],
    isStopped: false,
    renewal: resumption?.renewal,
    chosen: resumption?.chosen,
    others: [],
    approval: resumption?.approval,
    unrecorded: resumption?.unrecorded ?? [],
    importPlan,
    importing: resumption?.importing,
    sight: noSight,
  }
}
