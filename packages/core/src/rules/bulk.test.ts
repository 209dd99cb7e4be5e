import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCsv, sheetOf } from '../../test/corpus/reference-csv.ts'
import { observationFor } from '../../test/samples.ts'
import { premiumPool, standardPool } from '../../test/world.ts'
import type { Problem } from '../domain/problem.ts'
import { openCsv } from '../intake/csv/open.ts'
import { readRows } from '../intake/csv/rows.ts'
import { checkBulk, checkDuplicates, rejectRows } from './bulk.ts'
import type { BulkGround } from './bulk-ground.ts'
import { csvRowLimits } from './bulk-limits.ts'
import { listRemovals } from './bulk-services.ts'

const header =
  'First Name,Last Name,User ID/Email (Required),Webex Contact Center standard,Webex Contact Center premium,Meetings'
const standard = 'Webex Contact Center standard'
const premium = 'Webex Contact Center premium'

function groundOf(rows: readonly string[], given: Partial<BulkGround> = {}, columns = header): BulkGround {
  const sheet = sheetOf(columns, ...rows)
  const mode = given.mode ?? 'add-only'
  return { sheet, reading: readRows(sheet, { mode }), via: 'api', ...given, mode }
}

/** Only the problems of these codes, without what is the same for all of them. */
function said(ground: BulkGround, ...codes: readonly Problem['code'][]): readonly unknown[] {
  return checkBulk(ground)
    .filter(({ code }) => codes.includes(code))
    .map(({ code, severity, rule, facts }) => ({ code, severity, rule, ...facts }))
}

const ada = 'Ada,Lovelace,ada@acme.example,,TRUE,TRUE'
const grace = 'Grace,Hopper,grace@acme.example,FALSE,FALSE,FALSE'

describe('people of the organization under the name of a new one', () => {
  const everyone = [
    { email: 'ada.king@acme.example', firstName: 'ada', lastName: ' Lovelace' },
    { email: 'grace@acme.example', firstName: 'Grace', lastName: 'Hopper' },
  ]

  it('CSV-6: are worth a warning, unless they are in the file themselves (P18)', () => {
    const ground = groundOf([ada, grace], { everyone, observation: observationFor({ people: [] }) })
    expect(said(ground, 'csv.renamed')).toEqual([
      {
        code: 'csv.renamed',
        severity: 'warning',
        rule: 'CSV-6',
        line: 2,
        email: 'ada@acme.example',
        known: ['ada.king@acme.example'],
      },
    ])
  })

  it('say nothing of people who exist', () => {
    const observation = observationFor({ people: [{ email: 'ada@acme.example' }] })
    expect(said(groundOf([ada], { everyone, observation }), 'csv.renamed')).toEqual([])
  })
})

describe('names of people who exist', () => {
  const observation = observationFor({
    people: [{ email: 'grace@acme.example', firstName: 'Grace', lastName: 'Kim' }],
  })

  it.each([
    [undefined, 'notice', false],
    ['all-columns', 'warning', true],
  ] as const)('NEW-23: says under scope %s whether they change', (scope, severity, isChanged) => {
    const ground = groundOf([ada, grace], { observation, ...(scope === undefined ? {} : { scope }) })
    expect(said(ground, 'csv.name-differs')).toEqual([
      { code: 'csv.name-differs', severity, rule: 'NEW-23', count: 1, lines: [3], isChanged },
    ])
  })

  it('says nothing of the same name or of a blank cell', () => {
    const same = groundOf(['Grace,Kim,grace@acme.example,,,', ',,grace@acme.example,,,'], { observation })
    expect(said(same, 'csv.name-differs')).toEqual([])
  })
})

