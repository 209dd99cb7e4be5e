import { walkToReview } from '@wxcc-onboard/core'
import { expect, it } from 'vitest'
import { type Engine, openEngine } from './engine.ts'
import { createRandom } from './kill-world.ts'

interface Run {
  readonly seed: number
  readonly route: 'manual' | 'csv'
  readonly size: number
  readonly rolesListed: boolean
}

/** Sizes, shares of people who exist, licenses and roles by a seed. */
function runOf(seed: number): Run & { readonly request: object } {
  const random = createRandom(seed)
  const route = seed % 2 === 0 ? 'manual' : 'csv'
  const size = Math.ceil(random() ** 2 * (route === 'manual' ? 60 : 400)) + 1
  const [existing, administrators, premium, supervisors] = [
    random(),
    random() * 0.3,
    random(),
    random() * 0.2,
  ]
  const rolesListed = random() < 0.5
  const people = Array.from({ length: size }, (_, index) => {
    const isAdministrator = random() < administrators
    const license =
      random() < premium ? (random() < supervisors ? 'premium-supervisor' : 'premium') : 'standard'
    return {
      email: random() < existing && index < known.length ? known[index] : `new.${index}@acme.example`,
      license: isAdministrator && license === 'premium-supervisor' ? 'premium' : license,
      ...(isAdministrator ? { administrator: random() < 0.5 ? 'full' : 'cc-service' } : {}),
    }
  })
  const request = {
    route,
    sameForAll: { license: 'standard', administrator: 'keep' },
    subscriptions: { standard: 'Sub-A', premium: 'Sub-A' },
    people,
  }
  return { seed, route, size, rolesListed, request }
}

const known = ['eve.existing', 'noor.haddad', 'zofia.zak', 'george.baker', 'nina.nowak', 'oskar.olsen'].map(
  (name) => `${name}@acme.example`,
)

async function callsOf(engine: Engine, request: object) {
  const onboarding = engine.open(request)
  const { plan, problems } = await walkToReview(onboarding)
  if (plan === undefined) throw new Error(JSON.stringify(problems))
  const before = engine.sandbox.requests().length
  onboarding.send({ type: 'plan.approve', hash: plan.hash })
  const { report } = await onboarding.done
  return { forecast: plan.forecast.calls, calls: engine.sandbox.requests().length - before, report }
}

for (let seed = 1; seed <= 20; seed += 1) {
  const { request, ...run } = runOf(seed)
  it(`L7: the forecast is within 15 % of the calls of run ${JSON.stringify(run)}`, async () => {
    const engine = await openEngine({
      units: 3_000,
      sandbox: { rolesListed: { contactCenterServiceAdministrator: run.rolesListed } },
    })
    try {
      const { forecast, calls, report } = await callsOf(engine, request)
      expect(report?.isComplete).toBe(true)
      expect(Math.abs(forecast / calls - 1)).toBeLessThanOrEqual(0.15)
    } finally {
      await engine.close()
    }
  })
}
