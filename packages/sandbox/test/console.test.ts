import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acme, type Loose, openWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const person = async (name: string): Promise<Loose> =>
  (await world.ask('GET', '/console/people')).body.find(({ email }: Loose) => email === acme(name))

const post = (path: string, body?: object) => world.ask('POST', `/console${path}`, body)

describe('service details', () => {
  it('PLAT-3: shows the field of the platform', async () => {
    const field = 'Webex Contact Center platform (details)'
    const first = await world.ask('GET', '/console/service-details')
    const second = await post('/service-details', { platform: '1.0' })
    expect([first.body, second.body, world.sandbox.platform]).toEqual([
      { platform: 'new', field, value: 'New platform' },
      { platform: '1.0', field, value: '1.0' },
      '1.0',
    ])
  })

  it('refuses another platform and says what to send', async () => {
    const { status, body } = await post('/service-details', { platform: '2.0' })
    expect([status, body]).toEqual([
      400,
      { error: 'platform is "1.0" or "new".', next: 'Send {"platform":"new"}.' },
    ])
  })
})

describe('roles of a person', () => {
  it('LICNEW-5: a supervisor needs a premium license', async () => {
    const refused = await post(`/people/${acme('stan.standard')}/supervisor`, { supervisor: true })
    expect([refused.status, refused.body]).toEqual([
      409,
      {
        error: 'stan.standard@acme.example has no premium license, and a supervisor needs one.',
        next: 'Give the person the license "Contact Center Premium Agent" first.',
      },
    ])
    const given = await post(`/people/${acme('nina.nowak')}/supervisor`, { supervisor: true })
    expect([given.status, given.body.supervisor]).toEqual([200, true])
    const taken = await post(`/people/${acme('nina.nowak')}/supervisor`, { supervisor: false })
    expect([taken.status, taken.body.supervisor]).toEqual([200, false])
  })

  it('has somebody take their invitation and sign in', async () => {
    const created = await world.ask('POST', '/v1/people', { emails: [acme('jane.doe')], displayName: 'Jane' })
    expect(created.status).toBe(200)
    const signedIn = await post(`/people/${acme('jane.doe')}/sign-in`, {})
    expect([signedIn.status, signedIn.body.status]).toEqual([200, 'active'])
    expect((await post(`/people/${acme('nobody')}/sign-in`, {})).status).toBe(404)
  })

  it('ADMNEW-2: on the New platform supervisor and administrator exclude each other, on 1.0 not', async () => {
    const administrator = () => post(`/people/${acme('sam.supervisor')}/administrator-role`, { role: 'full' })
    expect((await administrator()).status).toBe(409)
    await post(`/people/${acme('nina.nowak')}/administrator-role`, { role: 'cc-service' })
    expect((await post(`/people/${acme('nina.nowak')}/supervisor`, { supervisor: true })).status).toBe(409)
    await post('/service-details', { platform: '1.0' })
    expect((await administrator()).status).toBe(200)
  })

  it('NEW-25: gives one administrator role in place of another and keeps other roles', async () => {
    await post(`/people/${acme('ula.users')}/administrator-role`, { role: 'cc-service' })
    await post(`/people/${acme('ula.users')}/administrator-role`, { role: 'full' })
    const users = `/identity/scim/${world.org}/v2/Users/${(await person('ula.users')).id}`
    const { body } = await world.ask('GET', users)
    expect(body.roles.map(({ value }: Loose) => value)).toEqual(['id_full_admin', 'id_user_admin'])
  })

  it('ADM10-9: takes the administrator role away', async () => {
    const { status, body } = await post(`/people/${acme('anna.admin')}/administrator-role`, { role: 'none' })
    expect([status, body.administratorRole]).toEqual([200, 'none'])
  })

  it('answers 404 for somebody who is not there', async () => {
    const { status, body } = await post(`/people/${acme('nobody')}/supervisor`, { supervisor: true })
    expect([status, body.error]).toEqual([404, 'nobody@acme.example is not in this organization.'])
  })
})

