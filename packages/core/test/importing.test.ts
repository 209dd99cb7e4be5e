import { describe, expect, it } from 'vitest'
import type { Fact } from '../src/machine/onboarding.types.ts'
import type { View } from '../src/machine/view.types.ts'
import type { JournalEntry } from '../src/ports/journal.ts'
import type { OnboardingOptions } from '../src/run/onboarding.types.ts'
import { readRecord, recordedReport } from '../src/run/record.ts'
import { walkToReview } from '../src/run/walk.ts'
import {
  address,
  csv,
  importRecords,
  newcomers,
  type PreparedOptions,
  prepared,
  withImportDesk,
} from './imports.ts'
import { approve, createWorld, openRun, viewWhen, type World, type WorldOptions } from './world.ts'

const part = (number: number, of: number) => `people.part-0${number}-of-${of}.csv`

/** A run in which a person imports files, in a world of its own. */
function openImport(text: string, options: PreparedOptions = {}, more: WorldOptions = {}) {
  const own = createWorld({ hasDesk: true, ...more })
  const { world, files } = withImportDesk(own)
  const { request, importPlan } = prepared(text, options)
  return { world, files, request, importPlan, onboarding: openRun(world, request, { importPlan }) }
}

const isWaiting = ({ stage, mode }: View) => stage === 'importing' && mode === 'asking'

/** Until a part waits for a person, as a person does everything by themselves from then on. */
async function importEach(run: ReturnType<typeof openImport>): Promise<View> {
  const { onboarding, world, files } = run
  onboarding.on('part.released', ({ path }) => importRecords(world, files.get(path) ?? []))
  await approve(onboarding)
  return onboarding.done
}

const typesOf = (entries: readonly JournalEntry[]) => entries.map(({ type }) => type)

