import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  calling,
  csv,
  emailHeader,
  errorsOf,
  exportedPerson,
  type Mode,
  premium,
  premiumB,
  type Row,
  rosterOf,
  sheet,
  standard,
  upload,
} from './csv-world.ts'
import { acme, bareId, type Loose, openWorld, personNamed, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const row = (name: string, cells: Row = {}): Row => ({ [emailHeader]: acme(name), ...cells })

/** Imports rows and tells what became of them. */
async function imported(mode: Mode, ...rows: Row[]) {
  const { status, body } = await upload(world, sheet(...rows), mode)
  if (status !== 201) throw new Error(JSON.stringify(body))
  return { counts: body.counts, errors: await errorsOf(world, body) }
}

const counts = (total: number, added: number, updated: number, failed = 0) => ({
  total,
  added,
  updated,
  failed,
  waiting: 0,
})

const rosters = (...names: string[]) => Promise.all(names.map((name) => rosterOf(world, acme(name))))

const without = { license: 'none', licenses: [], supervisor: false, administratorRole: 'none' }
const basics = ['Basic Messaging', 'Basic Space Meetings']

describe('an added person', () => {
  it('is pending and invited, and has what the row says', async () => {
    const cells = {
      'First Name': 'Ada',
      'Last Name': 'Lovelace',
      Title: 'Agent',
      Extension: '0042',
      'Phone Number': '+48123450042',
      Location: 'Kraków',
      [standard]: 'TRUE',
    }
    const { counts: told } = await imported('add-only', row('ada.lovelace', cells))
    const { body: outbox } = await world.ask('GET', '/console/outbox')
    const person = await personNamed(world, acme('ada.lovelace'))
    const shown = await exportedPerson(world, acme('ada.lovelace'))
    expect([told, outbox.map(({ to, state }: Loose) => [to, state])]).toEqual([
      counts(1, 1, 0),
      [[acme('ada.lovelace'), 'sent']],
    ])
    expect([person.displayName, person.status, person.phoneNumbers, person.extension]).toEqual([
      'Ada Lovelace',
      'pending',
      [{ type: 'work', value: '+48123450042' }],
      '0042',
    ])
    expect([shown['User Status'], shown['Location'], shown[standard], shown[premium]]).toEqual([
      'Pending',
      'Kraków',
      'TRUE',
      'FALSE',
    ])
  })

  it('PRE-1: is refused with 400090 where the address belongs to a trial or another organization', async () => {
    const told = await imported('add-only', row('tom.trial'), row('otto.other'), row('ada.lovelace'))
    const refused = (number: number, name: string, owner: string) => ({
      row: number,
      email: acme(name),
      httpStatus: 403,
      code: '400090',
      message: `The user ${acme(name)} belongs to a different organization (${owner}).`,
    })
    expect(told).toEqual({
      counts: counts(3, 1, 0, 2),
      errors: [refused(2, 'tom.trial', 'Tom Trial (trial)'), refused(3, 'otto.other', 'Globex Corporation')],
    })
  })
})

describe('a person who is there already', () => {
  it('CSV-6: gets the names and attributes of the row; blank cells leave what was there', async () => {
    const before = await exportedPerson(world, acme('olivia.brown'))
    await imported('add-only', row('olivia.brown', { 'Last Name': 'Green', Title: 'Lead', Extension: '' }))
    expect(await exportedPerson(world, acme('olivia.brown'))).toEqual({
      ...before,
      'Last Name': 'Green',
      Title: 'Lead',
    })
  })

  it('CSV-2: keeps the damage of a lost + and of lost zeros, as nothing refuses them', async () => {
    const damaged = { 'Phone Number': '13125550002', Extension: '102' }
    const told = await imported('add-only', row('olivia.brown', damaged))
    const shown = await exportedPerson(world, acme('olivia.brown'))
    expect([told, shown['Phone Number'], shown['Extension']]).toEqual([
      { counts: counts(1, 0, 1), errors: [] },
      '13125550002',
      '102',
    ])
  })

  it('loses numbers and location by REMOVE', async () => {
    const cells = { 'Phone Number': 'REMOVE|+13125550002', Extension: 'REMOVE|0102', Location: 'REMOVE' }
    await imported('add-only', row('olivia.brown', cells))
    const shown = await exportedPerson(world, acme('olivia.brown'))
    expect([shown['Phone Number'], shown['Extension'], shown['Location'], shown['Title']]).toEqual([
      '',
      '',
      '',
      'Agent',
    ])
  })

  it('keeps read-only columns whatever the row says', async () => {
    const before = await exportedPerson(world, acme('olivia.brown'))
    await imported('add-only', row('olivia.brown', { 'User Status': 'Inactive' }))
    expect(await exportedPerson(world, acme('olivia.brown'))).toEqual(before)
  })
})

describe('the contact center columns', () => {
  it('CSV-7: TRUE under Standard assigns the standard license', async () => {
    await imported('add-only', row('eve.existing', { [standard]: 'TRUE' }))
    expect(await rosters('eve.existing')).toEqual([
      { ...without, license: 'standard', licenses: ['Contact center Standard Agent'] },
    ])
  })

  it('CSV-8: TRUE under Premium assigns a unit of the subscription in brackets', async () => {
    await imported(
      'add-only',
      row('eve.existing', { [premium]: 'TRUE' }),
      row('noor.haddad', { [premiumB]: 't' }),
    )
    const { body } = await world.ask('GET', '/console/licenses')
    const used = body
      .filter(({ offer }: Loose) => offer === 'CJPPRM')
      .map(({ usedUnits }: Loose) => usedUnits)
    expect([used, (await rosters('eve.existing', 'noor.haddad')).map(({ license }) => license)]).toEqual([
      [20, 9],
      ['premium', 'premium'],
    ])
  })

  it('CSV-9: for a Premium TRUE the system assigns the Agent role', async () => {
    await imported('add-only', row('eve.existing', { [premium]: 'TRUE' }))
    const { id } = await personNamed(world, acme('eve.existing'))
    const { body } = await world.ask('GET', `/identity/scim/${world.org}/v2/Users/${bareId(id)}`)
    expect(body.roles.map(({ value }: Loose) => value)).toEqual(['cjp.premium_agent'])
    await world.ask('POST', '/console/synchronize-users')
    const { body: users } = await world.ask('GET', '/console/users-module')
    expect(users.find(({ email }: Loose) => email === acme('eve.existing')).userProfile).toBe('Premium Agent')
  })

  it('CSV-10: both FALSE removes the license in Add and remove services', async () => {
    const both = { [premium]: 'FALSE', [standard]: 'FALSE' }
    await imported('add-and-remove', row('nina.nowak', both), row('oskar.olsen', both))
    expect(await rosters('nina.nowak', 'oskar.olsen')).toEqual([
      { ...without, licenses: basics },
      { ...without, licenses: basics },
    ])
  })

  it('C-6: both FALSE is ignored in Add services only', async () => {
    const both = { [premium]: 'FALSE', [standard]: 'FALSE' }
    const told = await imported('add-only', row('nina.nowak', both))
    expect([told.counts, (await rosters('nina.nowak')).map(({ license }) => license)]).toEqual([
      counts(1, 0, 1),
      ['premium'],
    ])
  })

  it('C-7: a blank cell leaves the license in both modes', async () => {
    const blank = { [premium]: '', [standard]: '' }
    for (const mode of ['add-only', 'add-and-remove'] as const) await imported(mode, row('nina.nowak', blank))
    expect((await rosters('nina.nowak')).map(({ license }) => license)).toEqual(['premium'])
  })

  it('C-8: both TRUE is an error of the row, and nothing of the row is kept', async () => {
    const both = { 'Last Name': 'Changed', [premium]: 'TRUE', [standard]: 'TRUE' }
    const told = await imported(
      'add-and-remove',
      row('eve.existing', both),
      row('noor.haddad', { [premium]: 'TRUE' }),
    )
    expect(told).toEqual({
      counts: counts(2, 0, 1, 1),
      errors: [
        {
          row: 2,
          email: acme('eve.existing'),
          httpStatus: null,
          code: '400413',
          message: `A person takes one contact center license: "${premium}" and "${standard}" are both TRUE.`,
        },
      ],
    })
    expect([
      await rosters('eve.existing'),
      (await personNamed(world, acme('eve.existing'))).lastName,
    ]).toEqual([[without], 'Existing'])
  })

  it('NEW-20: Standard is exchanged for Premium in Add and remove services, and conflicts in Add services only', async () => {
    const exchange = row('stan.standard', { 'Last Name': 'Premium', [premium]: 'TRUE', [standard]: 'FALSE' })
    const adding = await imported('add-only', exchange)
    const between = await rosters('stan.standard')
    const { lastName } = await personNamed(world, acme('stan.standard'))
    const exchanging = await imported('add-and-remove', exchange)
    const after = await rosters('stan.standard')
    expect([
      adding.errors.map(({ code }) => code),
      between[0].license,
      lastName,
      exchanging.errors,
      after[0].license,
    ]).toEqual([['400413'], 'standard', 'Standard', [], 'premium'])
  })

  it('CSV-11: leaves supervisors and administrators as they are', async () => {
    await imported(
      'add-and-remove',
      row('sam.supervisor', { 'First Name': 'Samuel', [premium]: 'TRUE', [standard]: 'FALSE' }),
      row('carl.service', { [premium]: 'TRUE' }),
    )
    const agent = 'Contact Center Premium Agent'
    expect(await rosters('sam.supervisor', 'carl.service')).toEqual([
      { license: 'premium', licenses: [agent, ...basics], supervisor: true, administratorRole: 'none' },
      { license: 'premium', licenses: [agent], supervisor: false, administratorRole: 'cc-service' },
    ])
  })

  it('saves the person and says 700000 when no unit is left', async () => {
    const people = ['a', 'b', 'c', 'd'].map((name) => row(name, { 'Last Name': 'Late', [premiumB]: 'TRUE' }))
    const told = await imported('add-only', ...people, row('eve.existing', { [premiumB]: 'TRUE' }))
    const late = (number: number, name: string, httpStatus: number) => ({
      row: number,
      email: acme(name),
      httpStatus,
      code: '700000',
      message: 'The user was saved, but no license is available: Contact Center Premium Agent (Sub-B).',
    })
    expect(told).toEqual({
      counts: counts(5, 2, 0, 3),
      errors: [late(4, 'c', 201), late(5, 'd', 201), late(6, 'eve.existing', 200)],
    })
    expect(await rosters('b', 'c')).toEqual([
      { ...without, license: 'premium', licenses: ['Contact Center Premium Agent'] },
      without,
    ])
  })
})

describe('the columns of other services', () => {
  const messaging = 'Basic Messaging'

  it('NEW-20: a careless FALSE takes the service away in Add and remove services only', async () => {
    await imported('add-only', row('nina.nowak', { [messaging]: 'FALSE' }))
    const between = await rosters('nina.nowak')
    await imported('add-and-remove', row('nina.nowak', { [messaging]: 'F' }))
    const after = await rosters('nina.nowak')
    const agent = 'Contact Center Premium Agent'
    expect([between[0].licenses, after[0].licenses]).toEqual([
      [agent, ...basics],
      [agent, 'Basic Space Meetings'],
    ])
  })

  it('TRUE adds the service', async () => {
    await imported('add-only', row('eve.existing', { [calling]: 'true', [messaging]: 'TRUE' }))
    expect(await rosters('eve.existing')).toEqual([
      { ...without, licenses: ['Webex Calling - Professional', messaging] },
    ])
  })

  it('NEW-24: a column that is not in the file harms nobody', async () => {
    await imported('add-and-remove', row('nina.nowak', { [standard]: 'FALSE' }))
    expect((await rosters('nina.nowak'))[0].licenses).toEqual(['Contact Center Premium Agent', ...basics])
  })
})

describe('a row', () => {
  it('is refused with its number in the file for what can be seen before sending', async () => {
    const file = csv(
      `First Name,${emailHeader},${premium},Phone Number,Extension`,
      'No address,,TRUE,,',
      'Bad,not-an-address,TRUE,,',
      `Long,${'x'.repeat(65)}@acme.example,,,`,
      `First,${acme('twice')},FALSE,,`,
      ',,,,',
      `Second,${acme('twice')},TRUE,,`,
      `Typo,${acme('typo')},TREU,,`,
      `Number,${acme('number')},,4.81255E+10,`,
      `Extension,${acme('extension')},,,1-Feb`,
      `Third,${acme('twice')},TRUE,,`,
    )
    const { body } = await upload(world, file)
    const error = (number: number, email: string, code: string, message: string) => ({
      row: number,
      email,
      httpStatus: null,
      code,
      message,
    })
    expect([body.counts, body.shown, await errorsOf(world, body)]).toEqual([
      counts(9, 1, 0, 8),
      'completed with errors',
      [
        error(2, '', 'email-missing', 'The e-mail address is missing.'),
        error(3, 'not-an-address', 'email-invalid', 'not-an-address is not a valid e-mail address.'),
        error(
          4,
          `${'x'.repeat(65)}@acme.example`,
          'email-invalid',
          `${'x'.repeat(65)}@acme.example is not a valid e-mail address.`,
        ),
        error(7, acme('twice'), 'email-duplicate', `${acme('twice')} is in row 5 already.`),
        error(8, acme('typo'), 'license-value', `"TREU" under "${premium}" is neither TRUE nor FALSE.`),
        error(9, acme('number'), 'phone-number', '"4.81255E+10" is not a phone number.'),
        error(10, acme('extension'), 'extension', '"1-Feb" is not an extension.'),
        error(11, acme('twice'), 'email-duplicate', `${acme('twice')} is in row 5 already.`),
      ],
    ])
    expect((await personNamed(world, acme('twice'))).firstName).toBe('First')
  })

  it('may hold line breaks and quotes, and the file a BOM and any order of columns', async () => {
    const file = `\uFEFF${premium},${emailHeader},Title\nTRUE,"${acme('ada')}","Agent ""A""\nnight"\n`
    const { body } = await upload(world, file)
    expect([body.counts, (await personNamed(world, acme('ada'))).title]).toEqual([
      counts(1, 1, 0),
      'Agent "A"\nnight',
    ])
  })
})

describe('a whole file', () => {
  const refusal = async (content: string | Uint8Array<ArrayBuffer>, name?: string) => {
    const { status, body } = await upload(world, content, 'add-only', name)
    return [status, body]
  }
  const header = `First Name,${emailHeader},${premium}`

  it('is refused without the required column', async () => {
    expect(await refusal(csv('First Name,Email', 'Ada,ada@acme.example'))).toEqual([
      400,
      {
        error: `The column "${emailHeader}" is missing.`,
        next: 'Keep this column as it was exported.',
        reason: 'missing-header',
        header: emailHeader,
      },
    ])
  })

  it('C-14: is refused for a license column that no subscription has', async () => {
    const unknown = 'Webex Contact Center Premium Agent'
    expect(await refusal(csv(`${emailHeader},${unknown}`, `${acme('ada')},TRUE`))).toEqual([
      400,
      {
        error: `This organization has no column "${unknown}".`,
        next: 'Export a new CSV; headers must be spelled as in it.',
        reason: 'unknown-header',
        header: unknown,
      },
    ])
  })

  it('NEW-18: is refused for one TRUE under a suspended service, and FALSE there is carried out', async () => {
    await world.ask('POST', '/console/csv/services', { service: premium, suspended: true })
    const suspended = `${premium} (Suspended)`
    const file = (cell: string) =>
      sheet(row('nina.nowak', { [suspended]: '' }), row('eve.existing', { [suspended]: cell }))
    expect(await refusal(file('TRUE'))).toEqual([
      400,
      {
        error: `Row 3 has TRUE under "${suspended}", and that service is suspended.`,
        next: 'Leave the cells of this column empty.',
        reason: 'suspended-service',
        header: suspended,
        row: 3,
      },
    ])
    expect((await upload(world, file('FALSE'))).body.counts).toEqual(counts(2, 0, 2))
  })

  it('is refused when it is empty, no CSV, no text, torn or has only a header', async () => {
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${header}\n`, 'utf16le'))
    const answers = [
      await refusal(''),
      await refusal('\r\n\r\n'),
      await refusal(csv(header)),
      await refusal(csv(header, ',,')),
      await refusal(csv(header), 'people.xlsx'),
      await refusal(utf16),
      await refusal(csv(header, `"Ada,${acme('ada')},TRUE`)),
      await refusal(csv(`${header},${premium}`, `Ada,${acme('ada')},TRUE,FALSE`)),
      await refusal(csv(header.replaceAll(',', ';'), `Ada;${acme('ada')};TRUE`)),
    ]
    expect(answers.map(([status, body]) => [status, body.reason])).toEqual([
      [400, 'empty'],
      [400, 'empty'],
      [400, 'header-only'],
      [400, 'header-only'],
      [400, 'wrong-type'],
      [400, 'unreadable'],
      [400, 'unreadable'],
      [400, 'repeated-header'],
      [400, 'missing-header'],
    ])
    expect((await world.ask('GET', '/console/csv/jobs')).body).toEqual([])
  })

  it('C-13: is refused above 20,000 rows and taken with 20,000', async () => {
    const file = (rows: number) =>
      csv(emailHeader, ...Array.from({ length: rows }, (_, index) => acme(`person${index}`)))
    const { body } = await upload(world, file(20_001))
    expect(body).toEqual({
      error: 'The file has 20001 rows; at most 20000 can be imported.',
      next: 'Split the file and import the parts one after another.',
      reason: 'too-many-rows',
      rows: 20_001,
      limit: 20_000,
    })
    expect((await upload(world, file(20_000))).body.counts).toEqual(counts(20_000, 20_000, 0))
  })

  it('CSV-13: is sent with a mode, in a form or as a plain body', async () => {
    const send = async (query: string, type: string, body: string) => {
      const response = await fetch(`${world.origin}/console/csv/import${query}`, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      })
      const answer = (await response.json()) as Loose
      return [response.status, answer.error ?? answer.fileName]
    }
    const file = sheet(row('ada'))
    expect([
      await send('?mode=add-only', 'text/csv', file),
      await send('?mode=add-only&name=part-1.csv', 'application/octet-stream', file),
      await send('?mode=remove', 'text/csv', file),
      await send('?mode=add-only', 'application/pdf', file),
      await send('?mode=add-only', 'application/json', '{}'),
      await send('', 'multipart/form-data; boundary=x', 'nothing'),
    ]).toEqual([
      [201, ''],
      [201, 'part-1.csv'],
      [400, 'mode is "add-only" or "add-and-remove".'],
      [400, 'application/pdf is not a CSV file.'],
      [400, 'No file was sent.'],
      [400, 'No file was sent.'],
    ])
  })
})