describe('duplicates', () => {
  it('CSV-6: names both lines of an address that is in the file twice, whatever its case (P32)', () => {
    const ground = groundOf([ada, grace, 'Ada,L,ADA@Acme.example,TRUE,,', 'Ada,L,ada@acme.example ,,,'])
    expect(said(ground, 'csv.duplicate')).toEqual([
      {
        code: 'csv.duplicate',
        severity: 'error',
        rule: 'CSV-6',
        email: 'ADA@Acme.example',
        line: 4,
        lines: [2, 4],
      },
      {
        code: 'csv.duplicate',
        severity: 'error',
        rule: 'CSV-6',
        email: 'ada@acme.example',
        line: 5,
        lines: [2, 5],
      },
    ])
  })

  it('rejects the later rows and loses none', () => {
    const { reading } = groundOf([ada, 'Ada,L,ADA@acme.example,TRUE,,', 'x,y,nobody,,,', grace])
    const judged = rejectRows(reading, checkDuplicates(reading.rows))
    expect(judged.rows.map(({ line }) => line)).toEqual([2, 5])
    expect(judged.rejected.map(({ line, problems }) => [line, problems.map(({ code }) => code)])).toEqual([
      [3, ['csv.duplicate']],
      [4, ['person.email-malformed']],
    ])
    expect(rejectRows(judged, [])).toBe(judged)
  })

  it('keeps the number of rows, whatever is rejected', () => {
    const email = fc.constantFrom('a@acme.example', 'A@acme.example', 'b@acme.example', 'nobody')
    fc.assert(
      fc.property(fc.array(email, { minLength: 1 }), (emails) => {
        const ground = groundOf(emails.map((mail) => `A,B,${mail},TRUE,,`))
        const { rows, rejected } = rejectRows(ground.reading, checkBulk(ground))
        expect(rows.length + rejected.length).toBe(emails.length)
        expect(new Set(rows.map((row) => row.email.toLowerCase())).size).toBe(rows.length)
      }),
    )
  })
})

describe('how many rows', () => {
  const rows = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, index) => `A,B${index},p${index}@acme.example,TRUE,,`)
  const limits = ['csv.parts', 'csv.over-limit', 'csv.limit-raised', 'csv.limit-impossible'] as const

  it.each([
    ['NEW-1: 1,000 rows go in one file', 1_000, { via: 'control-hub' }, []],
    [
      'NEW-1: 1,001 rows go in two files for Control Hub',
      1_001,
      { via: 'control-hub' },
      [{ code: 'csv.parts', severity: 'notice', rule: 'NEW-1', rows: 1_001, limit: 1_000, parts: 2 }],
    ],
    [
      'C-13: names the limit that was chosen',
      1_001,
      { via: 'control-hub', rowLimit: 250 },
      [{ code: 'csv.parts', severity: 'notice', rule: 'C-13', rows: 1_001, limit: 250, parts: 5 }],
    ],
    [
      'C-13: warns of more than is documented for Contact Center',
      10,
      { via: 'control-hub', rowLimit: 5_000 },
      [{ code: 'csv.limit-raised', severity: 'warning', rule: 'NEW-1', given: 5_000, limit: 1_000 }],
    ],
    [
      'NEW-2: no file has more than 20,000 rows',
      10,
      { via: 'control-hub', rowLimit: 20_001 },
      [{ code: 'csv.limit-impossible', severity: 'error', rule: 'NEW-2', given: 20_001, limit: 20_000 }],
    ],
    [
      'NEW-2: a file without rows is no file',
      10,
      { via: 'control-hub', rowLimit: 0 },
      [{ code: 'csv.limit-impossible', severity: 'error', rule: 'NEW-2', given: 0, limit: 20_000 }],
    ],
    ['C-13: the API has no limit of rows', 20_000, { via: 'api' }, []],
    [
      'NEW-2: says when a file could not be imported by hand',
      20_001,
      { via: 'api' },
      [
        {
          code: 'csv.over-limit',
          severity: 'notice',
          rule: 'NEW-2',
          rows: 20_001,
          limit: 20_000,
          via: 'api',
        },
      ],
    ],
  ] as const)('%s', (_, count, given, problems) => {
    expect(said(groundOf(rows(count), given), ...limits)).toEqual(problems)
  })

  it('C-13: knows the three limits apart', () => {
    expect(csvRowLimits).toEqual({ contactCenter: 1_000, general: 20_000, bulkOperations: 5_000 })
  })
})