describe('files that a person imports', () => {
  it('CSV-1: a part is written only when the one before it was read back', async () => {
    const run = openImport(newcomers(5), { rowLimit: 2 })
    const { onboarding, world, files } = run
    await approve(onboarding)
    await viewWhen(onboarding, isWaiting)
    expect([...files.keys()]).toEqual([part(1, 3)])
    importRecords(world, files.get(part(1, 3)) ?? [])
    await viewWhen(onboarding, (view) => isWaiting(view) && view.importing?.turn?.number === 2)
    expect([...files.keys()]).toEqual([part(1, 3), part(2, 3)])
    importRecords(world, files.get(part(2, 3)) ?? [])
    await viewWhen(onboarding, (view) => isWaiting(view) && view.importing?.turn?.number === 3)
    importRecords(world, files.get(part(3, 3)) ?? [])
    const { report } = await onboarding.done
    expect(report?.counts).toEqual(expect.objectContaining({ done: 5 }))
    expect(world.writes()).toEqual([])
  })

  it('CSV-11: what an import cannot give comes after it, under the same approval', async () => {
    const text = csv('Ada,L,ada@acme.example,,TRUE,Supervisor', 'Bob,B,bob@acme.example,,,Full administrator')
    const run = openImport(text)
    const { report } = await importEach(run)
    expect(report?.isComplete).toBe(true)
    expect(run.world.writes().map(({ type }) => type)).toEqual(['setAdministrator'])
    expect(run.world.person('ada@acme.example')?.supervisor).toBe(true)
    const performed = run.world.calls.flatMap((call) => (call.type === 'perform' ? [call.id] : []))
    expect(performed).toEqual(['supervisor-role', 'synchronize'])
  })

  it('SAVE-5: a role that somebody changed meanwhile waits for an approval of its own', async () => {
    const { onboarding, world, files } = openImport(csv('Bob,B,bob@acme.example,,,Full administrator'))
    await approve(onboarding)
    await viewWhen(onboarding, isWaiting)
    importRecords(world, files.get(part(1, 1)) ?? [])
    world.change('bob@acme.example', { administrator: 'cc-service' })
    const view = await viewWhen(onboarding, ({ stage, mode }) => stage === 'saving' && mode === 'asking')
    expect([view.renewal?.people.length, world.writes()]).toEqual([1, []])
    onboarding.send({ type: 'plan.approve', hash: view.renewal?.hash ?? '' })
    const { report } = await onboarding.done
    expect([report?.isComplete, world.person('bob@acme.example')?.administrator]).toEqual([true, 'full'])
  })

  it('CSV-18: imports, then roles, then synchronizes, with a step of its own between review and saving', async () => {
    const run = openImport(newcomers(1))
    const stages: string[] = []
    run.onboarding.on('stage.entered', ({ stage }) => stages.push(stage))
    await importEach(run)
    expect(stages.slice(stages.indexOf('review'))).toEqual([
      ...['review', 'importing', 'saving', 'operator', 'syncing', 'verifying', 'report'],
    ])
    expect(run.onboarding.getView().stages.map(({ id }) => id)).toContain('importing')
  })

  it('SAVE-5: the plan is the same as through the API, and bound to every cell where files carry more', async () => {
    const text = newcomers(2)
    const { request } = prepared(text)
    const byApi = await walkToReview(openRun(createWorld(), request))
    const byHand = await walkToReview(openImport(text).onboarding)
    expect(byHand.plan?.hash).toBe(byApi.plan?.hash)
    const hashOf = async (title: string) => {
      const cells = text.replace('p1@acme.example,,', `p1@acme.example,${title},`)
      return (await walkToReview(openImport(cells, { scope: 'all-columns' }).onboarding)).plan?.hash
    }
    expect(await hashOf('Lead')).toBe(await hashOf('Lead'))
    expect(await hashOf('Lead')).not.toBe(await hashOf('Boss'))
  })

  it('SAVE-5: approval and release are on record before the file is there', async () => {
    const { world } = withImportDesk(createWorld())
    const order: string[] = []
    const { journal, csvDesk } = world.ports
    const { request, importPlan } = prepared(newcomers(1))
    const ports: World['ports'] = {
      ...world.ports,
      journal: {
        ...journal,
        append: async (run, entry) => {
          order.push(entry.type)
          await journal.append(run, entry)
        },
      },
      csvDesk: {
        ...(csvDesk as NonNullable<typeof csvDesk>),
        writePart: async (path) => {
          order.push(path)
          return { ok: true, value: null }
        },
      },
    }
    const onboarding = openRun({ ...world, ports }, request, { importPlan })
    await approve(onboarding)
    await viewWhen(onboarding, isWaiting)
    expect(order).toEqual([
      ...['run.opened', 'plan.made', 'import.planned', 'plan.approved', 'part.released'],
      part(1, 1),
    ])
    await onboarding.stop()
  })

  it('CSV-1: is refused while another import of the organization is not finished', async () => {
    const { world, onboarding } = openImport(newcomers(1))
    await approve(onboarding)
    await viewWhen(onboarding, isWaiting)
    const { request, importPlan } = prepared(csv('Other,O,other@acme.example,,TRUE,'))
    const second = openRun(world, request, { importPlan })
    const view = await walkToReview(second)
    expect(view.can.approve).toEqual(expect.objectContaining({ code: 'problems-first' }))
    expect(view.problems).toContainEqual(
      expect.objectContaining({
        code: 'import.open',
        rule: 'CSV-1',
        facts: { run: onboarding.getView().runId, path: 'people.csv' },
      }),
    )
    const refused: Fact[] = []
    second.on('command.refused', (fact) => refused.push(fact))
    second.send({ type: 'plan.approve', hash: view.plan?.hash ?? '' })
    expect([refused.length, second.getView().stage]).toEqual([1, 'review'])
    const byApi = await walkToReview(openRun(world, request))
    expect(byApi.can.approve).toBe(true)
    await onboarding.stop()
  })
})

