import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  csvOf,
  email,
  everyone,
  hashOf,
  importId,
  importsOf,
  messaging,
  newcomers,
  premium,
  type Row,
  recordsIn,
  role,
  standard,
} from './csv-world.ts'
import { createWorkspace, json, type Workspace } from './run-cli.ts'

let at: Workspace

beforeEach(() => {
  at = createWorkspace()
})

afterEach(() => at.remove())

const place = ['--platform', 'new', '--sandbox'] as const
const viaControlHub = [...place, '--via', 'control-hub', '--yes'] as const

const file = (rows: readonly Row[], name = 'people.csv') => at.file(name, csvOf(rows))

describe('Parts of a file in Control Hub', () => {
  it('CSV-1: 2,500 rows go in three files, strictly one after another, and on from any of them', async () => {
    const path = file(newcomers(2_500))
    const begun = await at.cli(['apply', path, '--mode', 'add-only', ...viaControlHub])
    expect(begun.code).toBe(5)
    const part = (number: number) => join(at.directory, `people.part-0${number}-of-3.csv`)
    expect(recordsIn(part(1)).length).toBe(1_000)
    expect(() => readFileSync(part(2))).toThrow(/ENOENT/)
    const id = importId(begun)
    const still = await at.cli(['csv', 'resume', id])
    expect([still.code, still.out.match(/Part \d of \d/g)]).toEqual([5, ['Part 1 of 3']])
    const done = await at.cli(['csv', 'resume', id, '--operator', 'auto'])
    expect([done.code, done.out.match(/Part \d of \d/g)]).toEqual([
      0,
      ['Part 1 of 3', 'Part 2 of 3', 'Part 3 of 3'],
    ])
    expect(done.out).toContain('Rows: 2,500 in = 2,500 done + 0 already so + 0 failed')
    const names = (await importsOf(at)).map(({ fileName }) => fileName)
    expect(names.toReversed()).toEqual(['part-1.csv', 'part-2.csv', 'part-3.csv'])
  })

  it('NEW-1: 1,001 rows are two files of the documented size, and one only where more is asked for', async () => {
    const path = file(newcomers(1_001))
    const plan = await at.cli(['plan', path, '--mode', 'add-only', ...place, '--via', 'control-hub'])
    expect(plan.out).toContain('1,001 rows go in 2 files of at most 1,000. [NEW-1]')
    const raised = await at.cli([
      ...['plan', path, '--mode', 'add-only', ...place],
      ...['--via', 'control-hub', '--rows', '1001'],
    ])
    expect(raised.out).toMatch(/more than the 1,000 that are documented for Contact Center/)
    const impossible = await at.cli(['plan', path, '--mode', 'add-only', ...place, '--rows', '20001'])
    expect([impossible.code, impossible.err]).toEqual([2, expect.stringContaining('from 1 to 20,000')])
  })

  it('CSV-1: a second file is refused while the first one waits, and can begin when that was given up', async () => {
    const first = await at.cli(['apply', file(newcomers(2)), '--mode', 'add-only', ...viaControlHub])
    const second = file([{ [email]: 'other@acme.example' }], 'other.csv')
    const refused = await at.cli(['apply', second, '--mode', 'add-only', ...viaControlHub])
    const id = importId(first)
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining(`csv resume ${id}`)])
    const canceled = await at.cli(['csv', 'cancel', id])
    expect([canceled.code, canceled.out]).toEqual([6, expect.stringContaining('2 in = 0 done')])
    expect(recordsIn(join(at.directory, 'people.failed.csv')).map((row) => row[email])).toEqual([
      'new.1@acme.example',
      'new.2@acme.example',
    ])
    expect((await at.cli(['csv', 'resume', id])).err).toContain('was given up')
    expect((await at.cli(['apply', second, '--mode', 'add-only', ...viaControlHub])).code).toBe(5)
  })

  it('--imported: settles the part that waits and no other, and counts what did not arrive as failed', async () => {
    const path = file(newcomers(3))
    const begun = await at.cli(['apply', path, '--mode', 'add-only', ...viaControlHub, '--rows', '2'])
    const id = importId(begun)
    const wrong = await at.cli(['csv', 'resume', id, '--imported', '2'])
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('2 is not the part that waits')])
    const claimed = await at.cli(['csv', 'resume', id, '--imported', '1'])
    expect([claimed.code, claimed.out]).toEqual([5, expect.stringContaining('Part 2 of 2')])
    const done = await at.cli(['csv', 'resume', id, '--operator', 'auto'])
    expect(done.code).toBe(6)
    expect(done.out).toContain('3 in = 1 done + 0 already so + 2 failed')
    const failed = recordsIn(join(at.directory, 'people.failed.csv'))
    expect(failed.map((row) => [row[email], row['Reason']])).toEqual([
      ['new.1@acme.example', 'It was not seen afterwards.'],
      ['new.2@acme.example', 'It was not seen afterwards.'],
    ])
  })

  it('waits until what was imported is seen, and Ctrl-C leaves an import that goes on', async () => {
    const path = file(newcomers(2))
    const args = ['apply', path, '--mode', 'add-only', ...viaControlHub, '--operator', 'wait']
    let isStopped = false
    const stopped = await at.cli(args, {
      onOutput: (text, child) => {
        if (isStopped || !text.includes('Ctrl-C stops')) return
        isStopped = true
        child.kill('SIGINT')
      },
    })
    expect([stopped.code, stopped.err]).toEqual([130, expect.stringContaining('--imported 1')])
    let [isImported, isEnded] = [false, false]
    const done = await at.cli(['csv', 'resume', importId(stopped), '--operator', 'wait'], {
      onOutput: (text, child) => {
        const [, consoleUrl] = /the sandbox has (\S+)/.exec(text) ?? []
        if (!isEnded && text.includes('Synchronize Users')) {
          isEnded = true
          child.kill('SIGINT')
        }
        if (isImported || consoleUrl === undefined) return
        isImported = true
        void fetch(`${consoleUrl}/csv/import?mode=add-only&name=people.csv`, {
          method: 'POST',
          headers: { 'content-type': 'text/csv' },
          body: readFileSync(join(at.directory, 'people.part-01-of-1.csv')),
        })
      },
    })
    expect(done.out).toContain('Part 1: 2 of 2 rows are as the file wants them; it is complete.')
    expect(done.out).toContain('2 in = ')
  })

  it('goes on only with the file as it was when it was approved', async () => {
    const path = file(newcomers(2))
    const id = importId(await at.cli(['apply', path, '--mode', 'add-only', ...viaControlHub]))
    const before = readFileSync(path)
    writeFileSync(path, csvOf(newcomers(3)))
    const refused = await at.cli(['csv', 'resume', id, '--operator', 'auto'])
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining(`csv cancel ${id}`)])
    writeFileSync(path, before)
    expect((await at.cli(['csv', 'resume', id, '--operator', 'auto'])).code).toBe(0)
  })
})

