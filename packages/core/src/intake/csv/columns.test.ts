import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tableOf } from '../../../test/corpus/reference-csv.ts'
import { type CsvColumns, readColumns } from './columns.ts'

function columnsOf(header: string, ...rows: readonly string[]): CsvColumns {
  const reading = readColumns(tableOf([header, ...rows].join('\n')))
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return reading.columns
}

function problemsOf(header: string, ...rows: readonly string[]): readonly unknown[] {
  return readColumns(tableOf([header, ...rows].join('\n'))).problems.map(({ code, facts }) => ({
    code,
    ...facts,
  }))
}

const kinds = (columns: CsvColumns): readonly string[] => columns.all.map(({ kind }) => kind)

/** Headers as exports of several years have them. */
const vintages = {
  today:
    'First Name,Last Name,Display Name,User ID/Email (Required),User Status,Last Service Accessed Time,Days since Last Service Accessed,Extension,Title,Department,Manager,Phone Number,Caller ID Number,Caller ID First Name,Caller ID Last Name,Location,Preferred Language,Time zone,Address type,Address country',
  2021: 'First Name,Last Name,Display Name,UserID/Email (Required),User Status,Last Service Accessed Time,Days since Last Service Accessed,Extension,Phone Number,Caller ID Number,Caller ID First Name,Caller ID Last Name,Location,Hybrid Calendar Service Resource Group,Hybrid Call Service Resource Group,UC Manager Profile,Upgrade Profile,Calling Behavior,Care Digital Channel [Sub121331],Webex Team Meeting [Sub121331]',
  2017: 'First Name,Last Name,Display Name,User ID/Email (Required),Directory Number,Direct Line',
}

