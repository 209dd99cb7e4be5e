import type { Command, EntryMode, PersonEntry, Problem, RequestedPerson } from '@wxcc-onboard/core'
import { readPeopleList } from '@wxcc-onboard/core'

export type PersonField = 'firstName' | 'lastName' | 'email'

export type PersonValues = Readonly<Record<PersonField, string>>

/** The fields in the order of the entry screen (ENTRY-5, ENTRY-6). */
export function fieldsOf(entry: EntryMode): readonly PersonField[] {
  return entry === 'email' ? ['email'] : ['firstName', 'lastName', 'email']
}

/** Text that holds more than one plain address: a list, a name with an address, cells of a spreadsheet. */
export function isList(text: string): boolean {
  return /[\r\n\t,;<]/.test(text.trim()) || text.split('@').length > 2
}

export interface Reading {
  readonly command: Command | undefined
  readonly added: number
  readonly unread: readonly Problem[]
}

export function readList(text: string): Reading {
  const { people, problems } = readPeopleList(text)
  return {
    command: people.length > 0 ? { type: 'people.add', people } : undefined,
    added: people.length,
    unread: problems,
  }
}

/** What Enter in the form sends: a new person, or the changed row. */
export function submitted(values: PersonValues, editing: PersonEntry | undefined): Reading {
  if (!editing && isList(values.email)) return readList(values.email)
  const person = personOf(values)
  if (editing) return { command: { type: 'people.edit', row: editing.row, person }, added: 0, unread: [] }
  return { command: { type: 'people.add', people: [person] }, added: 1, unread: [] }
}

function personOf({ email, firstName, lastName }: PersonValues): RequestedPerson {
  return {
    email: email.trim(),
    ...(firstName.trim() === '' ? {} : { firstName: firstName.trim() }),
    ...(lastName.trim() === '' ? {} : { lastName: lastName.trim() }),
  }
}