describe('What the imported files carry', () => {
  const grace = 'grace.kim@acme.example'
  const row = (more: Row): Row => ({
    [email]: grace,
    'First Name': 'Gracie',
    Title: 'Lead',
    [premium]: 'TRUE',
    ...more,
  })
  const inRemoval = ['--mode', 'add-and-remove', '--repair', 'none'] as const

  it('NEW-24: other columns stay behind, so that no FALSE of another service reaches anybody', async () => {
    const path = file([row({ [messaging]: 'FALSE' }), { [email]: 'new.1@acme.example', 'First Name': 'New' }])
    const done = await at.cli(['apply', path, ...inRemoval, ...viaControlHub, '--operator', 'auto'])
    expect(done.code).toBe(0)
    expect(recordsIn(join(at.directory, 'people.part-01-of-1.csv'))).toEqual(
      [
        { [email]: 'new.1@acme.example', 'First Name': 'New', [premium]: '' },
        { [email]: grace, 'First Name': 'Grace', [premium]: 'TRUE' },
      ].toReversed(),
    )
    const after = (await everyone(at)).get(grace)
    expect([after?.['First Name'], after?.['Title'], after?.[messaging]]).toEqual(['Grace', 'Agent', 'TRUE'])
  })

  it('NEW-20: with every column each FALSE is named and counted before the approval, and reaches Control Hub', async () => {
    const path = file([row({ [messaging]: 'FALSE', 'Basic Space Meetings': 'FALSE' })])
    const all = [...inRemoval, ...place, '--via', 'control-hub', '--all-columns']
    const plan = await at.cli(['plan', path, ...all])
    expect(plan.out).toContain(
      `− line 2: ${grace} loses, if held, ${messaging}, Basic Space Meetings [NEW-20]`,
    )
    const approved = ['apply', path, ...all, '--approve', hashOf(plan), '--operator', 'auto']
    const refused = await at.cli(approved)
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('--confirm-removals 1')])
    const done = await at.cli([...approved, '--confirm-removals', '1'])
    expect([done.code, done.out]).toEqual([0, expect.stringContaining('1 in = 1 done')])
    const after = (await everyone(at)).get(grace)
    expect([after?.['First Name'], after?.['Title'], after?.[messaging], after?.[premium]]).toEqual([
      'Gracie',
      'Lead',
      'FALSE',
      'TRUE',
    ])
  })

  it('SAVE-5: an approval is of every cell that the files carry', async () => {
    const all = [...inRemoval, ...place, '--via', 'control-hub', '--all-columns']
    const plan = await at.cli(['plan', file([row({ [messaging]: 'TRUE' })]), ...all])
    const path = file([row({ [messaging]: 'FALSE' })])
    const rest = ['--approve', hashOf(plan), '--confirm-removals', '1']
    const refused = await at.cli(['apply', path, ...all, ...rest])
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('approve')])
  })

  it('refuses every column where the way is the public API', async () => {
    const refused = await at.cli(['plan', file([row({})]), ...inRemoval, ...place, '--all-columns'])
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--via control-hub')])
  })
})