describe('readColumns', () => {
  it.each(Object.entries(vintages))('C-14: knows every column of the vintage %s', (_, header) => {
    expect(kinds(columnsOf(header))).not.toContain('unknown')
    expect(columnsOf(header)).toMatchObject({
      email: { header: expect.stringMatching(/^User ?ID\/Email/) },
      firstName: { header: 'First Name' },
      lastName: { header: 'Last Name' },
    })
  })

  it.each([
    'User ID/Email (Required)',
    'UserID/Email (Required)',
    'userid/email (REQUIRED)',
    '  User  ID / Email  (Required) ',
    'User\u00a0ID/Email(Required)',
    'User ID/Email',
    'Email',
    'E-mail address',
    'ï»¿User ID/Email (Required)',
  ])('C-14: takes %j for the address and keeps it byte for byte', (header) => {
    expect(columnsOf(`${header},Last Name`).email).toMatchObject({ header, kind: 'email', index: 0 })
  })

  it.each([
    ['Webex Contact Center standard', 'standard'],
    ['Webex Contact Center Premium', 'premium'],
    ['Webex Contact Center Standard Agent', 'standard'],
    ['Contact center Standard Agent', 'standard'],
    ['Contact Center Premium Agent', 'premium'],
    ['Cisco Webex Contact Centre Premium Agent', 'premium'],
    ['Webex Contact Center (Standard)', 'standard'],
    ['  WEBEX  CONTACT CENTER  PREMIUM ', 'premium'],
  ] as const)('C-14: takes %j for the license %s', (header, license) => {
    expect(columnsOf(`Email,${header}`).licenses).toMatchObject([{ header, license, isSuspended: false }])
  })

  it('C-14: finds license columns in any case, with their marks in any order', () => {
    const name = fc.constantFrom(
      'Webex Contact Center premium',
      'Contact center Premium Agent',
      'webex contact centre PREMIUM',
    )
    const marks = fc.shuffledSubarray([' [Sub12ab]', ' (Suspended)'])
    fc.assert(
      fc.property(name, marks, fc.constantFrom('', ' ', '\u00a0'), (base, behind, blank) => {
        const header = `${base}${behind.join('')}${blank}`
        expect(columnsOf(`Email,${header}`).licenses).toEqual([
          {
            index: 1,
            header,
            kind: 'license',
            license: 'premium',
            name: base.toLowerCase(),
            isSuspended: behind.includes(' (Suspended)'),
            ...(behind.includes(' [Sub12ab]') ? { subscriptionId: 'Sub12ab' } : {}),
          },
        ])
      }),
    )
  })

  it.each([
    'Care Digital Channel [Sub1]',
    'Webex Contact Center Premium Campaign',
    'Contact Center Role',
    'My Contact Center Standard',
  ])('C-14: does not take %j for a license', (header) => {
    expect(columnsOf(`Email,${header}`, 'a@b.c,').licenses).toEqual([])
  })

  it('C-14: takes the bare "Webex Contact Center" of the article for Standard, and says so', () => {
    const header = 'Email,Webex Contact Center,Webex Contact Center Premium'
    expect(columnsOf(header).licenses.map(({ license }) => license)).toEqual(['standard', 'premium'])
    expect(problemsOf(header, 'a@b.c')).toEqual([
      { code: 'csv.column-assumed', header: 'Webex Contact Center' },
    ])
  })

  it('C-14: gives several subscriptions back as a question, not counting suspended ones', () => {
    const header =
      'Email,Webex Contact Center premium [Sub1],Webex Contact Center premium [Sub2],Webex Contact Center premium [Sub3] (Suspended),Webex Contact Center standard [Sub1]'
    expect(columnsOf(header).ambiguities).toEqual([
      {
        license: 'premium',
        headers: ['Webex Contact Center premium [Sub1]', 'Webex Contact Center premium [Sub2]'],
        subscriptions: ['Sub1', 'Sub2'],
      },
    ])
  })

  it('finds services by their values, typing errors among them', () => {
    const columns = columnsOf(
      'Email,Meetings,Message,Hobby,Calls [Sub1],Empty',
      'a@b.c,TRUE,T,chess,,',
      'b@b.c,FASLE,f,TRUE,,',
      'c@b.c,FALSE,,golf,,',
      'd@b.c,WAHR,,,,',
    )
    expect(kinds(columns)).toEqual(['email', 'service', 'service', 'unknown', 'service', 'unknown'])
  })

  it('CSV-11: knows the column of ours for the roles that a CSV file cannot give', () => {
    expect(columnsOf('Email,Contact Center Role', 'a@b.c,supervisor').role).toMatchObject({ index: 1 })
  })

  it('ignores the columns that were added to a file of failed rows', () => {
    expect(kinds(columnsOf('Email,Reason,Rule,', 'a@b.c,x,CSV-10,'))).toEqual([
      'email',
      'ours',
      'ours',
      'blank',
    ])
  })

  it('prefers the documented address to another column of addresses', () => {
    const columns = columnsOf('Email,User ID/Email (Required)', 'old@b.c,a@b.c')
    expect([columns.email.index, kinds(columns)]).toEqual([1, ['attribute', 'email']])
  })

  it.each([
    [
      'no address',
      'First Name,Last Name',
      { code: 'csv.no-email-column', line: 1, headers: ['First Name', 'Last Name'] },
    ],
    ['two addresses', 'Email,E-Mail', { code: 'csv.column-twice', headers: ['Email', 'E-Mail'] }],
    [
      'two first names',
      'Email,First Name,first name',
      { code: 'csv.column-twice', headers: ['First Name', 'first name'] },
    ],
    [
      'one license of one subscription twice',
      'Email,Webex Contact Center premium [Sub1],Contact Center Premium Agent [Sub1]',
      {
        code: 'csv.column-twice',
        headers: ['Webex Contact Center premium [Sub1]', 'Contact Center Premium Agent [Sub1]'],
      },
    ],
  ])('C-14: refuses a file with %s', (_, header, problem) => {
    expect(problemsOf(header, 'x,y,z')).toEqual([problem])
  })

  it.each([
    [
      'bulk-operations',
      'Email,User Profile,Contact Center Enabled,Site,Teams,Skill Profile,Desktop Profile,Multimedia Profile,External Id,Default DN',
    ],
    ['bulk-operations', 'EMAIL,USER PROFILE,CONTACT CENTER ENABLED'],
    ['agent-template', 'First Name,Last Name,Site,Team,Skill Profile,Agent Profile,Multimedia Profile'],
  ])('C-9: names a file of agent details (%s) as one that comes after synchronizing', (kind, header) => {
    const reading = readColumns(tableOf(`${header}\na\n`))
    expect(reading).toEqual({
      ok: false,
      problems: [
        {
          code: 'csv.another-kind',
          severity: 'error',
          rule: 'C-9',
          subject: { kind: 'stage' },
          facts: { kind },
        },
      ],
    })
  })

  it.each([
    ['meetings', 'UserID\tActive\tFirstName\tLastName\tEmail\tLanguage\tHostPrivilege\tTimeZone'],
    ['site-administration', 'UserID,Active,FirstName,LastName,UserName,Email,Password'],
    ['messenger', 'employeeID,displayName,firstName,lastName,email,userName,jobTitle,storageAllocated'],
  ])('C-14: names a file of %s instead of reading it', (kind, header) => {
    expect(problemsOf(header, 'a')).toEqual([{ code: 'csv.another-kind', kind }])
  })

  it('C-19: does not mistake a list with a team for another file of Webex', () => {
    expect(kinds(columnsOf('Email,Team,Site', 'a@b.c,x,y'))).toEqual(['email', 'agent', 'agent'])
  })

  it('says that a file without license columns gives no license', () => {
    expect(problemsOf('Email,Last Name', 'a@b.c,x')).toEqual([{ code: 'csv.no-license-column' }])
  })
})
