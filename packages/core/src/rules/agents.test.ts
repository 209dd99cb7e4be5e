import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCsv } from '../../test/corpus/reference-csv.ts'
import type { Agent, AgentCatalog } from '../domain/agent.ts'
import { agentRecords, fillTemplate } from '../intake/csv/agent-file.ts'
import { type AgentRow, readAgentSheet } from '../intake/csv/agent-sheet.ts'
import { openTable } from '../intake/csv/open.ts'
import { judgeAgents } from './agents.ts'

const catalog: AgentCatalog = {
  sites: [
    { id: 'krk', name: 'Krakow' },
    { id: 'chi', name: 'Chicago' },
  ],
  teams: [
    { id: 't-krk', name: 'Support', siteId: 'krk', isCapacity: false },
    { id: 't-krk-2', name: 'Billing', siteId: 'krk', isCapacity: false },
    { id: 't-chi', name: 'Support', siteId: 'chi', isCapacity: false },
    { id: 't-cap', name: 'Overflow', siteId: 'chi', isCapacity: true },
  ],
  skillProfiles: [{ id: 's', name: 'General' }],
  desktopProfiles: [{ id: 'd', name: 'Agent Desktop' }],
  multimediaProfiles: [
    { id: 'm', name: 'Default' },
    { id: 'm2', name: 'default' },
  ],
  userProfiles: [
    { id: 'u', name: 'Premium Agent', type: 'PREMIUM_AGENT' },
    { id: 'u-s', name: 'Supervisor', type: 'SUPERVISOR' },
  ],
}

const ready = {
  enabled: true,
  userProfile: 'u',
  site: 'krk',
  teams: ['t-krk'],
  skillProfile: 's',
  desktopProfile: 'd',
  multimediaProfile: 'm',
} as const

const ada: Agent = { id: 'ada', email: 'ada@acme.example', profileType: 'PREMIUM_AGENT', settings: ready }
const bare: Agent = {
  id: 'bare',
  email: 'bare@acme.example',
  profileType: 'PREMIUM_AGENT',
  settings: { enabled: true, userProfile: 'u', teams: [] },
}

function judged(given: AgentRow['given'], agent = ada) {
  return judgeAgents([{ line: 2, email: agent.email, given }], [ada, bare], catalog)
}

/** Codes of the errors that reject the row. */
function rejections(given: AgentRow['given'], agent = ada) {
  return judged(given, agent).rejected.flatMap(({ problems }) => problems.map(({ code }) => code))
}

describe('what a row changes of an agent', () => {
  it('CSV-16: names become ids, and a blank cell leaves what is there', () => {
    const { changes, problems } = judged(
      { site: 'Krakow', teams: 'Billing|Support', desktopProfile: 'agent desktop' },
      bare,
    )
    expect(changes).toEqual([
      {
        line: 2,
        email: 'bare@acme.example',
        agentId: 'bare',
        before: bare.settings,
        after: { ...bare.settings, site: 'krk', teams: ['t-krk', 't-krk-2'], desktopProfile: 'd' },
        fields: ['site', 'teams', 'desktopProfile'],
      },
    ])
    expect(problems.map(({ code, facts }) => [code, facts['headers']])).toEqual([
      ['agent.not-ready', ['Multimedia Profile']],
    ])
  })

  it('a row that is so already changes nothing', () => {
    const { changes, already } = judged({ site: 'Krakow', enabled: 'on', teams: 'Support' })
    expect([changes, already.length]).toEqual([[], 1])
  })

  it('C-9: whoever is not in the Users module is told to be synchronized first', () => {
    const nobody = { ...ada, email: 'nobody@acme.example' }
    expect(rejections({ site: 'Krakow' }, nobody)).toEqual(['agent.user-missing'])
  })

  it.each([
    ['a name that there is not', { site: 'Krakov' }, ['agent.name-unknown']],
    ['a name that several have but for capitals', { multimediaProfile: 'DEFAULT' }, ['agent.name-ambiguous']],
    ['neither On nor Off', { enabled: 'TRUE' }, ['agent.enabled-malformed']],
    ['a profile of another type', { userProfile: 'Supervisor' }, ['agent.profile-type']],
    ['a team of another site', { teams: 'Overflow' }, ['agent.team-elsewhere']],
    ['a capacity team', { site: 'Chicago', teams: 'Overflow' }, ['agent.team-capacity']],
    [
      'several at once',
      { site: 'Nowhere', skillProfile: 'None' },
      ['agent.name-unknown', 'agent.name-unknown'],
    ],
  ])('C-19: rejects %s', (_, given, codes) => {
    expect(rejections(given)).toEqual(codes)
  })

  it('C-19: teams need a site, and with both a desktop profile is required', () => {
    expect(rejections({ teams: 'Support' }, bare)).toEqual(['agent.site-missing'])
    expect(rejections({ site: 'Krakow', teams: 'Support' }, bare)).toEqual(['agent.desktop-missing'])
  })

  it('names the nearest name and corrects nothing', () => {
    expect(judged({ site: 'Krakov' }).rejected[0]?.problems[0]?.facts).toEqual({
      line: 2,
      email: 'ada@acme.example',
      header: 'Site',
      given: 'Krakov',
      nearest: 'Krakow',
    })
  })

  it('CSV-16: another site is a question, and leaves no team of the old one', () => {
    const { changes, problems } = judged({ site: 'Chicago' })
    expect(changes.map(({ after, fields }) => [after.teams, fields])).toEqual([[[], ['site', 'teams']]])
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['agent.site-changes', 'question'],
      ['agent.not-ready', 'warning'],
    ])
  })

  it('says that details have no effect for whoever is off', () => {
    const { problems } = judged({ enabled: 'Off', site: 'Krakow' })
    expect(problems.map(({ code }) => code)).toEqual(['agent.details-off'])
  })

  it('rows in are changes, rows that are so already and rejected rows', () => {
    const names = fc.constantFrom('', 'Krakow', 'Chicago', 'Support', 'Overflow', 'Default', 'On', 'x')
    const given = fc.record(
      { site: names, teams: names, multimediaProfile: names, enabled: names },
      { requiredKeys: [] },
    )
    const emails = fc.constantFrom(ada.email, bare.email, 'nobody@acme.example')
    fc.assert(
      fc.property(fc.array(fc.tuple(emails, given)), (cells) => {
        const rows = cells.map(([email, all], index) => ({
          line: index + 2,
          email,
          given: Object.fromEntries(Object.entries(all).filter(([, cell]) => cell !== '')),
        }))
        const { changes, already, rejected } = judgeAgents(rows, [ada, bare], catalog)
        const lines = [...changes, ...already, ...rejected].map(({ line }) => line).toSorted((a, b) => a - b)
        expect(lines).toEqual(rows.map(({ line }) => line))
      }),
    )
  })
})

