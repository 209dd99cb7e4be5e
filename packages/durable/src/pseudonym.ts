import { createHmac } from 'node:crypto'

/**
 * Stable names for e-mail addresses and ids of people: the same key gives the same pseudonym to the same one, and without the key
 * nobody can tell whether an address is the one behind a pseudonym.
 */
export function createPseudonyms(key: string): (email: string) => string {
  return (email) => {
    const digest = createHmac('sha256', key).update(email.toLowerCase()).digest('hex')
    return `person-${digest.slice(0, 12)}@pseudonym.invalid`
  }
}

/** Facts of a problem that are codes and numbers; the others may be sentences with names in them. */
const plainFacts: readonly string[] = ['status', 'errorCode', 'trackingId', 'operation', 'seconds', 'step']

/** Details of agents that say who they are. */
const personalFields: readonly string[] = ['externalId', 'defaultDn']

/** Ids that Webex has for a person. */
const idsOfPeople: readonly string[] = ['personId', 'agentId']

/** The same details without any e-mail address or id of a person, and without free text. */
export function pseudonymized(
  details: Readonly<Record<string, unknown>>,
  pseudonym: (email: string) => string,
): Readonly<Record<string, unknown>> {
  const { email } = details
  const known = typeof email === 'string' ? email : undefined
  const scrub = (key: string, value: unknown): unknown => {
    if (key === 'facts') return pick(value, plainFacts)
    if (personalFields.includes(key) && typeof value === 'string') return 'withheld'
    if (typeof value !== 'string') return value
    if (idsOfPeople.includes(key)) return pseudonym(value)
    const text = known === undefined ? value : value.replaceAll(known, pseudonym(known))
    return text.replaceAll(address, (found) =>
      found.endsWith('@pseudonym.invalid') ? found : pseudonym(found),
    )
  }
  return JSON.parse(JSON.stringify(details, scrub)) as Record<string, unknown>
}

const address = /[^\s"'<>(),;:/\\[\]]+@[^\s"'<>(),;:/\\[\]]+/g

function pick(value: unknown, keys: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key)))
}
