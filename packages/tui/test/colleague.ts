/** @module A colleague who changes the same organization meanwhile, by the public APIs. */
import type { KillWorld } from './kill-world.ts'

export async function deletePerson(world: KillWorld, email: string): Promise<void> {
  const { id } = await findPerson(world, email)
  await ask(world, 'DELETE', `/v1/people/${id}`)
}

/** Deletes somebody and creates somebody else under the same address, who gets the same licenses; answers their id. */
export async function replacePerson(world: KillWorld, email: string): Promise<string> {
  const { licenses } = await findPerson(world, email)
  await deletePerson(world, email)
  await ask(world, 'POST', '/v1/people', { emails: [email], displayName: 'Somebody else' })
  const { id } = await findPerson(world, email)
  await changeLicenses(
    world,
    id,
    licenses.map((license) => ({ id: license, operation: 'add' })),
  )
  return id
}

export async function takeLicenses(world: KillWorld, email: string): Promise<void> {
  const { id, licenses } = await findPerson(world, email)
  await changeLicenses(
    world,
    id,
    licenses.map((license) => ({ id: license, operation: 'remove' })),
  )
}

export async function changeLicenses(world: KillWorld, personId: string, licenses: readonly object[]) {
  await ask(world, 'PATCH', '/v1/licenses/users', { personId, licenses })
}

export async function findPerson(world: KillWorld, email: string) {
  const { items } = (await ask(world, 'GET', `/v1/people?email=${encodeURIComponent(email)}`)) as {
    items: { id: string; licenses: string[] }[]
  }
  if (items[0] === undefined) throw new Error(`nobody with the address ${email}`)
  return items[0]
}

async function ask({ there, env }: KillWorld, method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${there[1]}${path}`, {
    method,
    headers: { authorization: `Bearer ${env['WEBEX_TOKEN']}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return response.status === 204 ? undefined : response.json()
}