describe('Both ways', () => {
  it('CSV-10: add-and-remove leaves the same organization through the API as through Control Hub', async () => {
    const rows: Row[] = [
      {
        [email]: 'stan.standard@acme.example',
        [premium]: 'TRUE',
        [standard]: 'FALSE',
        'Last Name': 'Standard',
      },
      { [email]: 'grace.kim@acme.example', [premium]: 'FALSE', [standard]: 'FALSE' },
      {
        [email]: 'eve.existing@acme.example',
        [standard]: 'TRUE',
        [premium]: 'FALSE',
        'Last Name': 'Renamed',
      },
      { [email]: 'new.1@acme.example', [premium]: 'TRUE', [standard]: '', 'Last Name': 'One' },
      { [email]: 'new.2@acme.example', [premium]: 'FALSE', [standard]: 'FALSE', 'Last Name': 'Two' },
      { [email]: 'noah.williams@acme.example', [premium]: '', [standard]: '' },
    ]
    const states = []
    for (const via of ['api', 'control-hub']) {
      const own = createWorkspace()
      try {
        const path = own.file('people.csv', csvOf(rows))
        const done = await own.cli([
          ...['apply', path, '--mode', 'add-and-remove', ...place, '--via', via, '--yes'],
          ...['--confirm-removals', '1', '--operator', 'auto'],
        ])
        expect([via, done.code, done.err]).toEqual([via, 0, expect.any(String)])
        expect(done.out).toContain('6 in = 5 done + 1 already so')
        states.push([...(await everyone(own)).values()].map(withoutTimes))
      } finally {
        own.remove()
      }
    }
    expect(states[1]).toEqual(states[0])
    const people = new Map(states[0]?.map((person) => [person[email], person]))
    expect(people.get('stan.standard@acme.example')).toEqual(
      expect.objectContaining({ [premium]: 'TRUE', [standard]: 'FALSE' }),
    )
    expect(people.get('eve.existing@acme.example')).toEqual(
      expect.objectContaining({ 'Last Name': 'Existing' }),
    )
  })

  const withoutTimes = ({ 'Last Service Accessed Time': _, ...row }: Row): Row => row
})

