import { deepStrictEqual, ok, rejects, strictEqual } from 'node:assert/strict'
import type { Clock, JournalEntry } from '@wxcc-onboard/core'
import type { JournalFixture } from './conformance.ts'
import { type Lease, type LeasingJournal, type LeasingProcess, leaseDuration } from './lease.ts'

/** Time that passes when it is told to, for everyone who waits at once. */
function createClock() {
  let now = 1_000_000
  const waiting = new Set<() => void>()
  const clock: Clock = {
    now: () => now,
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        const due = now + milliseconds
        const look = () => {
          if (now < due && !signal.aborted) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        signal.addEventListener('abort', look)
        look()
      }),
  }
  return {
    clock,
    pass: async (milliseconds: number) => {
      now += milliseconds
      for (const look of [...waiting]) look()
      await new Promise((resolve) => setImmediate(resolve))
    },
    /** The timers of a process that sleeps or is dead do not ring. */
    stopTimers: () => waiting.clear(),
  }
}

interface World {
  readonly one: LeasingJournal
  readonly two: LeasingJournal
  readonly pass: (milliseconds: number) => Promise<void>
  /** The first process is not heard of any more. */
  readonly freezeOne: () => void
  readonly killOne: () => void
}

async function inWorld(fixture: JournalFixture, secondHost = 'here'): Promise<World> {
  const [first, second] = [createClock(), createClock()]
  let isAlive = true
  const processOn = (pid: number, host: string): LeasingProcess => ({
    pid,
    host,
    space: host,
    isAlive: () => isAlive,
  })
  const one = await fixture.open({ clock: first.clock, process: processOn(1, 'here') })
  const two = await fixture.open({ clock: second.clock, process: processOn(2, secondHost) })
  ok('lease' in one && 'lease' in two, 'the journal has no leases')
  await one.append('run', opened)
  return {
    one,
    two,
    pass: async (milliseconds) => {
      await first.pass(milliseconds)
      await second.pass(milliseconds)
    },
    freezeOne: first.stopTimers,
    killOne: () => {
      first.stopTimers()
      isAlive = false
    },
  }
}

const opened: JournalEntry = { at: 1, type: 'run.opened', format: 1, organization: { id: 'o', name: 'O' } }
const intended: JournalEntry = { at: 2, type: 'step.intended', key: 'x' }

async function leased(journal: LeasingJournal): Promise<Lease> {
  const answer = await journal.lease('run')
  ok(answer.ok, 'the lease was refused')
  return answer.lease
}

async function refusedTo(journal: LeasingJournal): Promise<object> {
  const answer = await journal.lease('run')
  ok(!answer.ok, 'the lease was given to two')
  return answer.holder
}

export const leaseChecks: Readonly<Record<string, (fixture: JournalFixture) => Promise<void>>> = {
  'LEASE: gives a run to one process and tells the other who has it': async (fixture) => {
    const { one, two } = await inWorld(fixture)
    await leased(one)
    const expiresAt = 1_000_000 + leaseDuration
    deepStrictEqual(await refusedTo(two), { pid: 1, host: 'here', since: 1_000_000, expiresAt })
    await refusedTo(one)
    ok((await two.lease('another')).ok, 'a lease keeps other runs away too')
  },
  'LEASE: gives the run back when it is released or the journal closed': async (fixture) => {
    const { one, two } = await inWorld(fixture)
    await (await leased(one)).release()
    await (await leased(two)).release()
    await leased(one)
    one.close()
    await leased(two)
  },
  'LEASE: is renewed for as long as it is held': async (fixture) => {
    const { one, two, pass } = await inWorld(fixture)
    await leased(one)
    for (let third = 0; third < 30; third += 1) await pass(leaseDuration / 3)
    await refusedTo(two)
    await one.append('run', intended)
  },
  'LEASE: of a process that is seen to be dead is given away at once': async (fixture) => {
    const { one, two, killOne } = await inWorld(fixture)
    await leased(one)
    killOne()
    await leased(two)
    await two.append('run', intended)
  },
  'LEASE: of a process that nobody can see is given away when it has run out': async (fixture) => {
    const { one, two, pass, killOne } = await inWorld(fixture, 'there')
    await leased(one)
    killOne()
    await pass(leaseDuration - 1)
    await refusedTo(two)
    await pass(1)
    await leased(two)
  },
  'LEASE: keeps a process that slept from appending after another took over': async (fixture) => {
    const { one, two, pass, freezeOne } = await inWorld(fixture)
    await leased(one)
    freezeOne()
    await pass(leaseDuration)
    const lease = await leased(two)
    await rejects(one.append('run', intended), /worked on by process 2/)
    await two.append('run', intended)
    await lease.release()
    await rejects(one.append('run', intended), /took run run over/)
    strictEqual((await one.load('run')).length, 2)
  },
  'LEASE: tells before a write whether it is still held, and is renewed when it only ran out': async (
    fixture,
  ) => {
    const { one, two, pass, freezeOne } = await inWorld(fixture)
    const lease = await leased(one)
    freezeOne()
    await pass(leaseDuration)
    strictEqual(await one.holdsItsRuns(), true)
    await refusedTo(two)
    await pass(leaseDuration)
    const taken = await leased(two)
    strictEqual(await one.holdsItsRuns(), false)
    strictEqual(await two.holdsItsRuns(), true)
    await taken.release()
    strictEqual(await one.holdsItsRuns(), false)
    await lease.release()
    strictEqual(await one.holdsItsRuns(), true)
  },
  'LEASE: goes on after a sleep when nobody took over': async (fixture) => {
    const { one, pass, freezeOne } = await inWorld(fixture)
    await leased(one)
    freezeOne()
    await pass(100 * leaseDuration)
    await one.append('run', intended)
  },
  'LEASE: keeps those without one from appending, but for what a person says of a task': async (fixture) => {
    const { one, two } = await inWorld(fixture)
    const lease = await leased(one)
    await rejects(two.append('run', intended), /worked on by process 1 on here since 1970/)
    await two.append('run', {
      at: 3,
      type: 'task.changed',
      id: 't',
      status: { state: 'claimed', verifiedFor: [] },
    })
    await lease.release()
    await two.append('run', intended)
  },
}
