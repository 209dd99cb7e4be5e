import { describe, expect, it } from 'vitest'
import { csv, newcomers, prepared } from '../../test/imports.ts'
import { premiumPool, standardPool } from '../../test/world.ts'
import type { DirectoryPerson } from '../domain/organization.ts'
import { partPath } from './import.ts'
import {
  hasArrived,
  importedSteps,
  importTask,
  isLastPart,
  isVisible,
  lateRows,
  newImport,
  openPart,
  type PartSight,
  settledRows,
  withPart,
} from './importing.ts'
import type { Expectation, Plan } from './plan.ts'

const expectation = (row: number, more: Partial<Expectation> = {}): Expectation => ({
  email: `p${row}@acme.example`,
  row,
  batch: 1,
  isNew: true,
  entitlement: { license: 'premium', administrator: 'keep' },
  before: { license: 'none', administrator: 'none' },
  licenseIds: [premiumPool.id],
  lostLicenseIds: [],
  administrator: 'none',
  ...more,
})

const person = (licenseIds: readonly string[]): DirectoryPerson => ({
  id: 'p1',
  email: 'p1@acme.example',
  status: 'active',
  licenseIds,
  administrator: 'none',
})

const sight = (more: Partial<PartSight> = {}): PartSight => ({
  before: new Set(),
  seen: new Map(),
  refused: new Map(),
  ...more,
})

describe('files of an import', () => {
  it('C-13: take as many rows as fit, and are sorted by name as they are imported', () => {
    const { importPlan } = prepared(newcomers(5), { rowLimit: 2 })
    expect(importPlan.parts.map(({ number, from, to, path }) => [number, from, to, path])).toEqual([
      [1, 1, 2, 'people.part-01-of-3.csv'],
      [2, 3, 4, 'people.part-02-of-3.csv'],
      [3, 5, 5, 'people.part-03-of-3.csv'],
    ])
    const names = ['1.txt', '20.TSV', '300', 'a.b/list.csv'].map((path) => partPath(path, 7, 120))
    expect(names).toEqual([
      ...['1.part-007-of-120.csv', '20.part-007-of-120.csv', '300.part-007-of-120.csv'],
      'a.b/list.part-007-of-120.csv',
    ])
  })

  it('NEW-24: carry names and licenses alone, and leave the names of people who exist', () => {
    const text = csv('Ada,L,ada@acme.example,Boss,TRUE,Supervisor', 'Gracie,H,grace@acme.example,Lead,,')
    const grace = { ...person([]), email: 'grace@acme.example', firstName: 'Grace', lastName: 'Hopper' }
    const known = { people: { 'grace@acme.example': grace }, pools: [premiumPool] }
    expect(prepared(text, { known }).importPlan.parts[0]?.records).toEqual([
      ['First Name', 'Last Name', 'User ID/Email (Required)', 'Webex Contact Center Premium Agent [Sub-A]'],
      ['Ada', 'L', 'ada@acme.example', 'TRUE'],
      ['Grace', 'Hopper', 'grace@acme.example', ''],
    ])
    const all = prepared(text, { known, scope: 'all-columns' }).importPlan.parts[0]?.records
    expect(all?.map((cells) => cells[3])).toEqual(['Title', 'Boss', 'Lead'])
    expect(all?.[2]?.[0]).toBe('Gracie')
  })
})

describe('whose turn it is', () => {
  const { importPlan } = prepared(newcomers(2), { rowLimit: 1 })
  const settled = { state: 'settled', rows: [] } as const

  it('CSV-1: the next part has its turn when the one before is settled, and none when all are, or given up', () => {
    const begun = newImport(importPlan)
    const first = withPart(begun, 1, { state: 'released', before: [] })
    const second = withPart(first, 1, settled)
    const over = withPart(second, 2, settled)
    const all = [undefined, begun, first, second, over, { ...second, isCanceled: true }]
    expect(all.map((importing) => openPart(importing)?.number)).toEqual([
      ...[undefined, 1, 1, 2],
      ...[undefined, undefined],
    ])
    expect([begun, first, second, over].map(isLastPart)).toEqual([false, false, true, false])
  })

  it('CSV-12: the task has the file, the mode as the screen has it, and how it is known', () => {
    const plan = { people: [expectation(1), expectation(2)] } as unknown as Plan
    const [part] = importPlan.parts
    const task = importTask(newImport(importPlan), part!, plan)
    expect(task).toMatchObject({
      id: 'import:1',
      kind: 'import-file',
      phase: 'importing',
      people: ['p1@acme.example'],
      verifiedBy: 'reading',
      facts: { path: 'people.part-01-of-2.csv', number: 1, of: 2, rows: 1, modeName: 'Add services only' },
    })
  })
})