const tableOf = (text: string) => {
  const opened = openTable(new TextEncoder().encode(text), parseCsv)
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  return opened.table
}

describe('columns of agent details', () => {
  it('C-19: are found in any order and case beside the address, older names too', () => {
    const sheet = readAgentSheet(
      tableOf('TEAMS,User ID/Email (Required),Agent Profile,Title\nA|B,ada@acme.example,,x\n'),
    )
    expect(sheet).toEqual({
      ok: true,
      rows: [{ line: 2, email: 'ada@acme.example', given: { teams: 'A|B' } }],
      rejected: [],
      headers: { teams: 'TEAMS', desktopProfile: 'Agent Profile' },
    })
  })

  it('NEW-30: an address that is there twice is rejected with both lines, a wrong one with its fault', () => {
    const sheet = readAgentSheet(tableOf('Email,Site\na@acme.example,K\nA@acme.example,K\nnobody,K\n'))
    const rejected = sheet.ok ? sheet.rejected : []
    expect(
      rejected.map(({ problems: [one] }) => [one?.code, one?.facts['lines'] ?? one?.facts['fault']]),
    ).toEqual([
      ['csv.duplicate', [2, 3]],
      ['person.email-malformed', 'no-at-sign'],
    ])
  })

  it.each([
    ['Email,Title\na@acme.example,x\n', 'agent.no-column'],
    ['Name,Site\nAda,K\n', 'csv.no-email-column'],
    ['Email,Desktop Profile,Agent Profile\na@acme.example,x,y\n', 'csv.column-twice'],
  ])('C-19: %j is refused', (text, code) => {
    const sheet = readAgentSheet(tableOf(text))
    expect(sheet.ok ? [] : sheet.problems.map((problem) => problem.code)).toEqual([code])
  })
})

describe('files of agent details', () => {
  it('C-19: the Bulk Operations file has its documented header and says everything of everyone', () => {
    expect(
      agentRecords(
        [{ email: 'ada@acme.example', after: { ...ready, teams: ['t-krk', 't-krk-2'] } }],
        catalog,
      ),
    ).toEqual([
      [
        'Email',
        'User Profile',
        'Contact Center Enabled',
        'Site',
        'Teams',
        'Skill Profile',
        'Desktop Profile',
        'Multimedia Profile',
        'External Id',
        'Default DN',
      ],
      [
        'ada@acme.example',
        'Premium Agent',
        'On',
        'Krakow',
        'Support|Billing',
        'General',
        'Agent Desktop',
        'Default',
        '',
        '',
      ],
    ])
  })

  it('CSV-17: the template of 1.0 keeps its own header; nothing is filled that nobody named', () => {
    const template = tableOf('Agent  ID,Login,Team Name,Site\nrow,of,the,template\n')
    const file = tableOf('Email,Teams,site,Notes\nada@acme.example,A,K,x\n')
    const sources = { Login: 'Email', 'team name': 'Teams', 'Agent  ID': '' }
    expect(fillTemplate(template, file, sources)).toEqual({
      records: [
        ['Agent  ID', 'Login', 'Team Name', 'Site'],
        ['', 'ada@acme.example', 'A', 'K'],
      ],
      open: [],
      unused: ['Notes'],
    })
    expect(fillTemplate(template, file, {}).open).toEqual(['Agent  ID', 'Login', 'Team Name'])
  })
})
