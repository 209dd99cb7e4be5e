import {
  type CsvReading,
  type CsvRow,
  type LicensePool,
  type Observation,
  type Platform,
  type ProblemCode,
  personKey,
  type Request,
  type RequestedPerson,
} from '@wxcc-onboard/core'

export interface RequestBase {
  readonly platform: Platform
  readonly organization?: string
  readonly acknowledge?: readonly ProblemCode[]
}

type Known = Pick<Observation, 'people' | 'pools'>

/** The rows as a request: the same engine, plan and report as on every other route. */
export function requestOfRows({ rows }: CsvReading, known: Known, base: RequestBase): Request {
  const people = rows.map((row) => personOf(row, known))
  const hasNames = people.some(({ firstName, lastName }) => firstName !== undefined || lastName !== undefined)
  return {
    format: 1,
    ...(base.organization === undefined ? {} : { organization: base.organization }),
    platform: base.platform,
    route: 'csv',
    entry: hasNames ? 'names-and-email' : 'email',
    batchSize: 25,
    trialAccounts: [],
    sameForAll: { license: 'none', administrator: 'keep' },
    people,
    subscriptions: {},
    acknowledge: base.acknowledge ?? [],
  }
}

function personOf(row: CsvRow, known: Known): RequestedPerson {
  const license = licenseOf(row, heldBy(row, known))
  const { email, firstName, lastName, role, subscriptionId } = row
  return {
    email,
    ...(firstName === undefined ? {} : { firstName }),
    ...(lastName === undefined ? {} : { lastName }),
    ...(license === 'none' ? {} : { license }),
    ...(role === 'full' || role === 'cc-service' ? { administrator: role } : {}),
    ...(subscriptionId === undefined ? {} : { subscription: subscriptionId }),
  }
}

function heldBy({ email }: CsvRow, { people, pools }: Known): readonly LicensePool[] {
  const ids = people[personKey(email)]?.licenseIds ?? []
  return ids.length === 0 ? [] : pools.filter(({ id }) => ids.includes(id))
}

/** FALSE takes away what its own column names and nothing else: who holds the other license keeps it (CSV-10). */
function licenseOf(row: CsvRow, held: readonly LicensePool[]): NonNullable<RequestedPerson['license']> {
  const { license, role, removes } = row
  if (license === 'remove') {
    const kept = held.filter(
      (pool) =>
        !removes.some(
          (ref) =>
            ref.license === pool.license &&
            (ref.subscriptionId === undefined || ref.subscriptionId === pool.subscriptionId),
        ),
    )
    if (kept.length === held.length) return 'none'
    return kept[0]?.license ?? 'remove'
  }
  if (role === 'supervisor' && license === 'premium') return 'premium-supervisor'
  if (license !== 'leave') return license
  const isPremium = role === 'supervisor' && held.some((pool) => pool.license === 'premium')
  return isPremium ? 'premium-supervisor' : 'none'
}
