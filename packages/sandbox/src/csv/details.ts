import { asObject, type JsonObject } from '../json.ts'
import type { Organization } from '../organization/organization.ts'

/** What the CSV knows of people and no public API of this sandbox shows: caller ID, location, language and the like. */
export function detailsOf(org: Organization, personId: string): JsonObject {
  const row = org.state.get<{ doc: string }>('SELECT doc FROM personDetails WHERE personId = ?', personId)
  return row === undefined ? {} : asObject(JSON.parse(row.doc))
}

export function detailsByPerson(org: Organization): ReadonlyMap<string, JsonObject> {
  const rows = org.state.all<{ personId: string; doc: string }>('SELECT * FROM personDetails')
  return new Map(rows.map(({ personId, doc }) => [personId, asObject(JSON.parse(doc))]))
}

export function writeDetails(org: Organization, personId: string, details: JsonObject): void {
  org.state.run(
    'INSERT INTO personDetails VALUES (?, ?) ON CONFLICT (personId) DO UPDATE SET doc = excluded.doc',
    personId,
    JSON.stringify(details),
  )
}
