import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { median } from './measure.ts'
import { requestFor } from './request.ts'

const tui = createRequire(new URL('../../packages/tui/package.json', import.meta.url))
const load = (name: string) => import(pathToFileURL(tui.resolve(name)).href)

/** A person of a CSV file: created, then licensed. */
const stepsEach = 2

/** So many steps have no result yet, the last half of them not even an intent. */
const open = 200

const once = fileURLToPath(new URL('./resume-once.ts', import.meta.url))

/**
 * Milliseconds that the program's thread spends on a processor from opening the journal of a run of so many steps until the
 * first person whose step is open is looked for: reading the record, signing in at an organization that answers at once, and
 * finding what is left. Each time is of a process of its own, as a person's is; its start is not counted.
 */
export async function resumeTime(path: string, steps: number, rounds: number): Promise<number> {
  await keepLongRun(path, steps)
  const times: number[] = []
  for (let round = -1; round < rounds; round += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, [once, path])
    if (round >= 0) times.push(Number(stdout))
  }
  return median(times)
}

export async function untilFirstLook(path: string): Promise<number> {
  const { openSqliteJournal } = await load('@wxcc-onboard/durable/sqlite')
  const { createOnboarding, readRecord } = await load('@wxcc-onboard/core')
  const begin = process.threadCpuUsage()
  const journal = openSqliteJournal(path)
  const reading = readRecord(await journal.load('run'))
  if (!reading.ok) throw new Error(reading.reason)
  const looked = Promise.withResolvers<readonly string[]>()
  const ports = portsOf(journal, (emails) => {
    looked.resolve(emails)
    return new Promise(() => undefined)
  })
  const onboarding = createOnboarding({ ports, resume: { runId: 'run', record: reading.record } })
  const emails = await looked.promise
  const { user, system } = process.threadCpuUsage(begin)
  if (!emails.every((email) => reading.record.inDoubt.length > 0 && email.startsWith('open.')))
    throw new Error(`looked for ${emails[0]}, whose steps are settled`)
  journal.close()
  void onboarding
  return (user + system) / 1_000
}

/** The journal as `apply` leaves it when it is killed shortly before its end. */
async function keepLongRun(path: string, steps: number): Promise<void> {
  const { openSqliteJournal } = await load('@wxcc-onboard/durable/sqlite')
  const { createOnboarding, walkToReview } = await load('@wxcc-onboard/core')
  const journal = openSqliteJournal(path)
  const request = requestOf(steps / stepsEach)
  const onboarding = createOnboarding({
    ports: portsOf(journal, async () => ({ ok: true, value: [] })),
    request,
  })
  const { plan } = await walkToReview(onboarding)
  await onboarding.stop()
  if (plan?.steps.length !== steps) throw new Error(`the plan has ${plan?.steps.length} steps`)
  const append = (entry: object): Promise<void> =>
    journal.append('run', { at: Date.now(), by: 'admin@acme.example', ...entry })
  await append({ type: 'run.opened', format: 1, organization })
  await append({ type: 'plan.made', request, plan })
  await append({ type: 'plan.approved', hash: plan.hash })
  let written: Promise<void>[] = []
  for (const [index, { key, kind }] of plan.steps.entries()) {
    const personId = kind === 'person.create' ? { personId: `person-${index}` } : {}
    const result = { outcome: 'done', ...personId }
    if (index < steps - open / 2) written.push(append({ type: 'step.intended', key }))
    if (index < steps - open) written.push(append({ type: 'step.settled', key, result }))
    if (written.length < 10_000) continue
    await Promise.all(written)
    written = []
  }
  await Promise.all(written)
  journal.close()
}

const organization = { id: '2f4f2d3c-57a9-4b7e-9f5c-0c5f0d3f1e11', name: 'Acme' }

type FindPeople = (emails: readonly string[]) => Promise<object>

/** An organization that answers at once. */
function portsOf(journal: object, findPeople: FindPeople): object {
  const answer = async (value: unknown) => ({ ok: true, value })
  const pool = {
    id: 'pool',
    license: 'standard',
    name: 'Standard',
    subscriptionId: 'Sub',
    total: 1_000_000,
    assigned: 0,
  }
  return {
    journal,
    clock: { now: () => Date.now(), wait: (milliseconds: number) => setTimeout(milliseconds) },
    ids: { next: () => 'run' },
    directory: {
      connect: () =>
        answer({
          organization,
          operator: { email: 'admin@acme.example', administrator: 'full' },
          administratorRoles: { full: 'api', 'cc-service': 'api' },
        }),
      readLicensePools: () => answer([pool]),
      readInvitationEmails: () => answer(true),
      findPeople,
    },
    contactCenter: {
      readPlatform: () => answer({ suggestion: 'new', evidence: 'contact-center-api-answers' }),
      findUsers: () => answer([]),
    },
  }
}

function requestOf(people: number): object {
  const settled = people - open / stepsEach
  const emails = Array.from(
    { length: people },
    (_, index) => `${index < settled ? 'agent' : 'open'}.${index}@acme.example`,
  )
  return requestFor('csv', emails)
}
