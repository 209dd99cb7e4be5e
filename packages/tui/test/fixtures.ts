import type { View } from '@wxcc-onboard/core'
import { fileViews } from './file-views.ts'
import {
  administratorField,
  counts,
  entryFields,
  licenseField,
  plan,
  platformField,
  problem,
  supervisorTask,
  task,
  thirty,
  viewOf,
} from './views.ts'

const networkTrouble = problem('failure.network', {
  facts: { message: 'getaddrinfo ENOTFOUND webexapis.com', operation: 'GET /people/me' },
})

const unitsShort = problem('license.units-short', {
  severity: 'question',
  rule: 'C-17',
  subject: { kind: 'license' },
  facts: { license: 'standard', free: 2, short: 27 },
})

const invitations = problem('invitation.irrevocable', {
  severity: 'warning',
  rule: 'SAVE-2',
  facts: { people: 29 },
})

const problemsOfPeople = thirty.flatMap(({ problems }) => problems)

const ofFiles = await fileViews()

/** One view of each stage and of each of its ways to look; every screen is tested with all of them. */
export const fixtures: Readonly<Record<string, View>> = {
  'sign-in': viewOf('signIn', { mode: 'working', organization: undefined, operator: undefined }),
  'sign-in-failed': viewOf('signIn', {
    mode: 'failed',
    organization: undefined,
    operator: undefined,
    problems: [networkTrouble],
  }),
  prerequisites: viewOf('prerequisites', {
    fields: [
      {
        id: 'trialAccounts',
        kind: 'addresses',
        labelKey: 'field.trialAccounts',
        command: 'trialAccounts.set',
        value: ['foreign@example.com', thirty[2]?.email ?? ''],
        options: [],
      },
    ],
  }),
  platform: viewOf('platform', {
    fields: [platformField],
    problems: [problem('platform.unanswered', { rule: 'PLAT-6' })],
    can: { ...viewOf('platform').can, next: { code: 'problems-first', facts: {} } },
  }),
  'people-none': viewOf('people', {
    fields: entryFields('email'),
    problems: [problem('people.none', { rule: 'ENTRY-9' })],
    can: { ...viewOf('people').can, next: { code: 'problems-first', facts: {} } },
  }),
  people: viewOf('people', {
    fields: entryFields('names-and-email'),
    people: thirty,
    batches: [25, 5],
    problems: problemsOfPeople,
    entry: 'names-and-email',
    can: { ...viewOf('people').can, next: { code: 'problems-first', facts: {} } },
  }),
  licenses: viewOf('licenses', {
    fields: [licenseField],
    people: thirty,
    pools: viewOf('licenses').pools.map((pool) => ({ ...pool, activated: pool.assigned - 7 })),
    problems: [unitsShort],
    can: { ...viewOf('licenses').can, next: { code: 'questions-first', facts: {} } },
  }),
  'admin-roles': viewOf('adminRoles', { fields: [administratorField], people: thirty }),
  'review-planning': viewOf('review', { mode: 'working' }),
  review: viewOf('review', {
    plan: { ...plan, steps: plan.steps.filter(({ row }) => row !== 2), tasks: [supervisorTask, task()] },
    people: thirty,
    problems: [invitations],
  }),
  'review-removals': viewOf('review', { plan, people: thirty, problems: [invitations] }),
  ...ofFiles,
  saving: viewOf('saving', {
    mode: 'working',
    people: thirty,
    progress: {
      total: 60,
      settled: 21,
      counts: counts({ done: 18, already: 1, failed: 2 }),
      inFlight: ['create:person22@example.com', `license:${thirty[2]?.email}`],
      secondsLeft: 130,
    },
  }),
  'saving-moved': viewOf('saving', {
    people: thirty,
    plan,
    renewal: {
      ...plan,
      people: plan.people.slice(2, 4),
      steps: plan.steps.filter(({ row }) => row === 3 || row === 4),
      hash: 'fedcba9876543210'.repeat(4),
    },
    can: { ...viewOf('saving').can, approve: true },
  }),
  operator: viewOf('operator', { people: thirty, tasks: [supervisorTask, task()] }),
  syncing: viewOf('syncing', { people: thirty, tasks: [{ ...supervisorTask, state: 'verified' }, task()] }),
  verifying: viewOf('verifying', { mode: 'working', people: thirty }),
  'verifying-by-hand': viewOf('verifying', {
    people: thirty,
    tasks: [
      task({
        id: 'users-module',
        kind: 'users-module',
        rule: 'SYNC-3',
        verifiedBy: 'claim',
        phase: 'verifying',
      }),
    ],
  }),
  report: viewOf('report', {
    mode: 'ended',
    people: thirty,
    can: { ...viewOf('report').can, retry: true },
    report: {
      people: thirty.map(({ row, email }) => ({
        row,
        email,
        outcome: row === 2 ? 'failed' : 'done',
        signIn: row === 2 ? 'no' : row < 20 ? 'after-invitation' : 'yes',
        why: row === 2 ? ['person-missing'] : row < 20 ? ['invitation-pending'] : [],
        verifiedBy: row === 2 ? 'nothing' : 'reading',
        problems: row === 2 ? [problem('failure.no-units')] : [],
      })),
      counts: counts({ done: 29, failed: 1 }),
      tasks: [{ ...supervisorTask, state: 'claimed' }, task({ state: 'verified' })],
      isComplete: false,
      canRetry: true,
    },
  }),
}