describe('against the export', () => {
  const exported = 'First Name,Last Name,Email,User Status,Webex Contact Center premium,Meetings'
  const baseline = sheetOf(
    exported,
    'Ada,Lovelace,ada@acme.example,Active,TRUE,TRUE',
    'Grace,Hopper,grace@acme.example,Active,FALSE,TRUE',
    'Alan,Turing,alan@acme.example,Active,TRUE,FALSE',
  )

  it('CSV-6: asks whether a new address under a known name is a second person (P18)', () => {
    const ground = groundOf(['Ada,LOVELACE,ada.king@acme.example,,,', 'Grace,Hopper,grace@acme.example,,,'], {
      baseline,
    })
    expect(said(ground, 'csv.renamed')).toEqual([
      {
        code: 'csv.renamed',
        severity: 'question',
        rule: 'CSV-6',
        line: 2,
        email: 'ada.king@acme.example',
        known: ['ada@acme.example'],
      },
    ])
  })

  it.each([
    [
      'someone with the same name whose namesake is in the file too',
      ['Ada,Lovelace,ada2@acme.example,,,', ada],
    ],
    ['someone known', [ada]],
    ['half a name', ['Ada,,ada2@acme.example,,,']],
  ])('takes %s for no renaming', (_, rows) => {
    expect(said(groundOf(rows, { baseline }), 'csv.renamed')).toEqual([])
  })

  it('CSV-6: knows names from the organization where there is no export', () => {
    const observation = observationFor({
      people: [{ email: 'ada@acme.example', firstName: 'Ada', lastName: 'Lovelace' }],
    })
    const ground = groundOf(['Ada,Lovelace,ada2@acme.example,,,'], { observation })
    expect(said(ground, 'csv.renamed')).toHaveLength(1)
  })

  it('NEW-24: names read-only cells that were edited (P19)', () => {
    const rows = [
      'Ada,Lovelace,ADA@acme.example,Inactive,,',
      'Alan,Turing,alan@acme.example,Active,,',
      'New,One,new@acme.example,,,',
    ]
    expect(said(groundOf(rows, { baseline }, exported), 'csv.read-only-edited')).toEqual([
      {
        code: 'csv.read-only-edited',
        severity: 'warning',
        rule: 'NEW-24',
        line: 2,
        header: 'User Status',
        found: 'Inactive',
        known: 'Active',
      },
    ])
  })

  it('NEW-23: misses the last name of new people only (P21)', () => {
    const rows = ['Ada,,ada@acme.example,,,', 'New,,new@acme.example,,,']
    expect(said(groundOf(rows, { baseline }), 'csv.last-name-missing')).toEqual([
      {
        code: 'csv.last-name-missing',
        severity: 'warning',
        rule: 'NEW-23',
        line: 3,
        email: 'new@acme.example',
      },
    ])
    expect(said(groundOf(rows), 'csv.last-name-missing')).toHaveLength(2)
  })

  it.each([
    [24, []],
    [undefined, []],
    [72.9, [{ code: 'csv.export-stale', severity: 'warning', rule: 'NEW-22', hours: 72, limit: 24 }]],
  ])('NEW-22: an export of %s hours ago (P30)', (hours, problems) => {
    const given = hours === undefined ? {} : { exportAgeInHours: hours }
    expect(said(groundOf([ada], given), 'csv.export-stale')).toEqual(problems)
  })

  it('NEW-20: takes nothing away that the export does not have', () => {
    const ground = groundOf([ada, grace, 'Alan,Turing,alan@acme.example,FALSE,FALSE,FALSE'], {
      baseline,
      mode: 'add-and-remove',
    })
    expect(listRemovals(ground)).toEqual([
      { line: 3, email: 'grace@acme.example', header: standard, license: 'standard', isHeld: false },
      { line: 3, email: 'grace@acme.example', header: 'Meetings', isHeld: true },
      { line: 4, email: 'alan@acme.example', header: standard, license: 'standard', isHeld: false },
      { line: 4, email: 'alan@acme.example', header: premium, license: 'premium', isHeld: true },
    ])
  })
})

