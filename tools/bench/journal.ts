import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Comparison, compare, processorTime } from './measure.ts'
import { newAddresses, requestFor } from './request.ts'
import { resumeTime } from './resume.ts'
import type { Row } from './row.ts'

const tui = createRequire(new URL('../../packages/tui/package.json', import.meta.url))
const load = (name: string) => import(pathToFileURL(tui.resolve(name)).href)

/** So many that what comes once in a run, as its approval, weighs as little as it does for those who wait. */
const sizes = { manual: 300, csv: 1_000 } as const

type Route = keyof typeof sizes
const steps = 200_000

/**
 * What keeping a run costs an apply at full speed, and our own time until a run of 200,000 steps goes on. Full speed is
 * the organization in the same process, over sockets, without a pause between requests: what one process can do at all.
 */
export async function benchJournal(rounds: number): Promise<readonly Row[]> {
  const directory = mkdtempSync(join(tmpdir(), 'wxcc-bench-'))
  const { openSqliteJournal } = await load('@wxcc-onboard/durable/sqlite')
  const { createMemoryJournal } = await load('@wxcc-onboard/durable/memory')
  const sqlite = () => openSqliteJournal(join(mkdtempSync(join(directory, 'run-')), 'runs.db'))
  try {
    const applies: Record<string, Comparison> = {}
    for (const route of ['manual', 'csv'] as const) {
      const memory = () => applyWith(route, createMemoryJournal())
      const kept = () => applyWith(route, sqlite())
      const people = `${sizes[route]} people ${route === 'manual' ? 'side by side' : 'in waves'}`
      Object.assign(
        applies,
        await compare(rounds, async () => (await memory()).elapsed, {
          [`${people}, SQLite journal`]: async () => (await kept()).elapsed,
        }),
        await compare(Math.ceil(rounds / 2), async () => (await memory()).processor, {
          [`${people}, its processor time`]: async () => (await kept()).processor,
        }),
      )
    }
    const milliseconds = await resumeTime(
      join(directory, 'long.db'),
      steps,
      Math.max(3, Math.ceil(rounds / 3)),
    )
    const resume: Comparison = { milliseconds, baseline: 2_000, ratio: milliseconds / 2_000 }
    return [
      ...Object.entries(applies).map(([what, comparison]) => ({
        what,
        comparison,
        against: 'memory journal',
        limit: 1.05,
      })),
      {
        what: 'resuming 200,000 steps, processor time',
        comparison: resume,
        against: 'two seconds',
        limit: 1,
      },
    ]
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Milliseconds from the approval to the end of saving: elapsed, and of the processor. */
async function applyWith(
  route: Route,
  journal: { close(): void },
): Promise<{ elapsed: number; processor: number }> {
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
    request: requestFor(route, newAddresses(sizes[route])),
  })
  try {
    const { plan } = await walkToReview(onboarding)
    const [begin, cpu] = [performance.now(), process.cpuUsage()]
    const saved = new Promise<void>((resolve) => {
      onboarding.on('stage.entered', ({ stage }: { stage: string }) => {
        if (stage !== 'saving') resolve()
      })
    })
    onboarding.send({ type: 'plan.approve', hash: plan.hash })
    await saved
    return { elapsed: performance.now() - begin, processor: processorTime(cpu) }
  } finally {
    await onboarding.stop()
    await client.close()
    await sandbox.close()
    journal.close()
  }
}
