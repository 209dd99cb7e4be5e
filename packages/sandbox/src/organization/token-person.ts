import type { Token, TokenHolder } from '../auth.ts'
import { Refusal } from '../refusal.ts'
import type { Organization } from './organization.ts'
import { findPersonByEmail, type Person } from './people.ts'

/** The seeded administrator behind each kind of token. */
const holderAddress = {
  'full-administrator': 'anna.admin@acme.example',
  'cc-service-administrator': 'carl.service@acme.example',
  'user-administrator': 'ula.users@acme.example',
  'read-only-administrator': 'rita.readonly@acme.example',
} satisfies Record<TokenHolder, string>

export function tokenPerson(org: Organization, token: Token): Person {
  const person = findPersonByEmail(org, holderAddress[token.holder])
  if (person === undefined) throw new Refusal(404, 'The requested resource could not be found.')
  return person
}