describe('removals', () => {
  const observation = observationFor({
    people: [
      { email: 'grace@acme.example', licenseIds: [premiumPool.id] },
      { email: 'alan@acme.example', licenseIds: [] },
    ],
  })
  const alan = 'Alan,Turing,alan@acme.example,FALSE,FALSE,'

  it('CSV-10: lists everyone who loses the license, and each service (P2, P3)', () => {
    expect(
      said(
        groundOf([ada, grace, alan], { mode: 'add-and-remove', observation }),
        'csv.removals',
        'csv.license-removed',
        'csv.service-removed',
      ),
    ).toEqual([
      {
        code: 'csv.removals',
        severity: 'question',
        rule: 'NEW-20',
        people: 1,
        count: 2,
        licenses: 1,
        services: [`${premium}: 1`, 'Meetings: 1'],
      },
      {
        code: 'csv.license-removed',
        severity: 'warning',
        rule: 'CSV-10',
        line: 3,
        email: 'grace@acme.example',
        headers: [premium],
        isHeld: true,
      },
      {
        code: 'csv.service-removed',
        severity: 'warning',
        rule: 'NEW-20',
        line: 3,
        email: 'grace@acme.example',
        headers: ['Meetings'],
        isHeld: false,
      },
    ])
  })

  it('CSV-10: lists every FALSE while nothing is known of the people', () => {
    expect(
      listRemovals(groundOf([grace], { mode: 'add-and-remove' })).map(({ header: column, isHeld }) => [
        column,
        isHeld,
      ]),
    ).toEqual([
      [standard, false],
      [premium, false],
      ['Meetings', false],
    ])
  })

  it('CSV-10: looks at the subscription that the column names', () => {
    const pools = [
      { ...premiumPool, id: 'p1', subscriptionId: 'Sub1' },
      { ...premiumPool, id: 'p2', subscriptionId: 'Sub2' },
    ]
    const held = observationFor({ pools, people: [{ email: 'ada@acme.example', licenseIds: ['p2'] }] })
    const columns = `Email,Last Name,${premium} [Sub1],${premium} [Sub2]`
    const ground = groundOf(
      ['ada@acme.example,Lovelace,FALSE,FALSE'],
      { mode: 'add-and-remove', observation: held },
      columns,
    )
    expect(listRemovals(ground).map(({ header: column }) => column)).toEqual([`${premium} [Sub2]`])
  })

  it('C-6: removes nothing in add-only and says that FALSE is ignored (P4)', () => {
    const ground = groundOf([ada, grace, alan])
    expect(listRemovals(ground)).toEqual([])
    expect(said(ground, 'csv.false-ignored', 'csv.license-removed', 'csv.removals')).toEqual([
      { code: 'csv.false-ignored', severity: 'notice', rule: 'C-6', count: 2, lines: [3, 4] },
    ])
  })

  it('C-6: does not bother with people who hold no license', () => {
    expect(said(groundOf([grace, alan], { observation }), 'csv.false-ignored')).toEqual([
      { code: 'csv.false-ignored', severity: 'notice', rule: 'C-6', count: 1, lines: [2] },
    ])
  })

  it('NEW-20: says that FALSE of a service that someone has is ignored', () => {
    const baseline = sheetOf(header, 'Grace,Hopper,grace@acme.example,,,TRUE')
    expect(said(groundOf([grace], { baseline }), 'csv.service-false-ignored')).toEqual([
      { code: 'csv.service-false-ignored', severity: 'notice', rule: 'NEW-20', count: 1, lines: [2] },
    ])
  })

  it('C-7: a blank cell takes nothing away', () => {
    const ground = groundOf(['Grace,Hopper,grace@acme.example,,,'], { mode: 'add-and-remove', observation })
    expect(listRemovals(ground)).toEqual([])
  })
})

describe('payers', () => {
  const columns = `Email,Last Name,${standard} [Sub-A],${premium} [Sub-Gone]`
  const payersOf = (cells: string, observation = observationFor({ pools: [standardPool, premiumPool] })) =>
    said(
      groundOf([`ada@acme.example,Lovelace,${cells}`], { observation }, columns),
      'csv.subscription-unknown',
    )

  it('C-14: rejects a row whose subscription the organization does not have', () => {
    expect(payersOf(',TRUE')).toEqual([
      {
        code: 'csv.subscription-unknown',
        severity: 'error',
        rule: 'C-14',
        line: 2,
        email: 'ada@acme.example',
        header: `${premium} [Sub-Gone]`,
        subscription: 'Sub-Gone',
      },
    ])
    expect(payersOf('TRUE,')).toEqual([])
  })
})

describe('exchanges', () => {
  const observation = observationFor({
    people: [{ email: 'ada@acme.example', licenseIds: [premiumPool.id] }],
  })
  const exchange = (cells: string, mode: 'add-only' | 'add-and-remove') =>
    said(
      groundOf([`Ada,Lovelace,ada@acme.example,${cells},`], { mode, observation }),
      'csv.exchange-needs-false',
    ).length

  it('NEW-4: a file that only adds exchanges nothing', () => {
    expect(exchange('TRUE,FALSE', 'add-only')).toBe(1)
  })

  it('NEW-4: the license that is held goes only where its cell says FALSE', () => {
    expect([
      exchange('TRUE,', 'add-and-remove'),
      exchange('TRUE,FALSE', 'add-and-remove'),
      exchange(',TRUE', 'add-and-remove'),
    ]).toEqual([1, 0, 0])
  })
})

