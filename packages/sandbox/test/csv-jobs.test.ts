import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { csv, emailHeader, premium, sheet, upload } from './csv-world.ts'
import { acme, type Loose, openWorld, personNamed, start, type World } from './world.ts'

const aRow = 1000

let world: World
beforeEach(async () => {
  world = await openWorld({ delays: { import: aRow } })
})
afterEach(() => world.close())

const people = (...names: string[]) => sheet(...names.map((name) => ({ [emailHeader]: acme(name) })))

const look = async ({ id }: Loose): Promise<Loose> => (await world.ask('GET', `/console/csv/jobs/${id}`)).body

const press = (job: Loose, action: string) => world.ask('POST', `/console/csv/jobs/${job.id}/${action}`)

const at = (milliseconds: number) => {
  world.clock.time = start + milliseconds
}

const told = ({ state, shown, counts: { added, failed, waiting } }: Loose) => [
  state,
  shown,
  added,
  failed,
  waiting,
]

/** What the job tells at each of these times. */
async function watched(job: Loose, times: readonly number[]) {
  const seen: Loose[] = []
  for (const time of times) {
    at(time)
    seen.push(told(await look(job)))
  }
  return seen
}

describe('an import', () => {
  it('NEW-21: is a task that goes on by the clock, row by row', async () => {
    const { status, body: job } = await upload(world, people('a', 'b', 'c'))
    expect([status, job]).toEqual([
      201,
      {
        id: job.id,
        fileName: 'people.csv',
        md5: createHash('md5')
          .update(people('a', 'b', 'c'))
          .digest('hex'),
        mode: 'add-only',
        state: 'CREATED',
        shown: 'created',
        counts: { total: 3, added: 0, updated: 0, failed: 0, waiting: 3 },
        createdAt: '2026-01-05T10:00:00.000Z',
        finishedAt: null,
        closedAt: null,
      },
    ])
    expect(await watched(job, [0, 500, 1000, 2999, 3600])).toEqual([
      ['CREATED', 'created', 0, 0, 3],
      ['STARTING', 'processing', 0, 0, 3],
      ['STARTED', 'processing', 1, 0, 2],
      ['STARTED', 'processing', 2, 0, 1],
      ['COMPLETED', 'completed', 3, 0, 0],
    ])
    expect((await look(job)).finishedAt).toBe('2026-01-05T10:00:03.000Z')
  })

  it('shows its people to the APIs as they come', async () => {
    await upload(world, people('a', 'b'))
    at(1500)
    expect([await personNamed(world, acme('a')), await personNamed(world, acme('b'))].map(Boolean)).toEqual([
      true,
      false,
    ])
  })

  it('CSV-1: waits for the one before, also while that is stopped', async () => {
    const { body: first } = await upload(world, people('a', 'b'))
    at(1000)
    const second = await upload(world, people('c'), 'add-only', 'second.csv')
    expect([second.status, second.body]).toEqual([
      409,
      {
        error: 'Another import is not complete: people.csv.',
        next: 'Wait until it is complete; one file is imported at a time.',
        reason: 'import-running',
        job: await look(first),
      },
    ])
    await press(first, 'pause')
    expect((await upload(world, people('c'))).status).toBe(409)
    await press(first, 'resume')
    at(2000)
    expect((await upload(world, people('c'))).status).toBe(201)
  })

  it('CSV-14: leaves the Tasks dialog box when that is closed, which needs it complete', async () => {
    const { body: job } = await upload(world, people('a'))
    const early = await press(job, 'close')
    at(1500)
    const closed = await press(job, 'close')
    at(9000)
    const again = await press(job, 'close')
    expect([early.status, early.body.error, closed.body.closedAt, again.body.closedAt]).toEqual([
      409,
      'The import is not complete.',
      '2026-01-05T10:00:01.500Z',
      '2026-01-05T10:00:01.500Z',
    ])
    expect((await world.ask('GET', '/console/csv/jobs')).body.map(({ id }: Loose) => id)).toEqual([job.id])
    expect(await (await fetch(`${world.origin}/console`)).text()).not.toContain('people.csv')
  })

  it('stops after the row at work and goes on where it stopped', async () => {
    const { body: job } = await upload(world, people('a', 'b', 'c'))
    at(1200)
    const paused = told((await press(job, 'pause')).body)
    const later = await watched(job, [1900, 60_000])
    const resumed = told((await press(job, 'resume')).body)
    expect([paused, later, resumed, await watched(job, [60_999, 61_000])]).toEqual([
      ['STOPPING', 'processing', 1, 0, 2],
      [
        ['STOPPING', 'processing', 1, 0, 2],
        ['STOPPED', 'stopped', 2, 0, 1],
      ],
      ['STARTED', 'processing', 2, 0, 1],
      [
        ['STARTED', 'processing', 2, 0, 1],
        ['COMPLETED', 'completed', 3, 0, 0],
      ],
    ])
    expect((await look(job)).finishedAt).toBe('2026-01-05T10:01:01.000Z')
  })

  it('goes on at once when it is resumed before it came to a stop', async () => {
    const { body: job } = await upload(world, people('a', 'b'))
    at(300)
    await press(job, 'pause')
    at(600)
    await press(job, 'resume')
    expect(await watched(job, [2000])).toEqual([['COMPLETED', 'completed', 2, 0, 0]])
  })

  it('keeps what was done when it is canceled, and lists the rows that were not sent', async () => {
    const { body: job } = await upload(world, people('a', 'b', 'c'))
    at(1000)
    const canceled = told((await press(job, 'cancel')).body)
    const { body: errors } = await world.ask('GET', `/console/csv/jobs/${job.id}/errors`)
    expect([canceled, errors.items.map(({ row, code }: Loose) => [row, code])]).toEqual([
      ['ABANDONED', 'canceled', 1, 2, 0],
      [
        [3, 'cancelled'],
        [4, 'cancelled'],
      ],
    ])
    const again = await press(job, 'resume')
    expect([again.status, again.body.error]).toEqual([409, 'The import is over.'])
    expect((await upload(world, people('b', 'c'))).status).toBe(201)
  })

  it('can be made to fail in the middle', async () => {
    const { body: job } = await upload(world, people('a', 'b'))
    at(1000)
    const failed = await press(job, 'fail')
    expect(told(failed.body)).toEqual(['FAILED', 'failed', 1, 1, 0])
  })

  it('is seen by a synchronization that ends in the middle as far as it was then', async () => {
    await world.close()
    world = await openWorld({ delays: { import: aRow, synchronize: 1500 } })
    const rows = ['a', 'b'].map((name) => ({ [emailHeader]: acme(name), [premium]: 'TRUE' }))
    await upload(world, sheet(...rows))
    await world.ask('POST', '/console/synchronize-users')
    at(10_000)
    const { body } = await world.ask('GET', '/console/users-module')
    const seen = body.map(({ email }: Loose) => email).filter((email: string) => email.length === 14)
    expect(seen).toEqual([acme('a')])
  })

  it('answers 404 for a job that is not there', async () => {
    const { status, body } = await world.ask('GET', '/console/csv/jobs/none')
    expect([status, body]).toEqual([
      404,
      { error: 'There is no import none.', next: 'GET /console/csv/jobs lists them.' },
    ])
  })
})

