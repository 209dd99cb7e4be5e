import type { Ports } from '@wxcc-onboard/core'

export const nothing = async () =>
  ({ ok: false, failure: { kind: 'network', operation: '', message: '' } }) as const

/** An organization that cannot be reached: a run goes as far as signing in. */
export const unreachable: Ports = {
  directory: {
    connect: nothing,
    readLicensePools: nothing,
    readInvitationEmails: nothing,
    findPeople: nothing,
    createPerson: nothing,
    changeLicenses: nothing,
    setAdministrator: nothing,
    deletePendingPerson: nothing,
  },
  contactCenter: { readPlatform: nothing, findUsers: nothing },
  journal: { append: async () => undefined, load: async () => [], list: async () => [] },
  clock: { now: () => 0, wait: async () => undefined },
  ids: { next: () => 'run' },
}