describe('Killed', () => {
  const rows = newcomers(4, { [premium]: 'TRUE', [role]: 'Agent' })
  const people = async (own: Workspace) =>
    [...(await everyone(own)).values()].map(({ 'Last Service Accessed Time': _, ...row }) => row)
  const apply = (own: Workspace, options?: Parameters<Workspace['cli']>[1]) => {
    const path = own.file('people.csv', csvOf(rows))
    const words = ['apply', path, '--mode', 'add-only', ...viaControlHub, '--rows', '2', '--operator', 'auto']
    return own.cli(words, options)
  }

  it.each(['Part 1 of 2', 'Part 1: ', 'Part 2 of 2', 'All parts', 'Synchronizing', 'Verifying'])(
    'M4: at "%s" it goes on, and leaves the organization that an undisturbed run leaves',
    async (instant) => {
      const undisturbed = createWorkspace()
      try {
        expect((await apply(undisturbed)).code).toBe(0)
        let isKilled = false
        const killed = await apply(at, {
          onOutput: (text, child) => {
            if (isKilled || !text.includes(instant)) return
            isKilled = true
            child.kill('SIGKILL')
          },
        })
        expect(isKilled).toBe(true)
        const done = await at.cli(['csv', 'resume', importId(killed), '--operator', 'auto'])
        const isOver = done.code === 2 && done.err.includes('is finished')
        expect([done.code, isOver || done.out.includes('Rows: 4 in = 4 done')]).toEqual([
          isOver ? 2 : 0,
          true,
        ])
        expect(await people(at)).toEqual(await people(undisturbed))
      } finally {
        undisturbed.remove()
      }
    },
  )
})

describe('A plan that was saved', () => {
  it('brings the options along under which it was made, and nothing that confirms', async () => {
    const path = file([{ [email]: 'grace.kim@acme.example', [premium]: 'FALSE' }])
    await at.cli(['plan', path, '--mode', 'add-and-remove', ...place, '-o', 'plan.json'])
    const other = await at.cli(['apply', 'plan.json', '--mode', 'add-only', '--sandbox', '--yes'])
    expect([other.code, other.err]).toEqual([2, expect.stringContaining('--mode')])
    const planPath = join(at.directory, 'plan.json')
    const saved = JSON.parse(readFileSync(planPath, 'utf8'))
    saved.csv.options.confirmRemovals = '1'
    writeFileSync(planPath, JSON.stringify(saved))
    const edited = await at.cli(['apply', 'plan.json', '--sandbox', '--yes'])
    expect([edited.code, edited.err]).toEqual([3, expect.stringContaining('--confirm-removals 1')])
  })

  it('is refused when its file has changed since', async () => {
    const path = file(newcomers(1))
    await at.cli(['plan', path, '--mode', 'add-only', ...place, '-o', 'plan.json'])
    file(newcomers(2))
    const refused = await at.cli(['apply', 'plan.json', '--sandbox', '--yes', '--json'])
    expect([refused.code, json(refused)['error']]).toEqual([
      3,
      expect.objectContaining({ code: 'csv.changed' }),
    ])
  })
})

describe('After an import', () => {
  it('the same run is resumed by either command, told by status and tasks, and audited part by part', async () => {
    const path = file(newcomers(2))
    const id = importId(await at.cli(['apply', path, '--mode', 'add-only', ...viaControlHub, '--rows', '1']))
    const open = await at.cli(['tasks', id])
    expect(open.out).toContain('people.part-01-of-2.csv')
    const claimed = await at.cli(['tasks', id, 'done', 'import:1'])
    expect(claimed.code).toBe(0)
    const next = await at.cli(['resume', id])
    expect([next.code, next.out]).toEqual([5, expect.stringContaining('Part 2 of 2')])
    expect((await at.cli(['resume', id, '--operator', 'auto'])).code).toBe(6)
    const { out } = await at.cli(['audit', id])
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['import.planned', 'part.released', 'part.settled']),
    )
    expect(lines.find(({ event, part }) => event === 'part.settled' && part === 1)).toEqual(
      expect.objectContaining({ rows: [{ row: 1, email: 'new.1@acme.example', outcome: 'failed' }] }),
    )
    const bundle = await at.cli(['audit', id, '--pseudonymize'])
    expect(bundle.out).not.toContain('acme.example')
  })

  it('L6: an import is undone like any other run', async () => {
    const path = file([
      { [email]: 'grace.kim@acme.example', [premium]: '' },
      ...newcomers(1, { [premium]: 'TRUE' }),
    ])
    const id = importId(
      await at.cli(['apply', path, '--mode', 'add-only', ...viaControlHub, '--operator', 'auto']),
    )
    const undo = await at.cli(['undo', id, '--plan-only'])
    expect([undo.code, undo.out]).toEqual([0, expect.stringContaining('new.1@acme.example')])
  })
})
