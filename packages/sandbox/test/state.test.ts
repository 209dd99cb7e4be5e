import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, resetSandboxState, SandboxPortError, SandboxStateError } from '../src/index.ts'
import { openState } from '../src/state.ts'
import { csv, emailHeader, upload } from './csv-world.ts'
import { acme, type Loose, openWorld, personNamed } from './world.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
  file = join(folder, 'state.db')
})
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true, force: true })
})

const errorOf = (work: () => unknown): unknown => {
  try {
    work()
    return undefined
  } catch (error) {
    return error
  }
}

describe('a state file', () => {
  it('is made for its owner only, seeded once and reused with its people, tokens and platform', async () => {
    const first = await openWorld({ state: file, platform: '1.0' })
    const token = first.token()
    await first.ask('POST', '/v1/people', { emails: [acme('kept')], displayName: 'Kept' })
    await first.close()
    expect(statSync(file).mode & 0o777).toBe(0o600)

    const second = await openWorld({ state: file })
    expect([second.org, second.sandbox.platform]).toEqual([first.org, '1.0'])
    expect((await second.ask('GET', '/v1/people/me', undefined, token)).status).toBe(200)
    expect((await personNamed(second, acme('kept'))).displayName).toBe('Kept')
    await second.close()

    const third = createSandbox({ state: file, platform: 'new', seed: 'empty' })
    expect([third.platform, third.orgName]).toEqual(['new', 'Acme Contact Center'])
    await third.close()
  })

  it('is seeded anew after a reset', async () => {
    const first = await openWorld({ state: file })
    await first.ask('POST', '/v1/people', { emails: [acme('forgotten')], displayName: 'Forgotten' })
    await first.close()
    resetSandboxState(file)
    const second = await openWorld({ state: file })
    expect(await personNamed(second, acme('forgotten'))).toBe(undefined)
    await second.close()
  })

  it('is seeded when a process died before it could', async () => {
    openState(file).close()
    const world = await openWorld({ state: file })
    expect((await personNamed(world, acme('eve.existing'))).displayName).toBe('Eve Existing')
    await world.close()
  })

  it('of a sandbox before the CSV route keeps its people and gets the tables for it', async () => {
    const first = await openWorld({ state: file })
    await first.ask('POST', '/v1/people', { emails: [acme('kept')], displayName: 'Kept' })
    await first.close()
    const db = new DatabaseSync(file)
    db.exec('DROP TABLE importRows; DROP TABLE importJobs; DROP TABLE personDetails')
    db.exec('DROP TABLE suspendedLicenses; DROP TRIGGER assigned; DROP TRIGGER released')
    db.exec('ALTER TABLE licenses DROP COLUMN assigned; PRAGMA user_version = 1')
    db.close()
    const second = await openWorld({ state: file })
    expect((await personNamed(second, acme('kept'))).displayName).toBe('Kept')
    const { body: licenses } = await second.ask('GET', '/console/licenses')
    const used = licenses.slice(0, 3).map(({ usedUnits }: Loose) => usedUnits)
    expect([used, (await second.ask('GET', '/console/csv/jobs')).body]).toEqual([[19, 24, 8], []])
    await second.close()
    const third = await openWorld({ state: file })
    expect((await third.ask('GET', '/console/csv/services')).status).toBe(200)
    await third.close()
  })

  it('goes on with an import that its process did not live to see the end of', async () => {
    const first = await openWorld({ state: file, delays: { import: 1000 } })
    const { body: job } = await upload(first, csv(emailHeader, acme('one'), acme('two')))
    first.clock.time += 1000
    await first.ask('GET', '/console/csv/jobs')
    await first.close()
    const second = await openWorld({ state: file })
    second.clock.time += 1999
    const states = [(await second.ask('GET', `/console/csv/jobs/${job.id}`)).body.state]
    second.clock.time += 1
    states.push((await second.ask('GET', `/console/csv/jobs/${job.id}`)).body.state)
    expect([states, Boolean(await personNamed(second, acme('two')))]).toEqual([
      ['STARTED', 'COMPLETED'],
      true,
    ])
    await second.close()
  })

  it('can be served by two processes, which see each other’s people', async () => {
    const [left, right] = [await openWorld({ state: file }), await openWorld({ state: file })]
    await left.ask('POST', '/v1/people', { emails: [acme('seen')], displayName: 'Seen' })
    expect((await personNamed(right, acme('seen'))).displayName).toBe('Seen')
    await Promise.all([left.close(), right.close()])
  })

  it('is not deleted when it is somebody else’s', () => {
    const db = new DatabaseSync(file)
    db.exec('CREATE TABLE precious (id)')
    db.close()
    expect([errorOf(() => resetSandboxState(file)), errorOf(() => createSandbox({ state: file }))]).toEqual([
      new SandboxStateError(file, 'this file was not made by a sandbox.'),
      new SandboxStateError(file, 'this file was not made by a sandbox.'),
    ])
    expect(statSync(file).isFile()).toBe(true)
    writeFileSync(file, 'a letter to somebody')
    expect(errorOf(() => createSandbox({ state: file }))).toBeInstanceOf(SandboxStateError)
  })

  it('says the path and the reason when it cannot be used', () => {
    const path = join(folder, 'missing', 'state.db')
    const error = errorOf(() => createSandbox({ state: path })) as SandboxStateError
    expect([error.name, error.path, error.message]).toEqual([
      'SandboxStateError',
      path,
      `Sandbox state ${path}: it cannot be used (ENOENT: no such file or directory, open '${path}').`,
    ])
  })

  it.skipIf(process.getuid?.() === 0)('says so in a folder that is read-only', () => {
    chmodSync(folder, 0o500)
    expect(errorOf(() => createSandbox({ state: file }))).toBeInstanceOf(SandboxStateError)
  })
})