describe('roles', () => {
  const columns = `${header},Contact Center Role`
  const row = (cells: string, role: string): string => `Ada,Lovelace,ada@acme.example,${cells},,${role}`

  it('CSV-9: says that Premium makes an agent, where nothing else is said', () => {
    expect(said(groundOf([ada, grace]), 'csv.agent-role', 'csv.roles-by-hand')).toEqual([
      { code: 'csv.agent-role', severity: 'notice', rule: 'CSV-9', count: 1 },
    ])
  })

  it('CSV-11: names who gets a role after the import', () => {
    const ground = groundOf(
      [
        row(',TRUE', 'supervisor'),
        'G,H,grace@acme.example,,,,full administrator',
        'A,T,alan@acme.example,,TRUE,,agent',
      ],
      {},
      columns,
    )
    expect(said(ground, 'csv.agent-role', 'csv.roles-by-hand', 'csv.supervisor-needs-premium')).toEqual([
      {
        code: 'csv.roles-by-hand',
        severity: 'notice',
        rule: 'CSV-11',
        count: 2,
        people: ['ada@acme.example', 'grace@acme.example'],
      },
    ])
  })

  it.each([
    ['Standard', 'TRUE,', {}, 1],
    ['no license', 'FALSE,FALSE', { mode: 'add-and-remove' }, 1],
    ['what is held, while that is unknown', ',', {}, 0],
    [
      'Premium that is held',
      ',',
      {
        observation: observationFor({
          people: [{ email: 'ada@acme.example', licenseIds: [premiumPool.id] }],
        }),
      },
      0,
    ],
    [
      'Standard that is held',
      ',',
      {
        observation: observationFor({
          people: [{ email: 'ada@acme.example', licenseIds: [standardPool.id] }],
        }),
      },
      1,
    ],
  ] as const)('CSV-11: a supervisor on %s', (_, cells, given, count) => {
    expect(
      said(groundOf([row(cells, 'supervisor')], given, columns), 'csv.supervisor-needs-premium'),
    ).toHaveLength(count)
  })

  it('CSV-11: does not forget who is supervisor today', () => {
    const observation = observationFor({
      people: [{ email: 'ada@acme.example', supervisor: true, licenseIds: [premiumPool.id] }],
    })
    const lost = (cells: string, role: string): number =>
      said(groundOf([row(cells, role)], { observation }, columns), 'csv.supervisor-lost').length
    expect([
      lost('TRUE,', ''),
      lost(',TRUE', 'agent'),
      lost(',TRUE', ''),
      lost(',TRUE', 'supervisor'),
    ]).toEqual([1, 1, 0, 0])
  })
})

describe('other services', () => {
  it('NEW-19: wants service cells of new people empty where licenses come by themselves', () => {
    const observation = observationFor({ people: [{ email: 'ada@acme.example' }] })
    const rows = [ada, grace, 'New,One,new@acme.example,,,']
    expect(
      said(groundOf(rows, { hasAutomaticLicenses: true, observation }), 'csv.automatic-licenses'),
    ).toEqual([{ code: 'csv.automatic-licenses', severity: 'warning', rule: 'NEW-19', count: 1, lines: [3] }])
    expect(said(groundOf(rows), 'csv.automatic-licenses')).toEqual([])
  })

  it('NEW-24: names columns that a minimal file would leave out, louder where FALSE removes', () => {
    const facts = { code: 'csv.columns-unneeded', rule: 'NEW-24', headers: ['Meetings'], count: 1 }
    expect(said(groundOf([ada]), 'csv.columns-unneeded')).toEqual([{ ...facts, severity: 'notice' }])
    expect(said(groundOf([ada], { mode: 'add-and-remove' }), 'csv.columns-unneeded')).toEqual([
      { ...facts, severity: 'warning' },
    ])
  })
})

describe('checkBulk', () => {
  it('gives everything that is wrong with the file and its rows', () => {
    const ground = groundOf(['Ada,Lovelace,ada@acme.example,TRUE,TRUE,', 'x,y,nobody,,,'])
    expect(checkBulk(ground).map(({ code, severity }) => [code, severity])).toEqual([
      ['csv.both-licenses', 'error'],
      ['person.email-malformed', 'error'],
    ])
  })

  it('finds nothing wrong in 20,000 rows that are right', () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, index) => `Ada${index},Lovelace,p${index}@acme.example,FALSE,TRUE,FALSE`,
    )
    const bytes = new TextEncoder().encode([header, ...rows, ''].join('\r\n'))
    const opened = openCsv(bytes, parseCsv)
    if (!opened.ok) throw new Error('unreadable')
    const reading = readRows(opened.sheet, { mode: 'add-and-remove' })
    const problems = checkBulk({
      sheet: opened.sheet,
      reading,
      mode: 'add-and-remove',
      via: 'control-hub',
      baseline: opened.sheet,
    })
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})
