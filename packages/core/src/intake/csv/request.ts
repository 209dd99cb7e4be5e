import type { LicensePool, Observation } from '../../domain/organization.ts'
import type { Platform } from '../../domain/platform.ts'
import type { ProblemCode } from '../../domain/problem.ts'
import type { Request, RequestedPerson } from '../request.ts'
import type { CsvReading, CsvRow } from './rows.ts'

export interface RequestBase {
  readonly platform: Platform
  readonly organization?: string
  readonly acknowledge?: readonly ProblemCode[]
}

/** Who of a file is in the organization, and what they hold. */
export type KnownPeople = Pick<Observation, 'people' | 'pools'>

/** The rows as a request: the same engine, plan and report as on every other route. */
export function requestOfRows({ rows }: CsvReading, known: KnownPeople, base: RequestBase): Request {
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

function personOf(row: CsvRow, known: KnownPeople): RequestedPerson {
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

function heldBy({ key }: CsvRow, { people, pools }: KnownPeople): readonly LicensePool[] {
  const ids = people[key]?.licenseIds ?? []
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
            (ref.subscriptionId === undefined ||
              pool.subscriptionId === undefined ||
              ref.subscriptionId === pool.subscriptionId),
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
