import { freeUnits } from '../domain/allocation.ts'
import { licenseOf } from '../domain/entitlement.ts'
import type { LicensePool } from '../domain/organization.ts'
import { type Platform, platforms } from '../domain/platform.ts'
import type { RuleId } from '../domain/rule.ts'
import { type Draft, entitlementOf } from '../intake/draft.ts'
import {
  type AdministratorGround,
  administratorGround,
  administratorOffers,
} from '../rules/administrators.ts'
import { licenseOffers, type Offer } from '../rules/licenses.ts'
import type { Context, Stage } from './onboarding.types.ts'
import type { FieldView, LabelKey, OptionView } from './view.types.ts'

/** The questions of a stage, with everything that a screen needs to ask them. */
export function fieldsOf(stage: Stage, context: Context): readonly FieldView[] {
  switch (stage) {
    case 'prerequisites':
      return [trialAccountsField(context.draft)]
    case 'platform':
      return [platformField(context)]
    case 'people':
      return peopleFields(context.draft)
    case 'licenses':
      return licenseFields(context)
    case 'adminRoles':
      return administratorFields(context)
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

function platformField({ draft, reading }: Context): FieldView {
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
      value: draft.people.map(({ email }) => email),
      options: [],
      rule: 'ENTRY-3',
    },
  ]
}

function licenseFields({ draft, observation }: Context): readonly FieldView[] {
  const { platform } = draft
  if (platform === undefined) return []
  const options = licenseOffers(platform, observation?.pools).map((offer) =>
    optionOf(offer, `option.license.${platform}.${offer.value}`),
  )
  const field = { kind: 'choice', labelKey: 'field.license', command: 'license.choose', options } as const
  const rule: RuleId = platform === '1.0' ? 'LIC10-2' : 'LICNEW-2'
  return [
    { id: 'license', ...field, value: draft.sameForAll.license, rule },
    ...draft.people.map(({ email }) => ({
      id: `license:${email}`,
      ...field,
      email,
      value: entitlementOf(draft, email).license,
      rule,
    })),
    ...subscriptionFields(draft, observation?.pools ?? []),
  ]
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

function administratorFields(context: Context): readonly FieldView[] {
  const { draft, observation } = context
  const { platform } = draft
  if (platform === undefined) return []
  const field = { kind: 'choice', labelKey: 'field.administrator', command: 'administrator.choose' } as const
  const rule: RuleId = platform === '1.0' ? 'ADM10-1' : 'ADMNEW-4'
  return [
    {
      id: 'administrator',
      ...field,
      value: draft.sameForAll.administrator,
      options: administratorOptions(groundForAll(context, platform)),
      rule,
    },
    ...draft.people.map(({ email }) => ({
      id: `administrator:${email}`,
      ...field,
      email,
      value: entitlementOf(draft, email).administrator,
      options: administratorOptions(administratorGround(email, draft, observation, platform)),
      rule,
    })),
  ]
}

/** What can be given to all at once is what at least one of them may have. */
function groundForAll({ draft, observation }: Context, platform: Platform): AdministratorGround {
  const grounds = draft.people.map(({ email }) => administratorGround(email, draft, observation, platform))
  const isGiven = grounds.find(
    (ground) => !administratorOffers(ground).some((offer) => offer.value === 'full' && offer.disabled),
  )
  const held = grounds.find(({ administrator }) => administrator === 'full' || administrator === 'cc-service')
  const first = isGiven ?? grounds[0]
  return {
    platform,
    license: first?.license ?? draft.sameForAll.license,
    becomesSupervisor: first?.becomesSupervisor ?? false,
    administrator: held?.administrator ?? 'none',
  }
}

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