describe('what came of the rows', () => {
  it('NEW-23: what is so already is settled without a file', async () => {
    const people = [{ email: address(1), licenseIds: ['premium-a'] }]
    const run = openImport(newcomers(1), {}, { people })
    const { report } = await importEach(run)
    expect([report?.counts.already, [...run.files]]).toEqual([1, []])
  })

  it('CSV-14: what was imported may show late, and what shows in time has arrived', async () => {
    const run = openImport(newcomers(2))
    const { onboarding, world, files } = run
    await approve(onboarding)
    await viewWhen(onboarding, isWaiting)
    onboarding.send({ type: 'task.claim', id: 'import:1' })
    const reading = await viewWhen(onboarding, (view) => view.importing?.turn?.until !== undefined)
    expect(reading.importing?.turn).toEqual({ number: 1, seen: 0, until: world.clock.now() + 30_000 })
    await world.clock.wait(20_000, new AbortController().signal)
    importRecords(world, files.get(part(1, 1)) ?? [])
    const { report } = await onboarding.done
    expect(report?.counts.done).toBe(2)
  })

  it('CSV-14: what does not show before the deadline failed, has no second try, and gets nothing else', async () => {
    const text = csv('Ada,L,ada@acme.example,,TRUE,Full administrator', 'Bob,B,bob@acme.example,,TRUE,')
    const run = openImport(text)
    const { onboarding, world, files } = run
    await approve(onboarding)
    await viewWhen(onboarding, isWaiting)
    const [headers = [], , bob = []] = files.get(part(1, 1)) ?? []
    importRecords(world, [headers, bob])
    onboarding.send({ type: 'task.claim', id: 'import:1' })
    const { report, runId } = await onboarding.done
    expect(
      report?.people.map(({ outcome, problems }) => [outcome, problems.map(({ code }) => code)]),
    ).toEqual([
      ['failed', ['import.row-unseen']],
      ['done', []],
    ])
    expect(world.writes()).toEqual([])
    expect(report?.canRetry).toBe(false)
    expect(typesOf(world.entries(runId)).at(-1)).toBe('run.finished')
  })

  it('CSV-14: rows that Control Hub names as failed are not waited for, and keep its reason', async () => {
    const own = createWorld({ hasDesk: true })
    const { world } = withImportDesk(own, (records) => {
      importRecords(own, records.slice(0, 2))
      return [{ email: address(2).toUpperCase(), reason: 'no such domain (400)' }]
    })
    const { request, importPlan } = prepared(newcomers(2))
    const onboarding = openRun(world, request, { importPlan })
    await approve(onboarding)
    const begun = world.clock.now()
    const { report } = await onboarding.done
    expect(report?.people[1]?.problems).toEqual([
      expect.objectContaining({
        code: 'import.row-refused',
        facts: { email: address(2), message: 'no such domain (400)' },
      }),
    ])
    expect(world.clock.now() - begun).toBeLessThan(30_000)
  })

  it('CSV-14: who says once more that a part is over waits no longer', async () => {
    const { onboarding } = openImport(newcomers(1))
    await approve(onboarding)
    await viewWhen(onboarding, isWaiting)
    onboarding.send({ type: 'task.claim', id: 'import:1' })
    await viewWhen(onboarding, (view) => view.importing?.turn?.until !== undefined)
    onboarding.send({ type: 'task.claim', id: 'import:1' })
    const { report } = await onboarding.done
    expect(report?.counts.failed).toBe(1)
  })

  it('CSV-14: that a part is over can be taken back while it is read back', async () => {
    const { onboarding, world } = openImport(newcomers(1))
    await approve(onboarding)
    await viewWhen(onboarding, isWaiting)
    onboarding.send({ type: 'task.claim', id: 'import:1' })
    await viewWhen(onboarding, (view) => view.importing?.turn?.until !== undefined)
    onboarding.send({ type: 'task.reopen', id: 'import:1' })
    const view = await viewWhen(onboarding, isWaiting)
    expect([view.tasks[0]?.state, view.importing?.turn]).toEqual(['open', { number: 1, seen: 0 }])
    await onboarding.stop()
    const read = readRecord(world.entries(view.runId))
    expect(read.ok && read.record.tasks['import:1']?.state).toBe('open')
  })

  it('NEW-20: rows of every column are imported whatever they held before, and only a person can tell', async () => {
    const people = [{ email: address(1), licenseIds: ['premium-a'] }]
    const { onboarding } = openImport(newcomers(1), { scope: 'all-columns' }, { people })
    await approve(onboarding)
    const { tasks } = await viewWhen(onboarding, isWaiting)
    expect(tasks.map(({ id, verifiedBy }) => [id, verifiedBy])).toEqual([['import:1', 'claim']])
    onboarding.send({ type: 'task.claim', id: 'import:1' })
    const { report } = await onboarding.done
    expect(report?.counts.done).toBe(1)
  })

  it('a look that fails is told and repeated; when it fails to the end nobody is said to have failed', async () => {
    let isDown = false
    const run = openImport(
      newcomers(1),
      {},
      {
        disturb: ({ type }) =>
          isDown && type === 'findPeople'
            ? { kind: 'refused', failure: { kind: 'network', operation: 'GET /people', message: 'down' } }
            : undefined,
      },
    )
    const { onboarding, world, files } = run
    await approve(onboarding)
    await viewWhen(onboarding, isWaiting)
    isDown = true
    onboarding.send({ type: 'task.claim', id: 'import:1' })
    const failed = await viewWhen(onboarding, ({ mode }) => mode === 'failed')
    expect([failed.stage, failed.problems.map(({ code }) => code)]).toEqual([
      'importing',
      ['failure.network'],
    ])
    isDown = false
    importRecords(world, files.get(part(1, 1)) ?? [])
    onboarding.send({ type: 'connection.retry' })
    const { report } = await onboarding.done
    expect(report?.counts.done).toBe(1)
  })
})

