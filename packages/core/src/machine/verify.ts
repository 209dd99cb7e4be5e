import type { Capabilities } from '../domain/organization.ts'
import { problemOfFailure } from '../domain/outcome.ts'
import { personKey } from '../domain/person.ts'
import type { Expectation, Plan } from '../plan/plan.ts'
import type { Ports } from '../ports/ports.ts'
import type { Progress, Verification } from './onboarding.types.ts'
import { nextPause, pauses } from './patience.ts'
import { readState } from './watch.ts'

export interface VerifyInput {
  readonly plan: Plan
  readonly capabilities: Pick<Capabilities, 'contactCenterUsers'>
  /** Addresses that should be there; people whose creation failed are not waited for. */
  readonly expected: readonly string[]
  /** Whether a synchronization is under way, so that waiting makes sense. */
  readonly isWorthWaiting: boolean
}

/** Reads everything back (SYNC-3, C-1); waits for what should still come, up to the patience. */
export async function verifyPlan(
  input: VerifyInput,
  ports: Ports,
  { patience }: { readonly patience: number },
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<void> {
  const deadline = ports.clock.now() + (input.isWorthWaiting ? patience : 0)
  const emails = input.plan.people.map(({ email }) => email)
  const expected = new Set(input.expected)
  const canReadUsers = input.capabilities.contactCenterUsers === 'api'
  for (let pause: number = pauses.many.first; !signal.aborted; pause = nextPause(pause, pauses.many)) {
    const seen = await readState(emails, input, ports, signal)
    if (signal.aborted) return
    if (!seen.ok) return tell({ type: 'verification.ended', problem: problemOfFailure(seen.failure) })
    const verification: Verification = { ...seen.value, canReadUsers }
    tell({ type: 'verification.read', verification })
    const isThere = input.plan.people
      .filter(({ email }) => expected.has(email))
      .every((expectation) => isAsExpected(expectation, verification))
    if (isThere || ports.clock.now() >= deadline) return tell({ type: 'verification.ended' })
    await ports.clock.wait(pause, signal)
  }
}

/** Whether a person holds the licenses that they should, and none that was taken away. */
export function holdsAsExpected(
  { licenseIds, lostLicenseIds }: Expectation,
  person: { readonly licenseIds: readonly string[] },
): boolean {
  return (
    licenseIds.every((id) => person.licenseIds.includes(id)) &&
    !lostLicenseIds.some((id) => person.licenseIds.includes(id))
  )
}

/** Whether a person is what the plan said they would be, as far as it can be read. */
export function isAsExpected(
  expectation: Expectation,
  { people, users, canReadUsers }: Verification,
): boolean {
  const key = personKey(expectation.email)
  const person = people[key]
  if (person === undefined || expectation.isDeleted === true)
    return person === undefined && expectation.isDeleted === true
  if (!holdsAsExpected(expectation, person)) return false
  if (person.administrator !== expectation.administrator) return false
  if (!canReadUsers || expectation.profile === undefined) return true
  return users[key]?.profile === expectation.profile
}