describe('what came of a row', () => {
  it.each([
    ['nobody is there', {}, undefined, false],
    ['the license is held', {}, [premiumPool.id], true],
    ['a unit of another subscription is held (C-14)', {}, ['premium-b'], true],
    ['the license is not held yet', {}, [], false],
    ['the other license is held still', {}, [premiumPool.id, standardPool.id], false],
    ['a license that goes is held still', { lostLicenseIds: [standardPool.id] }, [standardPool.id], false],
    [
      'nothing is wanted but the person',
      { entitlement: { license: 'none', administrator: 'keep' } },
      [standardPool.id],
      true,
    ],
    [
      'a license went (CSV-10)',
      { entitlement: { license: 'remove', administrator: 'keep' }, lostLicenseIds: [standardPool.id] },
      [],
      true,
    ],
  ] as const)('CSV-14: has arrived or not where %s', (_, more, held, isThere) => {
    const pools = [standardPool, premiumPool, { ...premiumPool, id: 'premium-b' }]
    expect(hasArrived(expectation(1, more), held && person(held), pools)).toBe(isThere)
  })

  it('CSV-14: rows that Control Hub refused are not waited for', () => {
    const people = [1, 2, 3].map((row) => expectation(row))
    const known = sight({ seen: new Map([[1, 'id']]), refused: new Map([['p2@acme.example', 'no']]) })
    expect(lateRows(people, known).map(({ row }) => row)).toEqual([3])
  })

  it('NEW-20: with every column reading back shows nothing where all licenses were so before', () => {
    const { importPlan } = prepared(newcomers(2))
    const [part] = importPlan.parts
    const all = { ...importPlan, scope: 'all-columns' } as const
    expect([0, 1, 2].map((before) => isVisible(importPlan, part!, before))).toEqual([true, true, true])
    expect([0, 1, 2].map((before) => isVisible(all, part!, before))).toEqual([true, true, false])
  })

  it('CSV-14: is done, already so or failed, with what Control Hub said and whom it created', () => {
    const people = [expectation(1), expectation(2), expectation(3), expectation(4, { isNew: false })]
    const known = sight({
      before: new Set([2]),
      seen: new Map([
        [1, 'id-1'],
        [2, 'id-2'],
        [4, 'id-4'],
      ]),
      refused: new Map([
        ['p3@acme.example', 'no such domain'],
        ['p4@acme.example', 'bad title'],
      ]),
    })
    const { importPlan } = prepared(newcomers(4))
    expect(settledRows(importPlan, people, known)).toEqual([
      { row: 1, outcome: 'done', personId: 'id-1' },
      { row: 2, outcome: 'already' },
      { row: 3, outcome: 'failed', reason: 'no such domain' },
      { row: 4, outcome: 'done' },
    ])
    expect(settledRows({ ...importPlan, scope: 'all-columns' }, people, known).slice(1)).toEqual([
      { row: 2, outcome: 'done' },
      { row: 3, outcome: 'failed', reason: 'no such domain' },
      { row: 4, outcome: 'failed', reason: 'bad title' },
    ])
  })

  it('CSV-11: settles what a file gives; of a row that failed every step, its role as well', () => {
    const step = (kind: string, row: number) => ({
      kind,
      key: `${kind}:${row}`,
      email: `p${row}@acme.example`,
    })
    const kinds = ['person.create', 'license.change', 'administrator.change']
    const plan = {
      people: [expectation(1), expectation(2)],
      steps: [1, 2].flatMap((row) => kinds.map((kind) => step(kind, row))),
    } as unknown as Plan
    const steps = importedSteps(plan, [
      { row: 1, outcome: 'done', personId: 'id-1' },
      { row: 2, outcome: 'failed' },
      { row: 9, outcome: 'done' },
    ])
    expect(
      steps.map(({ key, result }) => [key, result.outcome, result.personId, result.problem?.code]),
    ).toEqual([
      ['person.create:1', 'done', 'id-1', undefined],
      ['license.change:1', 'done', undefined, undefined],
      ...kinds.map((kind) => [`${kind}:2`, 'failed', undefined, 'import.row-unseen']),
    ])
  })
})
