import { describe, expect, it } from 'vitest'
import { createWebexClient } from '../src/index.ts'
import { createPorts } from '../src/ports.ts'
import { createWorld, never, unwrap } from './sandbox-world.ts'
import { json, startScriptedServer } from './scripted-server.ts'

const at = (name: string) => `${name}@acme.example`
const peopleOf = (...names: string[]) => names.map((name) => ({ email: at(name) }))

async function createMany(names: readonly string[], ...options: Parameters<typeof createWorld>) {
  const world = await createWorld(...options)
  const { createPeople } = world.directory
  if (createPeople === undefined) throw new Error('this directory creates nobody together')
  const outcomes = unwrap(await createPeople(peopleOf(...names), never))
  const found = unwrap(await world.directory.findPeople(names.map(at), never, 'directory'))
  return { ...world, outcomes, found }
}

describe('creating many people', () => {
  it('NEW-1: creates them with one call, and answers each under the id by which they are found', async () => {
    const { outcomes, found, sandbox } = await createMany(['b1', 'b2', 'b3'])
    expect(outcomes).toEqual(found.map(({ id }) => ({ ok: true, value: { personId: id } })))
    const writes = sandbox.requests().filter(({ method }) => method === 'POST')
    expect(writes.map(({ path }) => path)).toEqual([`/identity/scim/${sandbox.orgId}/v2/Bulk`])
  })

  it('PRE-1: tells those who belong elsewhere or exist already from those who were created', async () => {
    const { outcomes } = await createMany(['b1', 'tom.trial', 'eve.existing'])
    expect(outcomes.map((outcome) => (outcome.ok ? 'created' : outcome.failure.kind))).toEqual([
      'created',
      'another-organization',
      'conflict',
    ])
  })

  it('creates one by one where the token has no identity scopes, and remembers that', async () => {
    const scopes = [
      'spark-admin:people_read',
      'spark-admin:people_write',
      'spark-admin:organizations_read',
      'spark-admin:roles_read',
    ]
    const { outcomes, found, sandbox } = await createMany(['b1', 'b2'], { token: { scopes } })
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true])
    expect(found).toHaveLength(2)
    expect(sandbox.requests().filter(({ path }) => path.endsWith('/Bulk'))).toHaveLength(1)
  })

  it('does not repeat a call that was refused after its effect; looking finds them', async () => {
    const { directory, sandbox, fault } = await createWorld()
    fault('/Bulk$', { kind: 'error-after-effect', status: 503 })
    const outcome = await directory.createPeople!(peopleOf('b1', 'b2'), never)
    expect(outcome.ok ? 'ok' : outcome.failure.kind).toBe('unavailable')
    expect(unwrap(await directory.findPeople(['b1', 'b2'].map(at), never))).toHaveLength(2)
    expect(sandbox.requests().filter(({ path }) => path.endsWith('/Bulk'))).toHaveLength(1)
  })

  it('says of somebody whom the answer leaves out that nothing can be said', async () => {
    const organizations = json({
      items: [{ id: '33333333-1111-4111-8111-111111111111', displayName: 'Acme' }],
    })
    const { origin } = await startScriptedServer(organizations, json({ Operations: [] }))
    const { directory } = createPorts(createWebexClient({ webexUrl: origin, token: 'opaque' }))
    const outcomes = unwrap(await directory.createPeople!(peopleOf('b1'), never))
    expect(outcomes).toEqual([
      {
        ok: false,
        failure: {
          kind: 'unreadable',
          operation: 'POST /identity/scim/{orgId}/v2/Bulk',
          message: 'The answer leaves this person out.',
        },
      },
    ])
  })
})
