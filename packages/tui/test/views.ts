import {
  type Disabled,
  type FieldView,
  type OptionView,
  type PersonView,
  type Plan,
  type Problem,
  routeStages,
  type Stage,
  type StageView,
  type StepOutcome,
  type TaskView,
  type View,
} from '@wxcc-onboard/core'

const notNow: Disabled = { code: 'not-in-this-stage', facts: {} }

/** A view of the stage with nothing in it, to be filled in. */
export function viewOf(stage: Stage, change: Partial<View> & { fields?: readonly FieldView[] } = {}): View {
  const { fields = [], ...rest } = change
  const stages = stagesWith(stage)
  const number = stages.indexOf(stage) + 1
  const saving = stages.indexOf('saving') + 1
  return {
    runId: 'run-1',
    organization: { id: 'org-1', name: 'Example Contact Center' },
    operator: { email: 'admin@example.com', administrator: 'full' },
    stage,
    mode: 'asking',
    position: { number, of: stages.length },
    stages: stages.map((id) => stageView(id, stages, number, id === stage ? fields : [])),
    problems: [],
    entry: 'email',
    people: [],
    file: undefined,
    batchSize: 25,
    batches: [],
    acknowledged: [],
    pools,
    plan: undefined,
    renewal: undefined,
    importing: undefined,
    isApproved: number >= saving,
    progress: undefined,
    tasks: [],
    report: undefined,
    can: {
      next: number > saving - 2 ? notNow : true,
      back:
        number <= 2
          ? { code: 'first-stage', facts: {} }
          : number >= saving
            ? { code: 'already-saving', facts: {} }
            : true,
      approve: stage === 'review' ? true : notNow,
      stop: number >= saving && number < stages.length ? true : notNow,
      retry: notNow,
    },
    ...rest,
  }
}

/** The stages of the route that the stage is on. */
function stagesWith(stage: Stage): readonly Stage[] {
  const manual: readonly Stage[] = routeStages.manual
  return manual.includes(stage) ? manual : routeStages.csv
}

function stageView(
  id: Stage,
  stages: readonly Stage[],
  current: number,
  fields: readonly FieldView[],
): StageView {
  const number = stages.indexOf(id) + 1
  return {
    id,
    titleKey: `stage.${id}`,
    status: number < current ? 'done' : number === current ? 'current' : 'upcoming',
    rules: ['SAVE-1', 'C-3'],
    docsUrl: 'https://help.webex.com/article/52ulis',
    fields,
    ...(number > current ? { disabled: { code: 'stage-not-reached' as const, facts: {} } } : {}),
  }
}

const pools = [
  { id: 'standard', license: 'standard', name: 'Contact Center Standard Agent', total: 20, assigned: 18 },
  {
    id: 'premium',
    license: 'premium',
    name: 'Contact Center Premium Agent',
    subscriptionId: 'Sub114552',
    total: 50,
    assigned: 50,
  },
] as const

function choice(
  id: string,
  command: FieldView['command'],
  labelKey: FieldView['labelKey'],
  value: string | undefined,
  options: readonly OptionView[],
): FieldView {
  return { id, kind: 'choice', labelKey, command, value, options }
}

export const platformField = choice('platform', 'platform.choose', 'field.platform', undefined, [
  { value: 'new', labelKey: 'option.platform.new', rule: 'PLAT-5', isSuggested: true },
  { value: '1.0', labelKey: 'option.platform.1.0', rule: 'PLAT-4' },
])

export const entryFields = (entry: 'email' | 'names-and-email'): readonly FieldView[] => [
  choice('entry', 'entry.choose', 'field.entry', entry, [
    { value: 'email', labelKey: 'option.entry.email', rule: 'ENTRY-5' },
    { value: 'names-and-email', labelKey: 'option.entry.names-and-email', rule: 'ENTRY-6' },
  ]),
  choice('batchSize', 'batchSize.choose', 'field.batchSize', '25', [
    { value: '25', labelKey: 'option.batchSize.25', rule: 'ENTRY-7' },
    { value: '1', labelKey: 'option.batchSize.1', rule: 'NEW-11' },
  ]),
]

export const licenseField = choice('license', 'license.choose', 'field.license', 'standard', [
  { value: 'none', labelKey: 'option.license.new.none', rule: 'LICNEW-6' },
  { value: 'standard', labelKey: 'option.license.new.standard', rule: 'LICNEW-3' },
  {
    value: 'premium',
    labelKey: 'option.license.new.premium',
    rule: 'LICNEW-4',
    disabled: { code: 'no-free-units', rule: 'C-17', facts: {} },
  },
  { value: 'premium-supervisor', labelKey: 'option.license.new.premium-supervisor', rule: 'LICNEW-5' },
])

const excluded: Disabled = { code: 'supervisor-excludes-administrator', rule: 'ADMNEW-2', facts: {} }

export const administratorField = choice(
  'administrator',
  'administrator.choose',
  'field.administrator',
  'keep',
  [
    { value: 'keep', labelKey: 'option.administrator.keep', rule: 'ADMNEW-1' },
    { value: 'full', labelKey: 'option.administrator.full', rule: 'ADMNEW-5', disabled: excluded },
    {
      value: 'cc-service',
      labelKey: 'option.administrator.cc-service',
      rule: 'ADMNEW-6',
      disabled: excluded,
    },
    { value: 'remove', labelKey: 'option.administrator.remove', rule: 'ADM10-9' },
  ],
)

