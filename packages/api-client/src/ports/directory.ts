import type { Directory, NewPerson } from '@wxcc-onboard/core'
import { unlessMissing } from '../resources/options.ts'
import { setAdministrator } from './administrator.ts'
import { connect } from './connect.ts'
import { createPeople, createPerson, readCreateRefusal } from './create-person.ts'
import { deletePendingPerson } from './delete-person.ts'
import { outcomeOf } from './failure.ts'
import { findPeople } from './find-people.ts'
import { changeLicenses, readLicensePools, readLicenseRefusal } from './licenses.ts'
import { type Session, unlessForbidden } from './session.ts'

export function createDirectoryPort(session: Session): Directory {
  const createOne = (person: NewPerson, signal: AbortSignal) =>
    outcomeOf('createPerson', signal, () => createPerson(session, person, signal), readCreateRefusal)
  return {
    connect: (signal) => outcomeOf('connect', signal, () => connect(session, signal)),
    readLicensePools: (signal) =>
      outcomeOf('readLicensePools', signal, () => readLicensePools(session, signal)),
    readInvitationEmails: (signal) =>
      outcomeOf('readInvitationEmails', signal, () => readInvitationEmails(session, signal)),
    findPeople: (emails, signal, detail = 'all') =>
      outcomeOf('findPeople', signal, () => findPeople(session, emails, detail, signal)),
    size: () => session.seen.people,
    createPerson: createOne,
    createPeople: (people, signal) =>
      outcomeOf('createPeople', signal, () =>
        createPeople(session, people, (person) => createOne(person, signal), signal),
      ),
    deletePendingPerson: (person, signal) =>
      outcomeOf('deletePendingPerson', signal, () => deletePendingPerson(session, person, signal)),
    changeLicenses: (change, signal) =>
      outcomeOf('changeLicenses', signal, () => changeLicenses(session, change, signal), readLicenseRefusal),
    setAdministrator: (change, signal) =>
      outcomeOf('setAdministrator', signal, () => setAdministrator(session, change, signal)),
  }
}

async function readInvitationEmails(session: Session, signal: AbortSignal): Promise<boolean | undefined> {
  const { organization } = await session.place(signal)
  const answer = session.client.settings.readInvitationEmails(organization.id, { signal })
  return unlessForbidden(unlessMissing(answer), undefined)
}