describe('trial organizations', () => {
  it('C-18: one with blockers is deleted only after they are cleared', async () => {
    const tina = `/trial-organizations/${acme('tina.trial')}`
    const refused = await world.ask('DELETE', `/console${tina}`)
    expect([refused.status, refused.body.blockers]).toEqual([
      409,
      ['an active subscription: cancel the active trial first'],
    ])
    expect((await post(`${tina}/clear-blockers`)).body.blockers).toEqual([])
    const deleted = await world.ask('DELETE', `/console${tina}`)
    expect([deleted.status, deleted.body]).toEqual([
      200,
      {
        email: acme('tina.trial'),
        name: 'Tina Trial (trial)',
        blockers: [],
        state: 'deleted',
        deletedAt: '2026-01-05T10:00:00.000Z',
      },
    ])
  })

  it('lists them and answers 404 for others', async () => {
    const { body } = await world.ask('GET', '/console/trial-organizations')
    expect(body.map(({ email, state }: Loose) => [email, state])).toEqual([
      [acme('tina.trial'), 'active'],
      [acme('tom.trial'), 'active'],
    ])
    expect((await world.ask('DELETE', `/console/trial-organizations/${acme('eve.existing')}`)).status).toBe(
      404,
    )
  })
})

describe('faults', () => {
  const fault = {
    match: { path: '/v1/roles' },
    times: 2,
    answer: { kind: 'status', status: 503, retryAfter: '2' },
  }

  it('are added, listed, used and cleared', async () => {
    expect((await post('/faults', fault)).status).toBe(201)
    expect((await world.ask('GET', '/v1/roles')).status).toBe(503)
    expect((await world.ask('GET', '/console/faults')).body).toEqual([{ ...fault, times: 1 }])
    expect((await world.ask('DELETE', '/console/faults')).body).toEqual([])
    expect((await world.ask('GET', '/v1/roles')).status).toBe(200)
  })

  it('are refused when malformed, with the reason', async () => {
    const answers = [
      await post('/faults', { match: {}, answer: { kind: 'partial' } }),
      await post('/faults', { match: { path: '(' }, answer: { kind: 'partial' } }),
      await post('/faults', { match: { path: '/' }, answer: { kind: 'other' } }),
      await post('/faults', { match: { path: '/' }, times: 0, answer: { kind: 'partial' } }),
    ]
    expect(answers.map(({ status, body }) => [status, body.error])).toEqual([
      [400, 'This is not a fault: match.path is a regular expression for the path.'],
      [400, 'This is not a fault: ( is no regular expression.'],
      [
        400,
        'This is not a fault: answer.kind is status, slow, reset, partial, unchanged or error-after-effect.',
      ],
      [400, 'This is not a fault: times is a positive number or "Infinity".'],
    ])
  })
})

describe('the page', () => {
  const submit = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${world.origin}/console${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
      headers,
    })

  it('shows the field of the platform, the button and everybody, and says that it is not Cisco', async () => {
    const response = await fetch(`${world.origin}/console`)
    const text = await response.text()
    const wanted = [
      'Webex Contact Center platform (details)',
      'Synchronize Users',
      'Łukasz Żółkiewski',
      "This page is ours, not Cisco's",
      'tina.trial@acme.example',
      'Users module',
    ]
    expect([response.headers.get('content-type'), wanted.filter((part) => !text.includes(part))]).toEqual([
      'text/html; charset=UTF-8',
      [],
    ])
    expect(text).not.toMatch(/(src|href)="https?:/)
  })

  it('sends a form back to the page, with a notice when it was refused', async () => {
    const done = await submit('/service-details', { platform: '1.0' })
    expect([done.status, done.headers.get('location')]).toEqual([303, '/console'])
    const refused = await submit(`/people/${acme('stan.standard')}/supervisor`, { supervisor: 'true' })
    const location = refused.headers.get('location') ?? ''
    expect([refused.status, location.startsWith('/console?notice=stan.standard')]).toEqual([303, true])
    const page = await (await fetch(`${world.origin}${location}`)).text()
    expect(page).toContain('has no premium license, and a supervisor needs one.')
  })

  it('answers JSON to a form that asks for JSON', async () => {
    const response = await submit('/synchronize-users', {}, { accept: 'application/json' })
    const { state } = (await response.json()) as Loose
    expect([response.status, state]).toEqual([200, 'completed'])
  })

  it('escapes what people typed', async () => {
    await world.ask('POST', '/v1/people', {
      emails: [acme('markup')],
      displayName: '<script>alert(1)</script>',
    })
    const text = await (await fetch(`${world.origin}/console`)).text()
    expect([text.includes('<script>alert'), text.includes('&lt;script&gt;alert')]).toEqual([false, true])
  })

  it('takes no orders from a page of another origin', async () => {
    const response = await submit(
      '/service-details',
      { platform: '1.0' },
      {
        origin: 'https://elsewhere.example',
        accept: 'application/json',
      },
    )
    expect([response.status, world.sandbox.platform]).toEqual([403, 'new'])
  })
})
