import { describe, expect, it } from 'vitest'
import { openCsv } from '../src/intake/csv/open.ts'
import { requestOfRows } from '../src/intake/csv/request.ts'
import type { Command, Fact } from '../src/machine/onboarding.types.ts'
import type { View } from '../src/machine/view.types.ts'
import type { CsvDesk } from '../src/ports/csv-desk.ts'
import { judgeFile, mendSheet } from '../src/rules/judge-file.ts'
import type { Onboarding } from '../src/run/onboarding.types.ts'
import { walkToReview } from '../src/run/walk.ts'
import { parseCsv } from './corpus/reference-csv.ts'
import { createCsvDesk, type KeptFile, sourceOf } from './files.ts'
import { createWorld, openRun, premiumPool, standardPool, viewWhen } from './world.ts'

const header =
  'First Name,Last Name,User ID/Email (Required),Phone Number,Webex Contact Center Premium Agent [Sub-A],Webex Contact Center Standard Agent [Sub-A]'

const csv = (...rows: readonly string[]) => `${[header, ...rows].join('\r\n')}\r\n`

const mixed = csv(
  'Ada,Lovelace,ada@acme.example,,,TRUE',
  'Stan,Standard,stan@acme.example,,,FALSE',
  'Bad,Row,bad@acme.example,,TREU,',
)

const people = [
  { email: 'stan@acme.example', firstName: 'Stan', lastName: 'Standard', licenseIds: [standardPool.id] },
]

/** A run that stands in the stage `export` of the CSV route, and what may be sent to it. */
async function openFileRoute(
  files: Readonly<Record<string, KeptFile>> = {},
  { canImport = false, trialAccounts }: { canImport?: boolean; trialAccounts?: readonly string[] } = {},
) {
  const world = createWorld({ people })
  const { desk: reading, written } = createCsvDesk(files)
  const parts = new Set<string>()
  const writePart: NonNullable<CsvDesk['writePart']> = async (path) => {
    parts.add(path)
    return { ok: true, value: null }
  }
  const desk: CsvDesk = { ...reading, ...(canImport ? { writePart } : {}) }
  const onboarding = openRun({ ...world, ports: { ...world.ports, csvDesk: desk } }, undefined)
  const at = (stage: View['stage']) =>
    viewWhen(onboarding, (view) => view.stage === stage && view.mode !== 'working')
  const go = async (stage: View['stage'], ...commands: readonly Command[]) => {
    for (const command of commands) onboarding.send(command)
    onboarding.send({ type: 'stage.next' })
    return at(stage)
  }
  await at('prerequisites')
  if (trialAccounts !== undefined) onboarding.send({ type: 'trialAccounts.set', emails: trialAccounts })
  await go('platform')
  await go('route', { type: 'platform.choose', platform: 'new' })
  await go('export', { type: 'route.choose', route: 'csv' })
  return { world, onboarding, at, go, written, parts }
}

async function opened(onboarding: Onboarding, text: string): Promise<View> {
  onboarding.send({ type: 'file.open', file: sourceOf('people.csv', { text }) })
  return viewWhen(onboarding, ({ mode }) => mode !== 'working')
}

