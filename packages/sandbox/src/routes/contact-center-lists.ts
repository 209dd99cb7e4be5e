import { access } from '../access.ts'
import { type EntityKind, listEntities } from '../organization/contact-center.ts'
import { Refusal } from '../refusal.ts'
import { ok } from '../routing.ts'
import { answerArray, answerPage } from './contact-center-page.ts'
import type { ContactCenterRegister } from './contact-center-register.ts'

const kinds: readonly EntityKind[] = ['site', 'team', 'agent-profile', 'skill-profile', 'multimedia-profile']

export function registerContactCenterLists(register: ContactCenterRegister): void {
  for (const kind of kinds) {
    register('GET', `/${kind}`, access.readContactCenter, (call) =>
      answerArray(call, listEntities(call.org, kind)),
    )
    register('GET', `/v2/${kind}`, access.readContactCenter, (call) =>
      answerPage(call, listEntities(call.org, kind), ['name']),
    )
    registerOne(register, kind, `/${kind}/:id`)
  }
  register('GET', '/v3/user-profile', access.readContactCenter, (call) =>
    answerPage(call, listEntities(call.org, 'user-profile'), ['name']),
  )
  registerOne(register, 'user-profile', '/v3/user-profile/:id')
}

function registerOne(register: ContactCenterRegister, kind: EntityKind, path: string): void {
  register('GET', path, access.readContactCenter, (call) => {
    const id = call.param('id')
    const entity = listEntities(call.org, kind).find((candidate) => candidate['id'] === id)
    if (entity === undefined) throw new Refusal(404, `${kind} ${id} was not found.`)
    return ok(entity)
  })
}