describe('the errors of an import', () => {
  it('come in pages of 200 with row, code and tracking id', async () => {
    const bad = Array.from({ length: 401 }, (_, index) => `bad${index}`)
    const { body: job } = await upload(world, csv(emailHeader, ...bad))
    at(401 * aRow)
    const page = async (number: number) =>
      (await world.ask('GET', `/console/csv/jobs/${job.id}/errors?page=${number}`)).body
    const [first, third, fourth] = [await page(1), await page(3), await page(4)]
    expect([first.items.length, { ...first, items: [] }, first.items[0]]).toEqual([
      200,
      { page: 1, pages: 3, total: 401, items: [] },
      {
        row: 2,
        email: 'bad0',
        httpStatus: null,
        code: 'email-invalid',
        message: 'bad0 is not a valid e-mail address.',
        trackingId: first.items[0].trackingId,
      },
    ])
    expect(first.items[0].trackingId).toMatch(/^ATLAS_[0-9a-f-]{36}$/)
    expect([third.items.map(({ row }: Loose) => row), fourth.items]).toEqual([[402], []])
    const refused = await world.ask('GET', `/console/csv/jobs/${job.id}/errors?page=0`)
    expect([refused.status, refused.body.error]).toEqual([400, 'page is a number from 1.'])
  })

  it('are exported as CSV', async () => {
    const { body: job } = await upload(world, csv(emailHeader, '"bad, really"'))
    at(aRow)
    const { body } = await world.ask('GET', `/console/csv/jobs/${job.id}/errors`)
    const response = await fetch(`${world.origin}/console/csv/jobs/${job.id}/errors.csv`)
    expect([response.headers.get('content-type'), parse(await response.text())]).toEqual([
      'text/csv; charset=utf-8',
      [
        ['Row', 'Email', 'Error'],
        [
          '2',
          'bad, really',
          `bad, really is not a valid e-mail address. (email-invalid) TrackingID: ${body.items[0].trackingId}`,
        ],
      ],
    ])
  })
})

