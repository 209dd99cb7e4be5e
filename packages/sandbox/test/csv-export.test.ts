import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  calling,
  csv,
  emailHeader,
  exportedPerson,
  premium,
  premiumB,
  standard,
  upload,
} from './csv-world.ts'
import { acme, openWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const get = (query: string) => fetch(`${world.origin}/console/csv/export${query}`)

const attributeHeaders = [
  'First Name',
  'Last Name',
  'Display Name',
  emailHeader,
  'User Status',
  'Last Service Accessed Time',
  'Days since Last Service Accessed',
  'Extension',
  'Title',
  'Department',
  'Manager',
  'Phone Number',
  'Caller ID Number',
  'Caller ID First Name',
  'Caller ID Last Name',
  'Location',
  'Preferred Language',
  'Time zone',
  'Address type',
  'Address country',
]

const serviceHeaders = [
  premium,
  standard,
  premiumB,
  calling,
  'Webex Meetings Suite [Sub-A]',
  'Customer Experience - Essential [Sub-B]',
  'Basic Messaging',
  'Basic Space Meetings',
  'Call on Webex (1:1 call, non-PSTN)',
  'Free screen share',
]

describe('the export', () => {
  it('NEW-9: holds attributes, licenses or both, and the template is their header', async () => {
    const read = async (query: string) => (await get(query)).text()
    const [both, attributes, licenses] = [
      await read('?what=template'),
      await read('?what=template&content=attributes'),
      await read('?what=template&content=licenses'),
    ]
    const names = ['First Name', 'Last Name', 'Display Name', emailHeader]
    const cell = (header: string) => (header.includes(',') ? `"${header}"` : header)
    const line = (headers: string[]) => csv(headers.map(cell).join(','))
    expect([both, attributes, licenses]).toEqual([
      line([...attributeHeaders, ...serviceHeaders]),
      line(attributeHeaders),
      line([...names, ...serviceHeaders]),
    ])
  })

  it('CSV-6: is downloaded as a file of everybody, quoted where a cell needs it', async () => {
    const response = await get('?what=people')
    const lines = (await response.text()).split('\r\n')
    expect([
      response.headers.get('content-type'),
      response.headers.get('content-disposition'),
      lines.length,
      lines.find((line) => line.includes(acme('aiko.tanaka'))),
    ]).toEqual([
      'text/csv; charset=utf-8',
      'attachment; filename="people.csv"',
      62,
      [
        'Aiko,Tanaka,Aiko Tanaka,aiko.tanaka@acme.example,Active,2025-11-19T10:00:00.000Z,47,0005',
        '"Agent ""Senior""","Support, Kraków",sam.supervisor@acme.example',
        '+48125550005,+48125550005,Aiko,Tanaka,Kraków,pl_PL,Europe/Warsaw,work,PL',
        'TRUE,FALSE,FALSE,FALSE,FALSE,FALSE,TRUE,TRUE,FALSE,FALSE',
      ].join(','),
    ])
  })

  it('CSV-2: holds numbers with a + and extensions with zeros, as the People API knows them', async () => {
    const { body } = await world.ask('GET', `/v1/people?email=${acme('olivia.brown')}`)
    const row = await exportedPerson(world, acme('olivia.brown'))
    const { phoneNumbers, extension, department } = body.items[0]
    expect([row['Phone Number'], row['Extension'], { phoneNumbers, extension, department }]).toEqual([
      '+13125550002',
      '0102',
      {
        phoneNumbers: [{ type: 'work', value: '+13125550002' }],
        extension: '0102',
        department: 'Support, Chicago',
      },
    ])
  })

  it('changes nothing when it is imported as it is, in either mode', async () => {
    const before = await (await get('?what=people')).text()
    const first = await upload(world, before, 'add-only')
    const second = await upload(world, before, 'add-and-remove')
    expect([first.body.counts, second.body.counts]).toEqual([
      { total: 60, added: 0, updated: 60, failed: 0, waiting: 0 },
      { total: 60, added: 0, updated: 60, failed: 0, waiting: 0 },
    ])
    expect(await (await get('?what=people')).text()).toBe(before)
  })

  it('NEW-18: marks the column of a suspended service until the suspension is taken back', async () => {
    const suspend = (suspended: boolean) =>
      world.ask('POST', '/console/csv/services', { service: calling, suspended })
    const answer = await suspend(true)
    const marked = await (await get('?what=template')).text()
    await suspend(false)
    const unmarked = await (await get('?what=template')).text()
    expect([
      answer.body.filter((service: { suspended: boolean }) => service.suspended),
      marked.includes(`,${calling} (Suspended),`),
      unmarked.includes('(Suspended)'),
    ]).toEqual([
      [{ service: calling, header: `${calling} (Suspended)`, subscriptionId: 'Sub-A', suspended: true }],
      true,
      false,
    ])
  })

  it('refuses what it does not know and says what to ask for', async () => {
    const answers = [
      await world.ask('GET', '/console/csv/export?what=rooms'),
      await world.ask('GET', '/console/csv/export?content=all'),
      await world.ask('POST', '/console/csv/services', { service: 'Fax', suspended: true }),
    ]
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [400, { error: 'what is "people" or "template".', next: 'Ask for ?what=people.' }],
      [400, { error: 'content is "attributes", "licenses" or "both".', next: 'Ask for ?content=both.' }],
      [
        404,
        {
          error: 'This organization has no service "Fax".',
          next: 'GET /console/csv/services lists them.',
        },
      ],
    ])
  })
})
