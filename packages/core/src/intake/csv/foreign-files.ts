import { foldHeader } from './headers.ts'

/** Other files of the Webex family that end in .csv and are not the user file of Control Hub. */
export type ForeignFile =
  | 'bulk-operations'
  | 'agent-template'
  | 'meetings'
  | 'site-administration'
  | 'messenger'

/** Recognizes them by their headers. The first header of Control Hub's own file rules them all out. */
export function foreignFile(headers: readonly string[]): ForeignFile | undefined {
  const names = new Set(headers.map((header) => foldHeader(header).replaceAll(/[\s_-]/g, '')))
  const has = (...all: readonly string[]): boolean => all.every((name) => names.has(name))
  const count = (...some: readonly string[]): number => some.filter((name) => names.has(name)).length
  if ([...names].some((name) => name.startsWith('userid/email'))) return undefined
  if (has('email') && count('contactcenterenabled', 'userprofile') > 0) return 'bulk-operations'
  if (count(...profiles) > 0 && count(...profiles, 'site', 'team', 'teams') >= 2) return 'agent-template'
  if (count('employeeid', 'userssoid') > 0 && count(...messengerOnly) > 0) return 'messenger'
  if (!has('userid') || count('active', 'hostprivilege', 'firstname') < 2) return undefined
  return count('password', 'username') > 0 ? 'site-administration' : 'meetings'
}

const profiles = ['skillprofile', 'agentprofile', 'desktopprofile', 'multimediaprofile']

const messengerOnly = [
  'storageallocated',
  'cucmclustername',
  'imloggingenable',
  'endpointname',
  'center',
  'jobtitle',
  'phonebusinessnumber',
]