describe('the page', () => {
  const page = async () => (await fetch(`${world.origin}/console`)).text()

  it('CSV-12: takes a file by its form and shows the task with what can be done', async () => {
    const form = new FormData()
    form.set('file', new File([people('a', 'b')], '<b>.csv', { type: 'text/csv' }))
    form.set('mode', 'add-and-remove')
    const sent = await fetch(`${world.origin}/console/csv/import`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
      headers: { accept: 'text/html,*/*', origin: world.origin },
    })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/console'])
    const running = await page()
    at(5000)
    const done = await page()
    const shows = (text: string) =>
      ['&lt;b&gt;.csv', 'Add and remove services</td>', '>Pause<', '>Cancel<', '>Close<'].map((part) =>
        text.includes(part),
      )
    expect([shows(running), shows(done)]).toEqual([
      [true, true, true, true, false],
      [true, true, false, false, true],
    ])
  })

  it('sends the form back with a notice when the file was refused', async () => {
    const form = new FormData()
    form.set('file', new File([''], 'empty.csv'))
    form.set('mode', 'add-only')
    const sent = await fetch(`${world.origin}/console/csv/import`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
      headers: { accept: 'text/html' },
    })
    expect(sent.headers.get('location')).toBe('/console?notice=The%20file%20is%20empty.')
  })

  it('takes no file from a page of another origin', async () => {
    const form = new FormData()
    form.set('file', new File([people('a')], 'a.csv'))
    form.set('mode', 'add-only')
    const sent = await fetch(`${world.origin}/console/csv/import`, {
      method: 'POST',
      body: form,
      headers: { origin: 'https://elsewhere.example' },
    })
    expect([sent.status, (await world.ask('GET', '/console/csv/jobs')).body]).toEqual([403, []])
  })
})

describe('bought units', () => {
  const size = (fields: object) => world.ask('POST', '/console/licenses', fields)

  it('are there for the next import', async () => {
    const { body } = await size({ offer: 'CJPPRM', subscriptionId: 'Sub-B', totalUnits: 500 })
    expect(body[2]).toEqual({
      name: 'Contact Center Premium Agent',
      offer: 'CJPPRM',
      subscriptionId: 'Sub-B',
      totalUnits: 500,
      usedUnits: 8,
      freeUnits: 492,
    })
  })

  it('cannot be fewer than are used, nor of a license that is not there', async () => {
    const answers = [
      await size({ offer: 'CJPPRM', subscriptionId: 'Sub-B', totalUnits: 7 }),
      await size({ offer: 'CJPPRM', subscriptionId: 'Sub-C', totalUnits: 7 }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([400, 404])
  })
})
