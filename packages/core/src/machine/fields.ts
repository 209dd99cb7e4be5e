import { freeUnits } from '../domain/allocation.ts'
import { licenseOf } from '../domain/entitlement.ts'
import type { LicensePool, Observation } from '../domain/organization.ts'
import { type PersonEntry, personKey } from '../domain/person.ts'
import { type Platform, platforms } from '../domain/platform.ts'
import { type Draft, entitlementOf } from '../intake/draft.ts'
import {
  type AdministratorGround,
  administratorGround,
  administratorOffers,
  isRemovable,
} from '../rules/administrators.ts'
import { licenseOffers, type Offer } from '../rules/licenses.ts'
import { fileFields, modeFields, routeField } from './file-fields.ts'
import type { Context, Stage } from './onboarding.types.ts'
import { remembering } from './remember.ts'
import type { FieldView, LabelKey, OptionView } from './view.types.ts'

/** The questions of a stage that are asked once for all, with everything that a screen needs to ask them. */
export function fieldsOf(stage: Stage, context: Context): readonly FieldView[] {
  const { draft, reading, observation } = context
  if (stage === 'route') return [routeField(context)]
  if (stage === 'file' || stage === 'rows') return fileFields(stage, context.file)
  if (stage === 'mode') return modeFields(context.file, draft.trialAccounts.length)
  const known = asked(draft, reading, observation)
  const before = known.get(stage)
  if (before !== undefined) return before
  const fields = makeFields(stage, { draft, reading, observation })
  known.set(stage, fields)
  return fields
}

/** What a stage asks about one person. */
export function personFieldsOf(stage: Stage, email: string, context: FieldGround): readonly FieldView[] {
  const { draft, observation } = context
  const { platform } = draft
  if (platform === undefined) return []
  const { license, administrator } = entitlementOf(draft, email)
  if (stage === 'licenses')
    return [{ id: `license:${email}`, ...licenseField(platform, observation), email, value: license }]
  if (stage !== 'adminRoles') return []
  const ground = administratorGround(email, draft, observation, platform)
  return [
    {
      id: `administrator:${email}`,
      ...administratorField(platform, ground),
      email,
      value: administrator,
    },
  ]
}

type FieldGround = Pick<Context, 'draft' | 'reading' | 'observation'>

const asked = remembering(
  (_: Draft, ..._rest: readonly [Context['reading'], Context['observation']]) =>
    new Map<Stage, readonly FieldView[]>(),
)

function makeFields(stage: Stage, ground: FieldGround): readonly FieldView[] {
  switch (stage) {
    case 'prerequisites':
      return [trialAccountsField(ground.draft)]
    case 'platform':
      return [platformField(ground)]
    case 'people':
      return peopleFields(ground.draft)
    case 'licenses':
      return licenseFields(ground)
    case 'adminRoles':
      return administratorFields(ground)
    default:
      return []
  }
}

function trialAccountsField(draft: Draft): FieldView {
  return {
    id: 'trialAccounts',
    kind: 'addresses',
    labelKey: 'field.trialAccounts',
    command: 'trialAccounts.set',
    value: draft.trialAccounts,
    options: [],
    rule: 'PRE-1',
  }
}

function platformField({ draft, reading }: FieldGround): FieldView {
  return {
    id: 'platform',
    kind: 'choice',
    labelKey: 'field.platform',
    command: 'platform.choose',
    value: draft.platform,
    options: platforms.toReversed().map((platform) => ({
      value: platform,
      labelKey: `option.platform.${platform}`,
      rule: platform === 'new' ? 'PLAT-5' : 'PLAT-4',
      isSuggested: reading?.suggestion === platform,
    })),
    rule: 'PLAT-3',
  }
}

function peopleFields(draft: Draft): readonly FieldView[] {
  return [
    {
      id: 'entry',
      kind: 'choice',
      labelKey: 'field.entry',
      command: 'entry.choose',
      value: draft.entry,
      options: [
        { value: 'email', labelKey: 'option.entry.email', rule: 'ENTRY-5' },
        { value: 'names-and-email', labelKey: 'option.entry.names-and-email', rule: 'ENTRY-6' },
      ],
      rule: 'ENTRY-4',
    },
    {
      id: 'batchSize',
      kind: 'choice',
      labelKey: 'field.batchSize',
      command: 'batchSize.choose',
      value: String(draft.batchSize),
      options: [
        { value: '25', labelKey: 'option.batchSize.25', rule: 'ENTRY-7' },
        { value: '1', labelKey: 'option.batchSize.1', rule: 'NEW-11' },
      ],
      rule: 'ENTRY-7',
    },
    {
      id: 'people',
      kind: 'people',
      labelKey: 'field.people',
      command: 'people.add',
      value: undefined,
      options: [],
      rule: 'ENTRY-3',
    },
  ]
}

