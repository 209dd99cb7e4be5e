import type { AgentCatalog } from '@wxcc-onboard/core'
import { describe, expect, it } from 'vitest'
import { createWorld, never, unwrap } from './sandbox-world.ts'

const at = (name: string) => `${name}@acme.example`

const idIn = (list: AgentCatalog[keyof AgentCatalog], name: string) =>
  list.find((one) => one.name === name)?.id ?? `no ${name}`

async function createAgents(options?: Parameters<typeof createWorld>[0]) {
  const world = await createWorld(options)
  return { ...world, catalog: unwrap(await world.agents.readCatalog(never)) }
}

describe('readCatalog', () => {
  it('C-19: knows all that can be chosen by name, teams with their sites', async () => {
    const { catalog } = await createAgents()
    const names = Object.fromEntries(
      Object.entries(catalog).map(([list, all]) => [
        list,
        all.map(({ name }: { name: string }) => name).toSorted(),
      ]),
    )
    expect(names).toEqual({
      sites: ['Chicago', 'Krakow'],
      teams: ['Chicago Overflow', 'Chicago Support', 'Krakow Support'],
      skillProfiles: ['Billing', 'General'],
      desktopProfiles: ['Agent Desktop', 'Supervisor Desktop'],
      multimediaProfiles: ['Default', 'Voice and chat'],
      userProfiles: expect.arrayContaining(['Premium Agent - Billing']),
    })
    expect(catalog.teams.find(({ name }) => name === 'Chicago Overflow')).toEqual({
      id: expect.any(String),
      name: 'Chicago Overflow',
      siteId: idIn(catalog.sites, 'Chicago'),
      isCapacity: true,
    })
  })

  it('is refused to tokens without the scope, and on 1.0', async () => {
    const { agents } = await createWorld({ token: { scopes: ['spark-admin:organizations_read'] } })
    expect(await agents.readCatalog(never)).toEqual({
      ok: false,
      failure: expect.objectContaining({ kind: 'forbidden' }),
    })
  })
})

describe('findAgents', () => {
  it('finds few one by one and many by pages, whatever the case of the address', async () => {
    const { agents, catalog, asked } = await createAgents()
    const [grace] = unwrap(await agents.findAgents([at('Grace.Kim'), at('nobody')], never))
    expect(grace).toEqual({
      id: expect.any(String),
      email: at('grace.kim'),
      profileType: 'PREMIUM_AGENT',
      settings: {
        enabled: true,
        userProfile: expect.any(String),
        site: idIn(catalog.sites, 'Krakow'),
        teams: [idIn(catalog.teams, 'Krakow Support')],
        skillProfile: idIn(catalog.skillProfiles, 'General'),
        desktopProfile: idIn(catalog.desktopProfiles, 'Agent Desktop'),
        multimediaProfile: idIn(catalog.multimediaProfiles, 'Default'),
      },
    })
    const before = asked().length
    const many = Array.from({ length: 60 }, (_, index) => at(`nobody${index}`))
    expect(unwrap(await agents.findAgents([...many, at('grace.kim')], never)).length).toBe(1)
    expect(asked().length - before).toBe(1)
  })
})

describe('changeAgents', () => {
  it('NEW-30: changes what is named of several users in one call, answers for each, and leaves the rest', async () => {
    const { agents, catalog, asked } = await createAgents()
    const found = unwrap(await agents.findAgents([at('grace.kim'), at('noah.williams')], never))
    const [grace, noah] = [at('grace.kim'), at('noah.williams')].map((email) =>
      found.find((one) => one.email === email),
    )
    const chicago = idIn(catalog.sites, 'Chicago')
    const before = asked().length
    const outcomes = unwrap(
      await agents.changeAgents(
        [
          {
            agentId: grace?.id ?? '',
            settings: { ...grace!.settings, site: chicago, teams: [idIn(catalog.teams, 'Chicago Support')] },
            fields: ['site', 'teams'],
          },
          {
            agentId: noah?.id ?? '',
            settings: { ...noah!.settings, site: chicago, teams: [idIn(catalog.teams, 'Chicago Overflow')] },
            fields: ['site', 'teams'],
          },
          { agentId: 'nobody', settings: grace!.settings, fields: ['site'] },
        ],
        never,
      ),
    )
    expect(asked().slice(before)).toEqual(['PATCH /organization/{uuid}/user/bulk'])
    expect(outcomes).toEqual([
      { ok: true, value: null },
      {
        ok: false,
        failure: expect.objectContaining({
          kind: 'invalid',
          message: 'Capacity based teams are not allowed',
        }),
      },
      { ok: false, failure: expect.objectContaining({ kind: 'not-found', status: 404 }) },
    ])
    const [after] = unwrap(await agents.findAgents([at('grace.kim')], never))
    expect(after?.settings).toEqual({
      ...grace?.settings,
      site: chicago,
      teams: [idIn(catalog.teams, 'Chicago Support')],
    })
  })

  it('is repeated after a broken connection: setting the same twice sets it once', async () => {
    const { agents, fault, asked } = await createAgents()
    const [grace] = unwrap(await agents.findAgents([at('grace.kim')], never))
    fault('/user/bulk$', { kind: 'status', status: 503 })
    const write = {
      agentId: grace!.id,
      settings: { ...grace!.settings, externalId: 'E-1' },
      fields: ['externalId'] as const,
    }
    expect(unwrap(await agents.changeAgents([write], never))).toEqual([{ ok: true, value: null }])
    expect(asked().filter((call) => call.startsWith('PATCH'))).toHaveLength(2)
  })
})
