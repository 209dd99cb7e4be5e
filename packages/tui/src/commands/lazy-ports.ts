import type { CsvDesk, Ports } from '@wxcc-onboard/core'
import type { World } from '../compose.ts'

/** Ports that wait for the real ones: the first frame is on screen while clients and databases are still loading. */
export function createLazyPorts(ports: Promise<Ports>, { clock, ids }: World, csvDesk: CsvDesk): Ports {
  ports.catch(() => undefined)
  return {
    clock,
    ids,
    csvDesk,
    directory: {
      connect: async (...given) => (await ports).directory.connect(...given),
      readLicensePools: async (...given) => (await ports).directory.readLicensePools(...given),
      readInvitationEmails: async (...given) => (await ports).directory.readInvitationEmails(...given),
      findPeople: async (...given) => (await ports).directory.findPeople(...given),
      createPerson: async (...given) => (await ports).directory.createPerson(...given),
      deletePendingPerson: async (...given) => (await ports).directory.deletePendingPerson(...given),
      changeLicenses: async (...given) => (await ports).directory.changeLicenses(...given),
      setAdministrator: async (...given) => (await ports).directory.setAdministrator(...given),
    },
    contactCenter: {
      readPlatform: async (...given) => (await ports).contactCenter.readPlatform(...given),
      findUsers: async (...given) => (await ports).contactCenter.findUsers(...given),
    },
    journal: {
      append: async (...given) => (await ports).journal.append(...given),
      hurry: () => void ports.then(({ journal }) => journal.hurry?.()),
      load: async (...given) => (await ports).journal.load(...given),
      list: async () => (await ports).journal.list(),
      drafts: {
        keep: async (draft) => (await ports).journal.drafts?.keep(draft),
        list: async () => (await ports).journal.drafts?.list() ?? [],
        remove: async (runId) => (await ports).journal.drafts?.remove(runId),
      },
    },
  }
}
