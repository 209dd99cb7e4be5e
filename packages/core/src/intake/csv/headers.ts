import type { AgentField } from '../../domain/agent.ts'
import type { License } from '../../domain/entitlement.ts'

/** A header taken apart: its name without the marks that Control Hub puts behind it, in any order. */
export interface HeaderParts {
  /** Lower case, blanks collapsed. */
  readonly name: string
  readonly subscriptionId?: string
  readonly isSuspended: boolean
}

/** What a column is, as far as its header tells. */
export type NamedKind =
  | 'email'
  | 'firstName'
  | 'lastName'
  | 'displayName'
  | 'readOnly'
  | 'license'
  | 'phone'
  | 'extension'
  | 'role'
  | 'agent'
  | 'ours'
  | 'attribute'

export function headerParts(header: string): HeaderParts {
  let rest = foldHeader(header)
  let subscriptionId: string | undefined
  let isSuspended = false
  for (;;) {
    const mark = /\s*(?:\[([^\]]*)\]|\((suspended)\))$/.exec(rest)
    if (mark === null) break
    if (mark[2] === undefined) subscriptionId = bracketText(header, mark[1] ?? '')
    else isSuspended = true
    rest = rest.slice(0, mark.index)
  }
  return { name: rest, isSuspended, ...(subscriptionId === undefined ? {} : { subscriptionId }) }
}

/** Folds what vintages and spreadsheets make different: case, blanks, and a byte order mark that was read as text. */
export function foldHeader(header: string): string {
  return header
    .replace(/^(?:\ufeff|ï»¿|ď»ż)/u, '')
    .replaceAll(/[\s\u200b]+/gu, ' ')
    .trim()
    .toLowerCase()
}

/** The license of a Contact Center column, by pattern and never by one literal (C-14). */
export function licenseOfHeader(name: string): License | undefined {
  const found = /^(?:cisco )?(?:webex )?contact cent(?:er|re)[ -]*\(?(standard|premium)\)?(?: agent)?$/.exec(
    name,
  )
  return found?.[1] === 'standard' || found?.[1] === 'premium' ? found[1] : undefined
}

/** The article calls the Standard column "Webex Contact Center" and nothing more (C-14). */
export function isBareContactCenter(name: string): boolean {
  return /^(?:cisco )?webex contact cent(?:er|re)$/.test(name)
}

export function namedKind(name: string): NamedKind | undefined {
  if (licenseOfHeader(name) !== undefined) return 'license'
  if (agentFieldOf(name) !== undefined) return 'agent'
  return patterns.find(([, pattern]) => pattern.test(name))?.[0]
}

/** The detail of an agent that a column is about, by a folded header; older names count too (C-19). */
export function agentFieldOf(name: string): AgentField | undefined {
  return agentPatterns.find(([, pattern]) => pattern.test(name))?.[0]
}

/** How surely a header is that of the address: the documented ones before a mere "Email". */
export function emailRank(name: string): number {
  return /^user ?id/.test(name) ? 2 : 1
}

const agentPatterns: readonly (readonly [AgentField, RegExp])[] = [
  ['userProfile', /^user profile$/],
  ['enabled', /^contact cent(?:er|re) enabled$/],
  ['site', /^site$/],
  ['teams', /^teams?$/],
  ['skillProfile', /^skill profile$/],
  ['desktopProfile', /^(?:desktop|agent) profile$/],
  ['multimediaProfile', /^multimedia profile$/],
  ['externalId', /^external id(?:entifier)?$/],
  ['defaultDn', /^default (?:dn|dialed number|dialled number)$/],
]

const patterns: readonly (readonly [NamedKind, RegExp])[] = [
  ['email', /^(?:user ?id ?\/ ?e-?mail|e-?mail|user ?id)(?: address)?(?: ?\((?:required|\*)\)| ?\*)?$/],
  ['firstName', /^(?:first|given) ?name$/],
  ['lastName', /^(?:last ?name|surname|family ?name)$/],
  ['displayName', /^display ?name$/],
  ['readOnly', /^(?:user status|last service accessed(?: time)?|days since last service accessed)$/],
  ['role', /^(?:webex )?contact cent(?:er|re) role$/],
  ['ours', /^(?:reason|rule)$/],
  ['extension', /^(?:extension|directory number|esn)$/],
  [
    'phone',
    /^(?:phone number|direct line|caller id number|(?:work|mobile|home|other|alternate|fax) ?(?:phone|number)?(?: number)?)$/,
  ],
  [
    'attribute',
    /^(?:title|department|manager|location|preferred language|time ?zone|address.*|caller id (?:first|last) name|.*resource group|uc manager profile|calling behavior.*|upgrade profile|employee (?:number|type)|cost cent(?:er|re)|division|organization)$/,
  ],
]

/** The bracket as the header writes it: a subscription id keeps its case. */
function bracketText(header: string, folded: string): string {
  const at = header.toLowerCase().indexOf(`[${folded}]`)
  return at < 0 ? folded : header.slice(at + 1, at + 1 + folded.length)
}
