import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Comparison, compare } from './measure.ts'
import type { Row } from './row.ts'

const tui = createRequire(new URL('../../packages/tui/package.json', import.meta.url))
const load = (name: string) => import(pathToFileURL(tui.resolve(name)).href)

const people = 100
const steps = 200_000

/** What keeping a run costs an apply at full speed, and how long a run of 200,000 settled steps takes to be read. */
export async function benchJournal(rounds: number): Promise<readonly Row[]> {
  const directory = mkdtempSync(join(tmpdir(), 'wxcc-bench-'))
  const { openSqliteJournal } = await load('@wxcc-onboard/durable/sqlite')
  const { createMemoryJournal } = await load('@wxcc-onboard/durable/memory')
  const sqlite = () => openSqliteJournal(join(mkdtempSync(join(directory, 'run-')), 'runs.db'))
  try {
    const applies = await compare(rounds, () => applyWith(createMemoryJournal()), {
      'apply with SQLite journal': () => applyWith(sqlite()),
    })
    const milliseconds = await resumeTime(join(directory, 'long.db'))
    const resume: Comparison = { milliseconds, baseline: 2_000, ratio: milliseconds / 2_000 }
    return [
      ...Object.entries(applies).map(([what, comparison]) => ({
        what,
        comparison,
        against: 'memory journal',
        limit: 1.05,
      })),
      { what: 'reading 200,000 settled steps', comparison: resume, against: 'two seconds', limit: 1 },
    ]
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

async function applyWith(journal: { close(): void }): Promise<number> {
  const { createOnboarding, walkToReview } = await load('@wxcc-onboard/core')
  const { createSandbox } = await load('@wxcc-onboard/sandbox')
  const { createWebexClient } = await load('@wxcc-onboard/api-client')
  const { createPorts } = await load('@wxcc-onboard/api-client/ports')
  const sandbox = createSandbox()
  const { webexUrl, contactCenterUrl, consoleUrl } = await sandbox.listen({ port: 0 })
  await fetch(`${consoleUrl}/licenses`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ offer: 'CJPSTD', subscriptionId: 'Sub-A', totalUnits: 5_000 }),
  })
  const client = createWebexClient({
    webexUrl,
    contactCenterUrl,
    token: sandbox.issueToken(),
    requestsPerMinute: Number.POSITIVE_INFINITY,
  })
  const clock = {
    now: () => Date.now(),
    wait: (ms: number) => new Promise<void>((end) => setTimeout(end, ms)),
  }
  const onboarding = createOnboarding({
    ports: { ...createPorts(client), journal, clock, ids: { next: () => 'run' } },
    request: requestOf(people),
  })
  try {
    const { plan } = await walkToReview(onboarding)
    const begin = performance.now()
    const saved = new Promise<void>((resolve) => {
      onboarding.on('stage.entered', ({ stage }: { stage: string }) => {
        if (stage !== 'saving') resolve()
      })
    })
    onboarding.send({ type: 'plan.approve', hash: plan.hash })
    await saved
    return performance.now() - begin
  } finally {
    await onboarding.stop()
    await client.close()
    await sandbox.close()
    journal.close()
  }
}

function requestOf(count: number): object {
  return {
    format: 1,
    route: 'manual',
    platform: 'new',
    entry: 'email',
    batchSize: 25,
    trialAccounts: [],
    sameForAll: { license: 'standard', administrator: 'keep' },
    people: Array.from({ length: count }, (_, index) => ({ email: `agent.${index}@acme.example` })),
    subscriptions: {},
    acknowledge: [],
  }
}

/** Own time until the record is there: no request is made. */
async function resumeTime(path: string): Promise<number> {
  const { openSqliteJournal } = await load('@wxcc-onboard/durable/sqlite')
  const { readRecord } = await load('@wxcc-onboard/core')
  await writeLongRun(path)
  const times: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const begin = performance.now()
    const journal = openSqliteJournal(path)
    const reading = readRecord(await journal.load('run'))
    times.push(performance.now() - begin)
    journal.close()
    if (!reading.ok || Object.keys(reading.record.results).length !== steps) throw new Error('not read whole')
  }
  return times.toSorted((a, b) => a - b)[1] ?? Number.NaN
}

async function writeLongRun(path: string): Promise<void> {
  const { DatabaseSync } = await import('node:sqlite')
  const { openSqliteJournal } = await load('@wxcc-onboard/durable/sqlite')
  openSqliteJournal(path).close()
  const { createStore } = await import('../../packages/durable/src/sqlite-store.ts')
  const db = new DatabaseSync(path)
  const store = createStore(db)
  const organization = { id: 'o', name: 'Acme' }
  const keys = Array.from({ length: steps }, (_, index) => `license:agent.${index}@acme.example`)
  const planSteps = keys.map((key, row) => ({
    key,
    kind: 'license.change',
    email: key.slice(8),
    row,
    batch: 1,
    rule: 'SAVE-5',
    after: [],
    add: ['pool'],
    remove: [],
  }))
  const plan = { hash: 'f'.repeat(64), organization, steps: planSteps, people: [], tasks: [], units: [] }
  const by = 'admin@acme.example'
  const write = (entry: object) => store.write('run', { at: 1, by, ...entry } as never)
  db.exec('BEGIN')
  write({ type: 'run.opened', format: 1, organization })
  write({ type: 'plan.made', request: requestOf(steps), plan })
  write({ type: 'plan.approved', hash: plan.hash })
  for (const key of keys) {
    write({ type: 'step.intended', key })
    write({ type: 'step.settled', key, result: { outcome: 'done' } })
  }
  db.exec('COMMIT')
  db.close()
}
