import { access } from '../access.ts'
import { asBoolean } from '../json.ts'
import { invitesByMail, type Organization, writeSetting } from '../organization/organization.ts'
import { Refusal } from '../refusal.ts'
import { type Answer, type Call, ok, type Register } from '../routing.ts'

const key = 'allow-admin-invite-emails'
const path = '/v1/settings/organizations/:orgId/settings'

export function registerSettings(register: Register): void {
  register('GET', `${path}/:settingKey`, access.readSettings, read)
  register('POST', path, access.writeSettings, write)
}

function read(call: Call): Answer {
  if (call.param('settingKey') !== key) throw new Refusal(404, 'The requested resource could not be found.')
  return ok(showSetting(call.org))
}

function write(call: Call): Answer {
  const value = asBoolean(call.body['value'])
  if (call.body['key'] !== key || value === undefined) {
    throw new Refusal(400, `The only setting is ${key}, and its value is true or false.`)
  }
  writeSetting(call.org.state, key, String(value))
  return ok(showSetting(call.org))
}

const showSetting = (org: Organization) => ({
  key,
  value: invitesByMail(org),
  name: 'Automatic Activation Emails',
})