describe('the seeds', () => {
  it('are the same in every sandbox', async () => {
    const people = async () => {
      const world = await openWorld()
      const { body } = await world.ask('GET', '/v1/people')
      await world.close()
      return body
    }
    expect(await people()).toEqual(await people())
  })

  it('leaves two licensed people of acme unsynchronized', async () => {
    const world = await openWorld()
    const { body: people } = await world.ask('GET', '/console/people')
    const { body: users } = await world.ask('GET', '/console/users-module')
    const synchronized = new Set(users.map(({ email }: { email: string }) => email))
    const licensed = people.filter(({ license }: { license: string }) => license !== 'none')
    const missing = licensed.filter(({ email }: { email: string }) => !synchronized.has(email))
    expect([people.length, licensed.length, missing.map(({ email }: { email: string }) => email)]).toEqual([
      60,
      51,
      [acme('nina.nowak'), acme('oskar.olsen')],
    ])
    await world.close()
  })

  it('has one administrator and free licenses when empty', async () => {
    const world = await openWorld({ seed: 'empty' })
    const { body } = await world.ask('GET', '/v1/people')
    const { body: licenses } = await world.ask('GET', '/console/licenses')
    expect([body.items.map(({ emails }: { emails: string[] }) => emails[0]), licenses[0].freeUnits]).toEqual([
      [acme('anna.admin')],
      25,
    ])
    await world.close()
  })
})

describe('the port', () => {
  it('is reported when it is in use', async () => {
    const [first, second] = [createSandbox(), createSandbox()]
    const { port, webexUrl, contactCenterUrl, consoleUrl } = await first.listen()
    expect([webexUrl, contactCenterUrl, consoleUrl]).toEqual([
      `http://127.0.0.1:${port}`,
      `http://127.0.0.1:${port}`,
      `http://127.0.0.1:${port}/console`,
    ])
    const error = await second.listen({ port }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(SandboxPortError)
    const { port: refused, code } = error as SandboxPortError
    expect({ refused, code }).toEqual({ refused: port, code: 'EADDRINUSE' })
    await Promise.all([first.close(), second.close()])
  })

  it('is free again after closing', async () => {
    const sandbox = createSandbox()
    const address = await sandbox.listen()
    await address.close()
    const again = await sandbox.listen({ port: address.port })
    expect(again.port).toBe(address.port)
    await sandbox.close()
  })
})