describe('the CSV route without a screen', () => {
  it('CSV-18: goes from export to report, with bytes that somebody sends', async () => {
    const { world, onboarding, at, go } = await openFileRoute()
    expect(onboarding.getView().position).toEqual({ number: 5, of: 15 })
    await go('import')
    expect(onboarding.getView().can.next).toEqual({
      code: 'problems-first',
      facts: { count: 1, codes: ['file.none'] },
    })
    expect((await opened(onboarding, mixed)).stage).toBe('file')
    await go('rows')
    expect(onboarding.getView().file?.rows).toEqual({
      in: 3,
      understood: 2,
      rejected: 1,
      problems: [expect.objectContaining({ code: 'csv.value-rejected', rule: 'C-7' })],
    })
    const mode = await go('mode')
    expect(mode.problems.map(({ code }) => code)).toEqual(['csv.mode-open'])
    expect(mode.file?.modes?.['add-only'].losing).toEqual([])
    expect(mode.file?.modes?.['add-and-remove'].losing).toEqual([
      expect.objectContaining({ code: 'csv.license-removed', rule: 'CSV-10' }),
    ])
    const review = await go('review', { type: 'mode.choose', mode: 'add-and-remove' })
    const rows = review.people.map(({ row }) => onboarding.getPerson(row))
    expect(rows.map((person) => [person?.email, person?.license])).toEqual([
      ['ada@acme.example', 'standard'],
      ['stan@acme.example', 'remove'],
    ])
    const { hash = '', removals } = review.plan ?? {}
    expect(removals).toBe(1)
    onboarding.send({ type: 'plan.approve', hash })
    expect(onboarding.getView().problems[0]?.code).toBe('plan.removals-unconfirmed')
    onboarding.send({ type: 'plan.approve', hash, removals: 1 })
    await at('syncing')
    expect(world.person('stan@acme.example')?.licenseIds).toEqual([])
    expect(world.person('ada@acme.example')?.licenseIds).toEqual([standardPool.id])
    await onboarding.stop()
  })

  it.each(['add-only', 'add-and-remove'] as const)(
    'L2: plans under %s what the functions of the command line plan',
    async (mode) => {
      const { onboarding, at, go } = await openFileRoute({ 'mine.csv': { text: mixed } })
      await go('import')
      onboarding.send({ type: 'file.open', file: { path: 'mine.csv' } })
      await at('file')
      await go('rows')
      await go('mode')
      const { plan } = await go('review', { type: 'mode.choose', mode })

      const read = openCsv(new TextEncoder().encode(mixed), parseCsv)
      if (!read.ok) throw new Error('unreadable')
      const known = {
        pools: [standardPool, premiumPool],
        people: { 'stan@acme.example': people[0] as never },
      }
      const judged = judgeFile(
        mendSheet(read.sheet, [], () => false),
        read.problems,
        { isRepairDecided: false },
        { mode, via: 'api', observation: known },
      )
      const request = requestOfRows(judged.reading, known, { platform: 'new' })
      const byCommand = await walkToReview(openRun(createWorld({ people }), request))
      expect(plan?.hash).toMatch(/^[0-9a-f]{64}$/)
      expect(plan?.hash).toBe(byCommand.plan?.hash)
    },
  )

  it('CSV-2: nothing goes on before it is said which damage is repaired', async () => {
    const { onboarding, go } = await openFileRoute()
    await go('import')
    const damaged = csv('Ada,Lovelace,ada@acme.example,48123456789,,TRUE')
    const file = await opened(onboarding, damaged)
    expect(file.problems.map(({ code }) => code)).toEqual(['csv.repair-open'])
    expect(file.can.next).toEqual({ code: 'problems-first', facts: { count: 1, codes: ['csv.repair-open'] } })
    onboarding.send({ type: 'damage.choose', key: '2:3:plus-lost', isRepaired: true })
    await go('rows')
    const { repaired, sheet } = onboarding.getView().file ?? {}
    expect(repaired?.map(({ proposed }) => proposed)).toEqual(['+48123456789'])
    expect(sheet?.table.records[0]?.cells[3]).toBe('+48123456789')
    onboarding.send({ type: 'stage.back' })
    onboarding.send({ type: 'repair.choose', repair: 'none' })
    await go('rows')
    expect(onboarding.getView().file?.repaired).toEqual([])
  })

  it('C-8: two licenses in a row are one decision, which is seen at once', async () => {
    const { onboarding, go } = await openFileRoute()
    await go('import')
    await opened(onboarding, csv('Ada,Lovelace,ada@acme.example,,TRUE,TRUE'))
    const rows = await go('rows')
    expect(rows.problems.map(({ code }) => code)).toEqual(['csv.nobody'])
    onboarding.send({ type: 'bothTrue.choose', bothTrue: 'keep-premium' })
    expect(onboarding.getView().can.next).toBe(true)
    await go('mode')
    const review = await go('review', { type: 'mode.choose', mode: 'add-only' })
    expect(review.people.map(({ row }) => onboarding.getPerson(row)?.license)).toEqual(['premium'])
  })

  it('NEW-22: an export is written where it was asked for, and an old one is told', async () => {
    const { onboarding, at, go, written } = await openFileRoute({
      'mine.csv': { text: mixed, baseline: { text: mixed, exportedAt: -48 * 3_600_000 } },
    })
    const order = { what: 'people', columns: 'minimal', path: 'new.csv' } as const
    onboarding.send({ type: 'export.write', order })
    await viewWhen(onboarding, ({ mode }) => mode === 'asking')
    expect(written).toEqual([order])
    expect(onboarding.getView().file?.exported).toEqual({ ...order, rows: 2, width: 5, at: 0 })
    onboarding.send({ type: 'export.write', order: { ...order, path: 'mine.csv' } })
    await viewWhen(onboarding, ({ mode }) => mode === 'asking')
    expect(onboarding.getView().problems.map(({ code }) => code)).toEqual(['file.missing'])
    await go('import')
    expect(onboarding.getView().problems.map(({ code }) => code)).toEqual(['file.none'])
    onboarding.send({ type: 'file.open', file: { path: 'mine.csv' } })
    await at('file')
    const rows = await go('rows')
    expect(rows.problems.map(({ code }) => code)).toContain('csv.export-stale')
  })

  it('M1: people entered one by one and the file are both kept when the way is changed', async () => {
    const { onboarding, at, go } = await openFileRoute()
    await go('import')
    await opened(onboarding, mixed)
    await go('rows')
    await go('mode')
    await go('review', { type: 'mode.choose', mode: 'add-only' })
    onboarding.send({ type: 'stage.jump', stage: 'route' })
    await go('people', { type: 'route.choose', route: 'manual' })
    expect(onboarding.getView().people).toEqual([])
    onboarding.send({ type: 'people.add', people: [{ email: 'grace@acme.example' }] })
    onboarding.send({ type: 'stage.back' })
    await go('export', { type: 'route.choose', route: 'csv' })
    expect(onboarding.getView().file?.opened?.path).toBe('people.csv')
    await go('import')
    await go('file')
    await go('rows')
    const mode = await go('mode')
    expect(mode.file?.answers.mode).toBe('add-only')
    const review = await go('review')
    expect(review.people.map(({ email }) => email)).toEqual(['ada@acme.example', 'stan@acme.example'])
    onboarding.send({ type: 'stage.jump', stage: 'route' })
    await at('route')
    await go('people', { type: 'route.choose', route: 'manual' })
    expect(onboarding.getView().people.map(({ email }) => email)).toEqual(['grace@acme.example'])
  })

  it('CSV-1: the same file is imported in Control Hub instead, under the same hash, and the choice is kept', async () => {
    const { onboarding, at, go, parts } = await openFileRoute({}, { canImport: true })
    await go('import')
    await opened(onboarding, mixed)
    await go('rows')
    await go('mode')
    const byApi = await go('review', { type: 'mode.choose', mode: 'add-only' })
    expect([byApi.importing, byApi.position.of]).toEqual([undefined, 15])
    onboarding.send({ type: 'stage.back' })
    await at('mode')
    const byHand = await go('review', { type: 'via.choose', via: 'control-hub' })
    expect([byHand.plan?.hash, byHand.position.of]).toEqual([byApi.plan?.hash, 16])
    expect(byHand.importing).toEqual(
      expect.objectContaining({
        mode: 'add-only',
        parts: [{ number: 1, path: 'people.part-01-of-1.csv', rows: 2, state: 'queued' }],
      }),
    )
    onboarding.send({ type: 'plan.approve', hash: byHand.plan?.hash ?? '' })
    const view = await at('importing')
    expect([view.tasks.map(({ id }) => id), [...parts]]).toEqual([['import:1'], ['people.part-01-of-1.csv']])
    await onboarding.stop()
  })

  it('CSV-1: says why nobody can import files: nothing writes them, or trial organizations come first', async () => {
    const wayOf = (view: View) =>
      view.stages
        .find(({ id }) => id === 'mode')
        ?.fields.find(({ id }) => id === 'via')
        ?.options.map(({ value, disabled, facts }) => [value, disabled?.code, facts?.['files']])
    const without = await openFileRoute()
    await without.go('import')
    await opened(without.onboarding, mixed)
    await without.go('rows')
    expect(wayOf(await without.go('mode'))).toEqual([
      ['api', undefined, undefined],
      ['control-hub', 'no-import-desk', 1],
    ])
    const refused: Fact[] = []
    without.onboarding.on('command.refused', (fact) => refused.push(fact))
    without.onboarding.send({ type: 'via.choose', via: 'control-hub' })
    expect(refused).toHaveLength(1)
    const trial = await openFileRoute({}, { canImport: true, trialAccounts: ['ada@acme.example'] })
    await trial.go('import')
    await opened(trial.onboarding, mixed)
    await trial.go('rows')
    expect(wayOf(await trial.go('mode'))?.[1]).toEqual(['control-hub', 'trial-accounts-first', 1])
  })

  it('CSV-12: says what is wrong with a file that is none, and keeps the one that was there', async () => {
    const { onboarding, go } = await openFileRoute({ 'page.csv': { text: '<!DOCTYPE html><html></html>' } })
    await go('import')
    await opened(onboarding, mixed)
    onboarding.send({ type: 'stage.back' })
    for (const [path, code] of [
      ['nowhere.csv', 'file.missing'],
      ['page.csv', 'csv.binary'],
    ] as const) {
      onboarding.send({ type: 'file.open', file: { path } })
      const view = await viewWhen(onboarding, ({ mode }) => mode === 'asking')
      expect([view.stage, ...view.problems.map((problem) => problem.code)]).toEqual(['import', code])
    }
    expect(onboarding.getView().file?.opened?.path).toBe('people.csv')
  })

  it('CSV-5: without a desk for files the route is shown, and refused', async () => {
    const onboarding = openRun(createWorld(), undefined)
    const refused: Fact[] = []
    onboarding.on('command.refused', (fact) => refused.push(fact))
    await viewWhen(onboarding, ({ stage }) => stage === 'prerequisites')
    onboarding.send({ type: 'stage.next' })
    await viewWhen(onboarding, ({ stage, mode }) => stage === 'platform' && mode === 'asking')
    onboarding.send({ type: 'platform.choose', platform: 'new' })
    onboarding.send({ type: 'stage.next' })
    onboarding.send({ type: 'route.choose', route: 'csv' })
    expect(refused).toHaveLength(1)
    const [field] = onboarding.getView().stages.find(({ id }) => id === 'route')?.fields ?? []
    expect(field?.options.map(({ value, disabled }) => [value, disabled?.code])).toEqual([
      ['manual', undefined],
      ['csv', 'no-csv-desk'],
    ])
  })

  it('CSV-6: twenty thousand rows cost a view no more than one', async () => {
    const { onboarding, go } = await openFileRoute()
    const many = csv(...Array.from({ length: 20_000 }, (_, row) => `P,${row},p${row}@acme.example,,,TRUE`))
    await go('import')
    await opened(onboarding, many)
    await go('rows')
    const before = onboarding.getView().file?.rows
    onboarding.send({ type: 'problem.acknowledge', code: 'csv.renamed', isAcknowledged: true })
    expect(onboarding.getView().file?.rows).toBe(before)
    expect(onboarding.getView().people).toEqual([])
    await onboarding.stop()
  })
})