describe('an import that was interrupted', () => {
  const resumed = (world: World, entries: readonly JournalEntry[]): Partial<OnboardingOptions> => {
    const read = readRecord(entries)
    if (!read.ok) throw new Error(read.reason)
    return { ports: world.ports, resume: { runId: 'run-1', record: read.record } }
  }

  it('M4: killed behind any entry of its journal it goes on, loses no row and imports nothing twice', async () => {
    const whole = openImport(newcomers(4), { rowLimit: 2 })
    await importEach(whole)
    const entries = whole.world.entries('run-1')
    const approved = typesOf(entries).indexOf('plan.approved') + 1
    expect(entries.length - approved).toBeGreaterThan(5)
    for (let kept = approved; kept <= entries.length; kept += 1) {
      const imports: string[] = []
      const { world, files } = withImportDesk(createWorld({ hasDesk: true }))
      const before = entries.slice(0, kept)
      // Whatever the journal has released somebody may have imported before the kill.
      const released = before.flatMap((entry) => (entry.type === 'part.released' ? [entry.number] : []))
      for (const number of released) importRecords(world, whole.importPlan.parts[number - 1]?.records ?? [])
      const tasks = before.flatMap((entry) => (entry.type === 'task.changed' ? [entry.id] : []))
      if (tasks.includes('synchronize')) world.synchronize()
      for (const entry of before) await world.ports.journal.append('run-1', entry)
      const onboarding = openRun(world, undefined, resumed(world, before))
      onboarding.on('part.released', ({ number, path }) => {
        imports.push(String(number))
        importRecords(world, files.get(path) ?? [])
      })
      const { report } = await onboarding.done
      expect([kept, report?.counts.done, report?.isComplete]).toEqual([kept, 4, true])
      expect(imports).toEqual(['1', '2'].slice(released.length))
      const settled = world
        .entries('run-1')
        .flatMap((entry) => (entry.type === 'part.settled' ? [entry.number] : []))
      expect(settled).toEqual([1, 2])
      expect(world.writes()).toEqual([])
    }
  })

  it('M4: a word that was given before counts, and what was never imported is asked for again', async () => {
    const { onboarding, world } = openImport(newcomers(1))
    await approve(onboarding)
    await viewWhen(onboarding, isWaiting)
    const entries = [...world.entries('run-1')]
    await onboarding.stop()
    const asked = openRun(world, undefined, resumed(world, entries))
    const view = await viewWhen(asked, isWaiting)
    expect([view.tasks.map(({ id }) => id), view.importing?.turn?.seen]).toEqual([['import:1'], 0])
    await asked.stop()
    const claimed = {
      at: 1,
      type: 'task.changed',
      id: 'import:1',
      status: { state: 'claimed', verifiedFor: [] },
    } as const
    const told = openRun(world, undefined, resumed(world, [...entries, claimed]))
    expect((await told.done).report?.counts.failed).toBe(1)
  })

  it('CSV-1: given up it is over: what was imported stays, the rest was not attempted, and another may begin', async () => {
    const { onboarding, world, files } = openImport(newcomers(2), { rowLimit: 1 })
    await approve(onboarding)
    await viewWhen(onboarding, isWaiting)
    importRecords(world, files.get(part(1, 2)) ?? [])
    await viewWhen(onboarding, (view) => isWaiting(view) && view.importing?.turn?.number === 2)
    await onboarding.stop()
    await world.ports.journal.append('run-1', { at: 1, type: 'import.canceled' })
    await world.ports.journal.append('run-1', { at: 1, type: 'run.finished' })
    const read = readRecord(world.entries('run-1'))
    if (!read.ok) throw new Error(read.reason)
    const report = recordedReport(read.record)
    expect(report.people.map(({ outcome }) => outcome)).toEqual(['done', 'not-attempted'])
    expect([report.canRetry, report.tasks]).toEqual([false, []])
    const { request, importPlan } = prepared(newcomers(2))
    const again = await walkToReview(openRun(world, request, { importPlan }))
    expect(again.can.approve).toBe(true)
  })

  it('L6: what an import gave is among what can be undone', async () => {
    const run = openImport(newcomers(1))
    await importEach(run)
    const read = readRecord(run.world.entries('run-1'))
    expect(read.ok && [...read.record.given].toSorted()).toEqual([
      `create:${address(1)}`,
      `license:${address(1)}`,
    ])
    const id = run.world.person(address(1))?.id
    expect(read.ok && [...read.record.created]).toEqual([[`create:${address(1)}`, id]])
  })
})
