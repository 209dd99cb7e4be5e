import type { Access, TokenHolder } from './auth.ts'

const everyone: readonly TokenHolder[] = [
  'full-administrator',
  'cc-service-administrator',
  'user-administrator',
  'read-only-administrator',
]
const userManagers: readonly TokenHolder[] = ['full-administrator', 'user-administrator']
const contactCenter: readonly TokenHolder[] = ['full-administrator', 'cc-service-administrator']
const fullOnly: readonly TokenHolder[] = ['full-administrator']

/** Scopes and administrator roles by kind of operation (webex: scopes per API; roles: help.webex.com ne93ji). */
export const access = {
  readSelf: { scopes: [['spark:people_read', 'spark-admin:people_read']], holders: everyone },
  readPeople: { scopes: [['spark-admin:people_read']], holders: everyone },
  managePeople: {
    scopes: [['spark-admin:people_write'], ['spark-admin:people_read']],
    holders: userManagers,
  },
  readLicenses: { scopes: [['spark-admin:licenses_read']], holders: everyone },
  assignLicenses: {
    scopes: [['spark-admin:people_write']],
    holders: [...userManagers, 'cc-service-administrator'],
  },
  readRoles: { scopes: [['spark-admin:roles_read']], holders: everyone },
  readOrganizations: { scopes: [['spark-admin:organizations_read']], holders: everyone },
  readSettings: { scopes: [['identity:organizations_read', 'identity:organizations_rw']], holders: everyone },
  writeSettings: { scopes: [['identity:organizations_rw']], holders: fullOnly },
  readScimSelf: { scopes: [], holders: everyone },
  readScim: {
    scopes: [['identity:people_read', 'identity:people_rw']],
    holders: [...userManagers, 'read-only-administrator'],
  },
  writeScim: { scopes: [['identity:people_rw']], holders: userManagers },
  readContactCenter: { scopes: [['cjp:config_read', 'cjp:config']], holders: contactCenter },
  writeContactCenter: { scopes: [['cjp:config_write', 'cjp:config']], holders: contactCenter },
} satisfies Record<string, Access>
