import type { FailureKind, LicenseChange, LicensePool } from '@wxcc-onboard/core'
import type { HttpError } from '../errors.ts'
import { agentLicenseOf, agentLicenseOfId } from '../license-names.ts'
import type { License } from '../schemas/identity.ts'
import { countPeople, type Session } from './session.ts'
import { statusOf } from './status.ts'

export async function readLicensePools(
  session: Session,
  signal: AbortSignal,
): Promise<readonly LicensePool[]> {
  const { partnerOrgId } = await session.place(signal)
  const licenses = await session.client.licenses.list({ orgId: partnerOrgId, signal })
  const pools = licenses.flatMap(poolOf)
  for (const { id } of pools) session.poolIds.add(id)
  const activated = pools.length === 0 ? undefined : await countActivated(session, partnerOrgId, signal)
  return activated === undefined
    ? pools
    : pools.map((pool) => ({ ...pool, activated: activated.get(pool.id) ?? 0 }))
}

/** Pages of people that counting may cost; in a larger organization the count is left unknown. */
const mostPages = 5

/** How many holders of each license have signed in (C-17); the Licenses API itself counts only what is assigned. */
async function countActivated(
  session: Session,
  orgId: string | undefined,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number> | undefined> {
  const counts = new Map<string, number>()
  let pages = 0
  for await (const page of countPeople(session, session.client.people.pages({ orgId, signal }))) {
    pages += 1
    if (pages > mostPages || page.some(({ licenses }) => licenses === undefined)) return undefined
    const holders = page.filter((person) => statusOf(person) !== 'pending')
    for (const id of holders.flatMap(({ licenses }) => licenses ?? []))
      counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

function poolOf(entry: License): LicensePool[] {
  const license = agentLicenseOf(entry)
  if (license === undefined) return []
  const { id, name, subscriptionId, totalUnits = 0, consumedUnits = 0 } = entry
  const subscription = subscriptionId === undefined ? {} : { subscriptionId }
  return [{ id, license, name, ...subscription, total: totalUnits, assigned: consumedUnits }]
}

export async function changeLicenses(
  session: Session,
  change: LicenseChange,
  signal: AbortSignal,
): Promise<{ readonly held: readonly string[] }> {
  const { partnerOrgId } = await session.place(signal)
  const licenses = [
    ...change.remove.map((id) => ({ id, operation: 'remove' as const })),
    ...change.add.map((id) => ({ id, operation: 'add' as const })),
  ]
  const { held } = await session.client.licenses.change(
    { personId: change.personId, orgId: partnerOrgId, licenses },
    { signal },
  )
  const isAsked = (id: string) => change.add.includes(id) || change.remove.includes(id)
  return { held: held.filter((id) => isContactCenterLicense(session, id) || isAsked(id)) }
}

export const isContactCenterLicense = ({ poolIds }: Pick<Session, 'poolIds'>, id: string): boolean =>
  poolIds.has(id) || agentLicenseOfId(id) !== undefined

// No code for exhausted units is documented. 700000 is what an older Control Hub said to "user saved but license
// unavailable"; 400112, once "insufficient licenses", means something else in this API now, so words decide.
const exhausted =
  /\b(?:exhausted|insufficient|not enough|no (?:more |free |remaining |available )?(?:units|licenses?)\b|no units?|licenses? (?:is |are )?(?:unavailable|not available))/i

/** A refusal for want of free units. */
export function readLicenseRefusal({ status, errorCode, description }: HttpError): FailureKind | undefined {
  if (status !== 400) return undefined
  return errorCode === '700000' || exhausted.test(description) ? 'no-units' : undefined
}