export function person(row: number, change: Partial<PersonView> = {}): PersonView {
  return {
    row,
    batch: Math.ceil(row / 25),
    email: `person${row}@example.com`,
    license: 'standard',
    administrator: 'keep',
    isException: false,
    problems: [],
    fields: [],
    ...change,
  }
}

export function problem(code: Problem['code'], change: Partial<Problem> = {}): Problem {
  return { code, severity: 'error', subject: { kind: 'stage' }, facts: {}, ...change }
}

const malformed = problem('person.email-malformed', {
  rule: 'ENTRY-5',
  subject: { kind: 'person', email: 'bad@@example', row: 2, field: 'email' },
  facts: { fault: 'two-at-signs', email: 'bad@@example', row: 2 },
})

const long = 'somebody.with.a.very.long.name.indeed.and.more@department.of.a.large.company.example.com'

/** Thirty people: a wide name, a fault, an address longer than any row. */
export const thirty: readonly PersonView[] = Array.from({ length: 30 }, (_, index) => {
  if (index === 0) return person(1, { email: 'sato@example.jp', firstName: '太郎', lastName: '佐藤' })
  if (index === 1) return person(2, { email: 'bad@@example', problems: [malformed] })
  if (index === 2)
    return person(3, {
      email: long,
      firstName: 'Somebody',
      lastName: 'Very-Long-Lastname',
      isException: true,
      license: 'premium-supervisor',
    })
  return person(index + 1)
})

export const plan: Plan = {
  format: 1,
  organization: { id: 'org-1', name: 'Example Contact Center' },
  platform: 'new',
  people: thirty.map(({ email, row, batch, license, administrator }) => ({
    email,
    row,
    batch,
    isNew: row !== 2,
    entitlement: { license, administrator },
    before: { license: 'none' as const, administrator: 'none' as const },
    licenseIds: ['standard'],
    lostLicenseIds: [],
    administrator: 'none' as const,
    profile: 'standard-agent' as const,
  })),
  steps: [
    ...thirty
      .filter(({ row }) => row !== 2)
      .flatMap(({ email, row, batch }) => [
        {
          kind: 'person.create' as const,
          key: `create:${email}`,
          email,
          row,
          batch,
          rule: 'SAVE-1' as const,
          after: [],
        },
        {
          kind: 'license.change' as const,
          key: `license:${email}`,
          email,
          row,
          batch,
          rule: 'SAVE-1' as const,
          after: [],
          add: ['standard'],
          remove: [],
        },
      ]),
    {
      kind: 'license.change',
      key: 'license:bad@@example',
      email: 'bad@@example',
      row: 2,
      batch: 1,
      rule: 'SAVE-1',
      after: [],
      add: ['standard'],
      remove: ['premium'],
    },
    {
      kind: 'administrator.change',
      key: 'administrator:bad@@example',
      email: 'bad@@example',
      row: 2,
      batch: 1,
      rule: 'ADMNEW-5',
      after: [],
      from: 'none',
      to: 'full',
    },
  ],
  tasks: [],
  units: [
    {
      poolId: 'standard',
      license: 'standard',
      name: 'Contact Center Standard Agent',
      total: 20,
      assignedBefore: 18,
      assignedAfter: 48,
    },
    {
      poolId: 'premium',
      license: 'premium',
      name: 'Contact Center Premium Agent',
      total: 50,
      assignedBefore: 12,
      assignedAfter: 11,
    },
  ],
  forecast: { calls: 240 },
  removals: 0,
  invitations: 29,
  hash: '0123456789abcdef'.repeat(4),
}

export function task(change: Partial<TaskView> = {}): TaskView {
  return {
    id: 'synchronize',
    kind: 'synchronize',
    rule: 'SYNC-1',
    people: thirty.map(({ email }) => email),
    where: [
      {
        vintage: 'documented',
        path: ['Services', 'Contact Center', 'Settings', 'General', 'Synchronize Users'],
      },
      {
        vintage: 'current',
        path: ['Services', 'Contact Center', 'Tenant settings', 'General', 'Synchronize Users'],
      },
    ],
    url: 'https://admin.webex.com',
    verifiedBy: 'reading',
    phase: 'syncing',
    facts: {},
    state: 'open',
    verifiedFor: ['sato@example.jp'],
    ...change,
  }
}

export const supervisorTask = task({
  id: 'supervisor-role',
  kind: 'supervisor-role',
  rule: 'LICNEW-5',
  people: [long],
  where: [{ vintage: 'documented', path: ['Users', 'Manage Users', 'Manually Add or Modify Users'] }],
  phase: 'operator',
  facts: { boxes: ['Licensed agent', 'Premium Agent - Supervisor Role'] },
  verifiedFor: [],
})

export function counts(
  change: Partial<Record<StepOutcome, number>> = {},
): Readonly<Record<StepOutcome, number>> {
  return {
    done: 0,
    already: 0,
    unchanged: 0,
    invisible: 0,
    waiting: 0,
    skipped: 0,
    failed: 0,
    'not-attempted': 0,
    ...change,
  }
}
