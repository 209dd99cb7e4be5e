import type { RuleId } from '../domain/rule.ts'
import type { Stage } from './onboarding.types.ts'

const articles = {
  ways: 'https://help.webex.com/article/52ulis',
  manual: 'https://help.webex.com/article/9q7agc',
  roles: 'https://help.webex.com/article/ne93ji',
  tenant: 'https://help.webex.com/article/ngc1xsy',
  trial: 'https://help.webex.com/article/npf3a8e',
  csv: 'https://help.webex.com/article/nlkiw8e',
} as const

/** What each stage stands for in the documented procedure, and where that is written. */
export const stageFacts: Readonly<
  Record<Stage, { readonly rules: readonly RuleId[]; readonly docsUrl: string }>
> = {
  signIn: { rules: ['PLAT-1', 'ENTRY-1'], docsUrl: articles.ways },
  prerequisites: { rules: ['PRE-1', 'PRE-2', 'PRE-3', 'C-18'], docsUrl: articles.trial },
  platform: { rules: ['PLAT-2', 'PLAT-3', 'PLAT-4', 'PLAT-5', 'PLAT-6'], docsUrl: articles.roles },
  route: { rules: ['ENTRY-2', 'ENTRY-3', 'CSV-5'], docsUrl: articles.ways },
  people: {
    rules: ['ENTRY-4', 'ENTRY-5', 'ENTRY-6', 'ENTRY-7', 'ENTRY-8', 'ENTRY-9', 'ENTRY-10', 'C-12'],
    docsUrl: articles.manual,
  },
  licenses: {
    rules: [
      ...(['LIC10-1', 'LIC10-2', 'LIC10-3', 'LIC10-4', 'LIC10-5', 'LIC10-6', 'LIC10-7', 'LIC10-8'] as const),
      ...(['LICNEW-1', 'LICNEW-2', 'LICNEW-3', 'LICNEW-4', 'LICNEW-5', 'LICNEW-6', 'C-17'] as const),
    ],
    docsUrl: articles.manual,
  },
  adminRoles: {
    rules: [
      ...(['ADM10-1', 'ADM10-2', 'ADM10-3', 'ADM10-4', 'ADM10-5', 'ADM10-6', 'ADM10-7', 'ADM10-8'] as const),
      ...(['ADM10-9', 'ADM10-10', 'ADM10-11', 'ADM10-12'] as const),
      ...([
        'ADMNEW-1',
        'ADMNEW-2',
        'ADMNEW-3',
        'ADMNEW-4',
        'ADMNEW-5',
        'ADMNEW-6',
        'ADMNEW-7',
        'ADMNEW-8',
      ] as const),
      ...(['C-4', 'C-5', 'C-10', 'C-11'] as const),
    ],
    docsUrl: articles.roles,
  },
  export: { rules: ['CSV-1', 'CSV-5', 'CSV-6', 'NEW-22', 'NEW-24'], docsUrl: articles.csv },
  import: { rules: ['CSV-3', 'CSV-4', 'CSV-12', 'C-13', 'C-14'], docsUrl: articles.csv },
  file: { rules: ['CSV-2', 'CSV-3', 'CSV-4', 'C-14'], docsUrl: articles.csv },
  rows: {
    rules: ['CSV-7', 'CSV-8', 'CSV-9', 'CSV-11', 'C-7', 'C-8', 'NEW-4', 'NEW-23'],
    docsUrl: articles.csv,
  },
  mode: { rules: ['CSV-10', 'CSV-13', 'C-6', 'C-15', 'NEW-19', 'NEW-20'], docsUrl: articles.csv },
  review: { rules: ['SAVE-5', 'SAVE-2', 'C-17'], docsUrl: articles.manual },
  importing: { rules: ['CSV-1', 'CSV-12', 'CSV-13', 'CSV-14', 'NEW-1'], docsUrl: articles.csv },
  saving: { rules: ['SAVE-1', 'SAVE-2', 'SAVE-6'], docsUrl: articles.manual },
  operator: { rules: ['C-10', 'ADM10-3', 'ADM10-6', 'LICNEW-5'], docsUrl: articles.roles },
  syncing: { rules: ['SYNC-1', 'SYNC-2', 'SYNC-4', 'C-2', 'C-3'], docsUrl: articles.tenant },
  verifying: { rules: ['SYNC-3', 'SAVE-3', 'SAVE-4', 'C-1'], docsUrl: articles.ways },
  report: { rules: ['SAVE-3', 'SAVE-4', 'C-17'], docsUrl: articles.ways },
}

/** The stages that apply on a platform only differ in their rules: those of the other platform are left out. */
export function rulesOf(stage: Stage, platform: '1.0' | 'new' | undefined): readonly RuleId[] {
  const others = platform === undefined ? [] : platform === '1.0' ? ['LICNEW', 'ADMNEW'] : ['LIC10', 'ADM10']
  return stageFacts[stage].rules.filter((rule) => !others.some((family) => rule.startsWith(`${family}-`)))
}
