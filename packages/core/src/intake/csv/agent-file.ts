import {
  type Agent,
  type AgentCatalog,
  type AgentChange,
  type AgentField,
  type AgentSettings,
  agentFields,
  agentHeaders,
} from '../../domain/agent.ts'
import { personKey } from '../../domain/person.ts'
import { foldHeader } from './headers.ts'
import { type CsvTable, cellAt } from './table.ts'
import type { CsvRecords } from './write.ts'

/** A user file for Bulk Operations, with its header exactly as documented (imku7e); every row says everything. */
export function agentRecords(
  people: readonly { readonly email: string; readonly after: AgentSettings }[],
  catalog: AgentCatalog,
): CsvRecords {
  return [
    ['Email', ...agentFields.map((field) => agentHeaders[field])],
    ...people.map(({ email, after }) => [
      email,
      ...agentFields.map((field) => agentCell(field, after, catalog)),
    ]),
  ]
}

/** People with what they have, as a file to fill in; whoever is not in the Users module has blank cells. */
export function agentSheetOf(
  emails: readonly string[],
  agents: readonly Agent[],
  catalog: AgentCatalog,
): CsvRecords {
  const known = new Map(agents.map((agent) => [personKey(agent.email), agent.settings]))
  return [
    ['Email', ...agentFields.map((field) => agentHeaders[field])],
    ...emails.map((email) => {
      const settings = known.get(personKey(email))
      const cellOf = (field: AgentField) =>
        settings === undefined ? '' : agentCell(field, settings, catalog)
      return [email, ...agentFields.map(cellOf)]
    }),
  ]
}

/** What people were before changes, as a file that sets it again. */
export interface FormerAgents {
  /** Only the fields that were changed; a blank cell leaves what is there. */
  readonly records: CsvRecords
  /** Fields in which nothing was set: no cell can say that. */
  readonly blanks: number
}

export function formerAgents(changes: readonly AgentChange[], names: AgentCatalog): FormerAgents {
  const fields = agentFields.filter((field) => changes.some((change) => change.fields.includes(field)))
  const cellOf = ({ before, fields: own }: AgentChange, field: AgentField) =>
    own.includes(field) ? agentCell(field, before, names) : ''
  const blanks = changes.flatMap((change) => change.fields.filter((field) => cellOf(change, field) === ''))
  return {
    records: [
      ['Email', ...fields.map((field) => agentHeaders[field])],
      ...changes.map((change) => [change.email, ...fields.map((field) => cellOf(change, field))]),
    ],
    blanks: blanks.length,
  }
}

/** A setting as the file has it: names, teams parted by `|`, On or Off. */
export function agentCell(field: AgentField, settings: AgentSettings, catalog: AgentCatalog): string {
  if (field === 'enabled') return settings.enabled ? 'On' : 'Off'
  if (field === 'externalId' || field === 'defaultDn') return settings[field] ?? ''
  const value = settings[field]
  const ids = value === undefined ? [] : typeof value === 'string' ? [value] : value
  const names = new Map(catalog[listOf[field]].map(({ id, name }) => [id, name]))
  return ids.map((id) => names.get(id) ?? id).join('|')
}

/** Which list of the catalog a field chooses from. */
export const listOf = {
  userProfile: 'userProfiles',
  site: 'sites',
  teams: 'teams',
  skillProfile: 'skillProfiles',
  desktopProfile: 'desktopProfiles',
  multimediaProfile: 'multimediaProfiles',
} as const satisfies { readonly [field in AgentField]?: keyof AgentCatalog }

/** A template with rows in it, and what was left open. */
export interface FilledTemplate {
  readonly records: CsvRecords
  /** Headers of the template that no column of the file fills. */
  readonly open: readonly string[]
  /** Headers of the file that the template has no place for. */
  readonly unused: readonly string[]
}

/**
 * Fills the agent update template of 1.0, whose header row only the Management Portal knows (C-19). A column is
 * filled by the one of the same name, or by the one that `sources` names for it; an empty name leaves it blank.
 */
export function fillTemplate(
  template: CsvTable,
  file: CsvTable,
  sources: Readonly<Record<string, string>>,
): FilledTemplate {
  const indexes = new Map(file.headers.map((header, index) => [foldHeader(header), index]))
  const chosen = new Map(
    Object.entries(sources).map(([theirs, ours]) => [foldHeader(theirs), foldHeader(ours)]),
  )
  const columns = template.headers.map((header) => {
    const name = foldHeader(header)
    const source = chosen.get(name) ?? name
    return { header, isBlank: source === '', index: source === '' ? undefined : indexes.get(source) }
  })
  const used = new Set(columns.map(({ index }) => index))
  return {
    records: [
      template.headers,
      ...file.records.map((record) =>
        columns.map(({ index }) => (index === undefined ? '' : cellAt(record, index))),
      ),
    ],
    open: columns.filter(({ index, isBlank }) => index === undefined && !isBlank).map(({ header }) => header),
    unused: file.headers.filter((header, index) => header.trim() !== '' && !used.has(index)),
  }
}
