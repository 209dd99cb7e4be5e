import fc from 'fast-check'
import { administratorChoices, licenseChoices } from '../src/domain/entitlement.ts'
import type { Observation } from '../src/domain/organization.ts'
import type { Draft } from '../src/intake/draft.ts'
import { draftFor, observationFor } from './samples.ts'
import { premiumPool, standardPool } from './world.ts'

const emails = ['ada', 'grace', 'alan', 'edsger', 'barbara', 'donald'].map((name) => `${name}@acme.example`)
const pools = [standardPool, premiumPool, { ...premiumPool, id: 'premium-b', subscriptionId: 'Sub-B' }]

const means = fc.constantFrom('api', 'operator')

/** A draft that gives anything to anyone of six, without addresses entered twice. */
export const anyDraft: fc.Arbitrary<Draft> = fc
  .record(
    {
      entry: fc.constantFrom('email', 'names-and-email'),
      batchSize: fc.constantFrom(1, 2, 25),
      trialAccounts: fc.subarray(emails, { maxLength: 2 }),
      sameForAll: fc.record({
        license: fc.constantFrom(...licenseChoices),
        administrator: fc.constantFrom(...administratorChoices),
      }),
      people: fc.uniqueArray(
        fc.record(
          {
            email: fc.constantFrom(...emails),
            firstName: fc.constantFrom('Ada', 'Grace'),
            lastName: fc.constantFrom('Lovelace', 'Hopper'),
            license: fc.constantFrom(...licenseChoices),
            administrator: fc.constantFrom(...administratorChoices),
          },
          { requiredKeys: ['email'] },
        ),
        { selector: ({ email }) => email, maxLength: 6 },
      ),
      subscriptions: fc.record({ premium: fc.constantFrom('Sub-A', 'Sub-B') }, { requiredKeys: [] }),
    },
    { requiredKeys: ['people'] },
  )
  .map(draftFor)

/** An organization in which any of the six may exist, hold licenses and roles, and be synchronized. */
export const anyObservation: fc.Arbitrary<Observation> = fc
  .record({
    platform: fc.constantFrom('1.0', 'new'),
    capabilities: fc.record({
      fullAdministrator: means,
      ccServiceAdministrator: means,
      contactCenterUsers: means,
    }),
    pools: fc.subarray(pools),
    invitationEmails: fc.constantFrom(true, false, undefined),
    people: fc.uniqueArray(
      fc.record({
        email: fc.constantFrom(...emails),
        licenseIds: fc.subarray([...pools.map(({ id }) => id), 'meetings']),
        administrator: fc.constantFrom('none', 'full', 'cc-service', 'read-only'),
      }),
      { selector: ({ email }) => email },
    ),
    users: fc.uniqueArray(
      fc.record({
        email: fc.constantFrom(...emails),
        profile: fc.constantFrom('standard-agent', 'premium-agent', 'supervisor', 'administrator'),
      }),
      { selector: ({ email }) => email },
    ),
  })
  .map(observationFor)
