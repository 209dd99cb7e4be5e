import {
  type ContactCenterUser,
  createOnboarding,
  type DirectoryPerson,
  type LicensePool,
  type Onboarding,
  type OnboardingOptions,
  type Outcome,
  type Ports,
  personKey,
} from '@wxcc-onboard/core'

export interface OrganizationOptions {
  readonly pools?: readonly LicensePool[]
  readonly people?: readonly DirectoryPerson[]
  /** Addresses that cannot be created, because they belong to another organization. */
  readonly foreign?: readonly string[]
}

const pools: readonly LicensePool[] = [
  { id: 'standard', license: 'standard', name: 'Contact Center Standard Agent', total: 20, assigned: 18 },
  { id: 'premium', license: 'premium', name: 'Contact Center Premium Agent', total: 50, assigned: 12 },
]

/** An organization in memory, behind core's ports, so that the wizard can be driven by the real engine. */
export class Organization {
  readonly people = new Map<string, DirectoryPerson>()
  readonly users = new Map<string, ContactCenterUser>()
  isReachable = true
  readonly #options: OrganizationOptions

  constructor(options: OrganizationOptions = {}) {
    this.#options = options
    for (const person of options.people ?? []) this.people.set(personKey(person.email), person)
  }

  /** What Synchronize Users does in Control Hub. */
  synchronize(): void {
    for (const [key, { id, email, licenseIds }] of this.people)
      if (licenseIds.length > 0)
        this.users.set(key, {
          id: `user-${id}`,
          personId: id,
          email,
          isActive: true,
          isContactCenterEnabled: true,
          profile: licenseIds.includes('premium') ? 'premium-agent' : 'standard-agent',
          hasTeam: true,
          hasDesktopProfile: true,
        })
  }

  open(options: Partial<OnboardingOptions> = {}): Onboarding {
    return createOnboarding({
      ports: this.ports(),
      pollInterval: 10,
      visibilityDeadline: 50,
      coalesce: 1,
      ...options,
    })
  }

  ports(): Ports {
    const all = this.#options.pools ?? pools
    return {
      clock: {
        now: () => Date.now(),
        wait: (ms, signal) =>
          new Promise((done) => {
            const timer = setTimeout(done, ms)
            signal.addEventListener('abort', () => {
              clearTimeout(timer)
              done()
            })
          }),
      },
      ids: { next: () => 'run-1' },
      journal: { append: async () => undefined, load: async () => [], list: async () => [] },
      directory: {
        connect: async () =>
          this.isReachable
            ? ok({
                organization: { id: 'org-1', name: 'Example Contact Center' },
                operator: { email: 'admin@example.com', administrator: 'full' as const },
                administratorRoles: { full: 'api' as const, 'cc-service': 'operator' as const },
              })
            : {
                ok: false,
                failure: {
                  kind: 'network',
                  operation: 'GET /people/me',
                  message: 'getaddrinfo ENOTFOUND webexapis.com',
                },
              },
        readLicensePools: async () => ok(all),
        readInvitationEmails: async () => ok(true),
        findPeople: async (emails) => ok(emails.flatMap((email) => this.people.get(personKey(email)) ?? [])),
        createPerson: async ({ email, ...names }) => {
          if (this.#options.foreign?.includes(email))
            return {
              ok: false,
              failure: {
                kind: 'another-organization',
                operation: 'POST /people',
                message: 'exists',
                status: 409,
              },
            }
          const id = `person-${this.people.size + 1}`
          this.people.set(personKey(email), {
            id,
            email,
            ...names,
            status: 'pending',
            licenseIds: [],
            administrator: 'none',
          })
          return ok({ personId: id })
        },
        deletePendingPerson: async ({ email }) => {
          this.people.delete(personKey(email))
          return ok(null)
        },
        changeLicenses: async ({ email, add, remove }) => {
          const person = this.people.get(personKey(email))
          const held = [...(person?.licenseIds ?? []).filter((id) => !remove.includes(id)), ...add]
          if (person) this.people.set(personKey(email), { ...person, licenseIds: held })
          return ok({ held })
        },
        setAdministrator: async ({ personId, role }) => {
          for (const [key, person] of this.people)
            if (person.id === personId) this.people.set(key, { ...person, administrator: role })
          return ok(null)
        },
      },
      contactCenter: {
        readPlatform: async () =>
          ok({ suggestion: 'new' as const, evidence: 'contact-center-api-answers' as const }),
        findUsers: async (people) =>
          ok(people.flatMap(({ email }) => this.users.get(personKey(email)) ?? [])),
      },
    }
  }
}

function ok<T>(value: T): Outcome<T> {
  return { ok: true, value }
}
