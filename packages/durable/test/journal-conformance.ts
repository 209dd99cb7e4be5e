import type { Journal, JournalEntry, Plan, Request } from '@wxcc-onboard/core'
import { afterEach, describe, expect, it } from 'vitest'

/** A journal under test; `reopen` gives one on the same runs, as after a restart. */
export interface JournalUnderTest {
  readonly journal: Journal
  reopen(): Promise<Journal>
  dispose(): Promise<void>
}

const organization = { id: 'a-b-c', name: 'Acme' }

const request: Request = {
  format: 1,
  entry: 'email',
  batchSize: 25,
  trialAccounts: [],
  sameForAll: { license: 'premium', administrator: 'keep' },
  people: [{ email: 'ada@acme.example' }, { email: 'łucja@acme.example' }],
  subscriptions: {},
  acknowledge: [],
}

const plan: Plan = {
  format: 1,
  organization,
  platform: 'new',
  people: [],
  steps: [],
  tasks: [],
  units: [],
  forecast: { calls: 0, seconds: 0 },
  invitations: 0,
  hash: 'f'.repeat(64),
}

const opened = (at: number): JournalEntry => ({ at, type: 'run.opened', format: 1, organization })

const settled = (at: number, key: string): JournalEntry => ({
  at,
  type: 'step.settled',
  key,
  result: { outcome: 'done' },
})

const wholeRun: readonly JournalEntry[] = [
  opened(1),
  { at: 2, type: 'plan.made', request, plan },
  { at: 3, type: 'plan.approved', hash: plan.hash },
  { at: 4, type: 'step.intended', key: 'create:ada@acme.example' },
  settled(5, 'create:ada@acme.example'),
  { at: 6, type: 'task.changed', id: 'synchronize', status: { state: 'claimed', verifiedFor: [] } },
  { at: 7, type: 'run.stopped' },
  { at: 8, type: 'run.finished' },
]

/** What every journal must keep; run it on each implementation. */
export function describeJournal(name: string, open: () => Promise<JournalUnderTest>): void {
  describe(`${name} as a journal`, () => {
    let current: JournalUnderTest | undefined
    const start = async () => {
      current = await open()
      return current
    }
    afterEach(async () => {
      await current?.dispose()
      current = undefined
    })

    it('has no runs at first, and an unknown run has no entries', async () => {
      const { journal } = await start()
      expect(await journal.list()).toEqual([])
      expect(await journal.load('nobody')).toEqual([])
    })

    it('gives every kind of entry back as it was appended, in order', async () => {
      const { journal } = await start()
      for (const entry of wholeRun) await journal.append('run', entry)
      expect(await journal.load('run')).toEqual(wholeRun)
    })

    it('keeps the order of entries appended without waiting', async () => {
      const { journal } = await start()
      await journal.append('run', opened(1))
      const entries = Array.from({ length: 200 }, (_, index) => settled(2, `step:${index}`))
      await Promise.all(entries.map((entry) => journal.append('run', entry)))
      expect(await journal.load('run')).toEqual([opened(1), ...entries])
    })

    it('keeps runs apart', async () => {
      const { journal } = await start()
      for (const run of ['one', 'two']) await journal.append(run, opened(1))
      await journal.append('two', settled(2, 'x'))
      expect(await journal.load('one')).toEqual([opened(1)])
      expect(await journal.load('two')).toEqual([opened(1), settled(2, 'x')])
    })

    it('summarizes a run as it goes on', async () => {
      const { journal } = await start()
      const states: string[] = []
      for (const entry of [...wholeRun, { at: 9, type: 'step.intended', key: 'again' } as const]) {
        await journal.append('run', entry)
        states.push((await journal.list())[0]!.state)
      }
      expect(states).toEqual([
        'unapproved',
        'unapproved',
        'unfinished',
        'unfinished',
        'unfinished',
        'unfinished',
        'unfinished',
        'finished',
        'unfinished',
      ])
      expect(await journal.list()).toEqual([
        { runId: 'run', organization, openedAt: 1, changedAt: 9, people: 2, state: 'unfinished' },
      ])
    })

    it('lists the run that changed last first', async () => {
      const { journal } = await start()
      await journal.append('old', opened(1))
      await journal.append('new', opened(2))
      await journal.append('old', settled(3, 'x'))
      expect((await journal.list()).map(({ runId }) => runId)).toEqual(['old', 'new'])
    })

    it('refuses an entry of a run that was never opened, and keeps nothing of it', async () => {
      const { journal } = await start()
      await expect(journal.append('ghost', settled(1, 'x'))).rejects.toThrow(/run\.opened/)
      expect(await journal.load('ghost')).toEqual([])
    })

    it('has everything after a restart', async () => {
      const under = await start()
      for (const entry of wholeRun) await under.journal.append('run', entry)
      const again = await under.reopen()
      expect(await again.load('run')).toEqual(wholeRun)
      expect((await again.list())[0]!.state).toBe('finished')
    })
  })
}
