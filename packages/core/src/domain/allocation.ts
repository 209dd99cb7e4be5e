import type { License } from './entitlement.ts'
import type { LicensePool } from './organization.ts'

/** One person's wish for a license; `heldIds` are all license ids that they hold now. */
export interface LicenseWish {
  readonly key: string
  readonly license: License
  readonly heldIds: readonly string[]
  /** The subscription that is to pay for this one, whatever is chosen for the others. */
  readonly subscriptionId?: string | undefined
  /** The pool that an approved plan charges; it pays as long as it has a unit, or no other has. */
  readonly payerId?: string | undefined
}

export interface Allocation {
  /** The pool that pays for each wish that needs a new unit, by key. */
  readonly byPerson: ReadonlyMap<string, string>
  /** Keys that get a pool although it has no unit left for them, in order. */
  readonly short: readonly string[]
  /** Keys whose license the organization does not have at all. */
  readonly impossible: readonly string[]
}

/** Units of a pool that nobody was assigned. Never below zero: an overage is not a debt to pay first. */
export function freeUnits(pool: LicensePool): number {
  return Math.max(0, pool.total - pool.assigned)
}

/** Pools of one license in the order in which they pay: the chosen subscription alone, else most free units first. */
export function payingPools(
  pools: readonly LicensePool[],
  license: License,
  subscriptionId: string | undefined,
): readonly LicensePool[] {
  return pools
    .filter((pool) => pool.license === license)
    .filter((pool) => subscriptionId === undefined || pool.subscriptionId === subscriptionId)
    .toSorted((a, b) => freeUnits(b) - freeUnits(a) || (a.id < b.id ? -1 : 1))
}

/**
 * Which pool pays for whom, in the order of the wishes, those with an approved payer first. A person who holds the
 * license already needs no unit; those whom no free unit is left for are charged to the first pool, where the
 * organization may allow an overage.
 */
export function allocate(
  wishes: readonly LicenseWish[],
  pools: readonly LicensePool[],
  subscriptions: { readonly standard?: string; readonly premium?: string },
): Allocation {
  const left = new Map(pools.map((pool) => [pool.id, freeUnits(pool)]))
  const byPerson = new Map<string, string>()
  const short: string[] = []
  const impossible: string[] = []
  const candidatesFor = createPoolFinder(pools)
  for (const wish of payersFirst(wishes)) {
    const { license } = wish
    if (heldPools(wish.heldIds, pools).some((pool) => pool.license === license)) continue
    const paying = candidatesFor(license, wish.subscriptionId ?? subscriptions[license])
    const approved = wish.payerId === undefined ? undefined : pools.find(({ id }) => id === wish.payerId)
    const candidates = approved === undefined ? paying : [approved, ...paying]
    const pool = candidates.find(({ id }) => (left.get(id) ?? 0) > 0) ?? candidates[0]
    if (pool === undefined) {
      impossible.push(wish.key)
      continue
    }
    const free = left.get(pool.id) ?? 0
    if (free === 0) short.push(wish.key)
    left.set(pool.id, Math.max(0, free - 1))
    byPerson.set(wish.key, pool.id)
  }
  return { byPerson, short, impossible }
}

function payersFirst(wishes: readonly LicenseWish[]): readonly LicenseWish[] {
  const hasPayer = ({ payerId }: LicenseWish) => payerId !== undefined
  return wishes.some(hasPayer)
    ? [...wishes.filter(hasPayer), ...wishes.filter((wish) => !hasPayer(wish))]
    : wishes
}

/** The Contact Center pools among the license ids that a person holds. */
export function heldPools(heldIds: readonly string[], pools: readonly LicensePool[]): readonly LicensePool[] {
  return heldIds.length === 0 ? noPools : pools.filter((pool) => heldIds.includes(pool.id))
}

const noPools: readonly LicensePool[] = []

/** The license that a person holds; Premium applies where both are held (NEW-4). */
export function heldLicense(heldIds: readonly string[], pools: readonly LicensePool[]): License | undefined {
  const held = heldPools(heldIds, pools)
  return held.find(({ license }) => license === 'premium')?.license ?? held[0]?.license
}

/** Thousands of wishes are for a few licenses of a few subscriptions. */
function createPoolFinder(pools: readonly LicensePool[]) {
  type BySubscription = Map<string | undefined, readonly LicensePool[]>
  const known: Record<License, BySubscription> = { standard: new Map(), premium: new Map() }
  return (license: License, subscriptionId: string | undefined): readonly LicensePool[] => {
    const found = known[license].get(subscriptionId) ?? payingPools(pools, license, subscriptionId)
    known[license].set(subscriptionId, found)
    return found
  }
}
