import {
  type Agent,
  type AgentCatalog,
  type AgentField,
  type AgentSettings,
  agentHeaders,
} from '../domain/agent.ts'
import type { Problem } from '../domain/problem.ts'
import { listOf } from '../intake/csv/agent-file.ts'
import type { AgentRow } from '../intake/csv/agent-sheet.ts'
import { csvProblem, rowSubject } from '../intake/csv/csv-problem.ts'
import { nearest } from '../intake/nearest.ts'
import { quoted } from '../intake/quoted.ts'

/** Settings after a row; undefined where something in it is wrong. */
export interface ReadSettings {
  readonly after?: AgentSettings
  readonly problems: readonly Problem[]
}

/** The settings of a contact-center user once a row is carried out. Blank cells leave what is there. */
export function readSettings(row: AgentRow, agent: Agent, catalog: AgentCatalog): ReadSettings {
  const problems: Problem[] = []
  const tell: Tell = (code, facts = {}) => {
    const { line, email } = row
    problems.push(csvProblem(code, 'error', 'CSV-16', { line, email, ...facts }, rowSubject(email, line)))
  }
  const enabled = readEnabled(row, agent, tell)
  const site = chosen('site', row, catalog, tell) ?? agent.settings.site
  const { settings } = agent
  const after: AgentSettings = {
    enabled,
    teams: readTeams(row, agent, site, catalog, tell),
    ...kept('site', site),
    ...kept('userProfile', readProfile(row, agent, catalog, tell) ?? settings.userProfile),
    ...kept('skillProfile', chosen('skillProfile', row, catalog, tell) ?? settings.skillProfile),
    ...kept('desktopProfile', chosen('desktopProfile', row, catalog, tell) ?? settings.desktopProfile),
    ...kept(
      'multimediaProfile',
      chosen('multimediaProfile', row, catalog, tell) ?? settings.multimediaProfile,
    ),
    ...kept('externalId', row.given.externalId ?? settings.externalId),
    ...kept('defaultDn', row.given.defaultDn ?? settings.defaultDn),
  }
  if (after.site !== undefined && after.teams.length > 0 && after.desktopProfile === undefined)
    tell('agent.desktop-missing')
  const isOff = !enabled && Object.keys(row.given).some((field) => onlyWhenOn.has(field))
  const { line, email } = row
  const off = csvProblem('agent.details-off', 'warning', 'CSV-16', { line, email }, rowSubject(email, line))
  return problems.length > 0 ? { problems } : { after, problems: isOff ? [off] : [] }
}

type Tell = (
  code:
    | 'agent.enabled-malformed'
    | 'agent.name-unknown'
    | 'agent.name-ambiguous'
    | 'agent.profile-type'
    | 'agent.site-missing'
    | 'agent.team-elsewhere'
    | 'agent.team-capacity'
    | 'agent.desktop-missing',
  facts?: Readonly<Record<string, string | undefined>>,
) => void

/** The API takes these only of users that are enabled. */
const onlyWhenOn: ReadonlySet<string> = new Set([
  'site',
  'teams',
  'skillProfile',
  'desktopProfile',
  'multimediaProfile',
  'defaultDn',
])

function kept<F extends AgentField>(field: F, value: string | undefined): { readonly [K in F]?: string } {
  return value === undefined ? {} : ({ [field]: value } as { readonly [K in F]?: string })
}

function readEnabled({ given }: AgentRow, { settings }: Agent, tell: Tell): boolean {
  if (given.enabled === undefined) return settings.enabled
  if (/^on$/i.test(given.enabled)) return true
  if (!/^off$/i.test(given.enabled)) tell('agent.enabled-malformed', { given: quoted(given.enabled) })
  return false
}

type Choice = Exclude<keyof typeof listOf, 'teams'>

/** The id behind a name; names are compared as they are, then without regard to case. */
function chosen(field: Choice, { given }: AgentRow, catalog: AgentCatalog, tell: Tell): string | undefined {
  const name = given[field]
  return name === undefined ? undefined : idOf(field, name, catalog[listOf[field]], tell)
}

function idOf(
  field: keyof typeof listOf,
  name: string,
  all: readonly { readonly id: string; readonly name: string }[],
  tell: Tell,
): string | undefined {
  const exact = all.filter((one) => one.name === name)
  const same = exact.length > 0 ? exact : all.filter((one) => one.name.toLowerCase() === name.toLowerCase())
  const header = agentHeaders[field]
  if (same.length === 1) return same[0]?.id
  if (same.length > 1) tell('agent.name-ambiguous', { header, given: quoted(name) })
  else {
    const meant = nearest(
      name,
      all.map((one) => one.name),
    )
    tell('agent.name-unknown', { header, given: quoted(name), nearest: meant })
  }
  return undefined
}

/** The type of a profile follows from license and role, which only Control Hub changes. */
function readProfile(row: AgentRow, agent: Agent, catalog: AgentCatalog, tell: Tell): string | undefined {
  const id = chosen('userProfile', row, catalog, tell)
  const type = catalog.userProfiles.find((profile) => profile.id === id)?.type
  if (type === undefined || agent.profileType === undefined || type === agent.profileType) return id
  tell('agent.profile-type', { given: quoted(row.given.userProfile), type, known: agent.profileType })
  return undefined
}

/** Teams of the site alone; another site leaves none of the old ones. */
function readTeams(
  { given }: AgentRow,
  { settings }: Agent,
  site: string | undefined,
  { teams }: AgentCatalog,
  tell: Tell,
): readonly string[] {
  if (given.teams === undefined) return site === settings.site ? settings.teams : []
  if (site === undefined) {
    tell('agent.site-missing')
    return []
  }
  const names = [...new Set(given.teams.split('|').map((name) => name.trim()))].filter((name) => name !== '')
  const here = teams.filter(({ siteId }) => siteId === site)
  const ids = names.flatMap((name) => {
    const isElsewhere =
      here.every((team) => team.name.toLowerCase() !== name.toLowerCase()) &&
      teams.some((team) => team.name.toLowerCase() === name.toLowerCase())
    if (isElsewhere) {
      tell('agent.team-elsewhere', { given: quoted(name) })
      return []
    }
    const id = idOf('teams', name, here, tell)
    if (teams.find((team) => team.id === id)?.isCapacity === true)
      tell('agent.team-capacity', { given: quoted(name) })
    return id === undefined ? [] : [id]
  })
  return ids.toSorted()
}