function licenseFields({ draft, observation }: FieldGround): readonly FieldView[] {
  const { platform } = draft
  if (platform === undefined) return []
  return [
    { id: 'license', ...licenseField(platform, observation), value: draft.sameForAll.license },
    ...subscriptionFields(draft, observation?.pools ?? []),
  ]
}

function licenseField(platform: Platform, observation: Context['observation']) {
  return {
    kind: 'choice',
    labelKey: 'field.license',
    command: 'license.choose',
    options: licenseOffers(platform, observation?.pools).map((offer) =>
      optionOf(offer, `option.license.${platform}.${offer.value}`),
    ),
    rule: platform === '1.0' ? 'LIC10-2' : 'LICNEW-2',
  } as const
}

/** Which subscription pays is asked only where several could (P29). */
function subscriptionFields(draft: Draft, pools: readonly LicensePool[]): readonly FieldView[] {
  return (['standard', 'premium'] as const).flatMap((license): readonly FieldView[] => {
    const offering = pools.filter((pool) => pool.license === license)
    const isWanted = draft.people.some(
      ({ email }) => licenseOf(entitlementOf(draft, email).license) === license,
    )
    if (offering.length < 2 || !isWanted) return []
    return [
      {
        id: `subscription.${license}`,
        kind: 'choice',
        labelKey: `field.subscription.${license}`,
        command: 'subscription.choose',
        value: draft.subscriptions[license],
        options: offering
          .filter(({ subscriptionId }) => subscriptionId !== undefined)
          .map((pool) => ({
            value: pool.subscriptionId ?? '',
            labelKey: 'option.subscription',
            facts: {
              subscription: pool.subscriptionId ?? '',
              total: pool.total,
              assigned: pool.assigned,
              free: freeUnits(pool),
            },
          })),
      },
    ]
  })
}

function administratorFields(context: FieldGround): readonly FieldView[] {
  const { draft } = context
  const { platform } = draft
  if (platform === undefined) return []
  const ground = groundForAll(context, platform)
  return [
    { id: 'administrator', ...administratorField(platform, ground), value: draft.sameForAll.administrator },
  ]
}

function administratorField(platform: Platform, ground: AdministratorGround) {
  return {
    kind: 'choice',
    labelKey: 'field.administrator',
    command: 'administrator.choose',
    options: administratorOptions(ground),
    rule: platform === '1.0' ? 'ADM10-1' : 'ADMNEW-4',
  } as const
}

/** What can be given to all at once is what at least one of them may have. */
function groundForAll({ draft, observation }: FieldGround, platform: Platform): AdministratorGround {
  const groundOf = ({ email }: PersonEntry) => administratorGround(email, draft, observation, platform)
  const mayHave = (ground: AdministratorGround) =>
    administratorOffers(ground).some((offer) => offer.value === 'full' && !offer.disabled)
  const given = draft.people.find((person) => mayHave(groundOf(person))) ?? draft.people[0]
  const first = given && groundOf(given)
  return {
    platform,
    license: first?.license ?? draft.sameForAll.license,
    becomesSupervisor: first?.becomesSupervisor ?? false,
    administrator: heldByOne(draft, observation),
  }
}

/** The role of the first of them who holds one. */
function heldByOne(draft: Draft, observation: Context['observation']): AdministratorGround['administrator'] {
  if (observation === undefined || !hasAdministrators(observation)) return 'none'
  const roleOf = ({ email }: PersonEntry) => observation.people[personKey(email)]?.administrator
  const holder = draft.people.find((person) => isRemovable(roleOf(person) ?? 'none'))
  return (holder && roleOf(holder)) ?? 'none'
}

const hasAdministrators = remembering(({ people }: Observation) =>
  Object.values(people).some(({ administrator }) => isRemovable(administrator)),
)

function administratorOptions(ground: AdministratorGround): readonly OptionView[] {
  return administratorOffers(ground).map((offer) => optionOf(offer, `option.administrator.${offer.value}`))
}

function optionOf(offer: Offer<string>, labelKey: LabelKey): OptionView {
  const { value, rule, disabled } = offer
  return {
    value,
    labelKey,
    ...(rule === undefined ? {} : { rule }),
    ...(disabled === undefined ? {} : { disabled }),
  }
}
