import type { OperatorTask, Outcome, RefusedRow } from '@wxcc-onboard/core'
import type { World } from '../compose.ts'

/** What the practice organization's stand-in for a person needs of the world. */
export interface DeskWorld {
  readonly clock: World['clock']
  readonly files: Pick<World['files'], 'read'>
}

interface Job {
  readonly id: string
  readonly state: string
}

interface ErrorPage {
  readonly pages: number
  readonly items: readonly { readonly email: string; readonly code: string; readonly message: string }[]
}

const over: ReadonlySet<string> = new Set(['COMPLETED', 'FAILED', 'ABANDONED', 'STOPPED'])

const pause = 100

/** Does on the practice organization's console what a person does in Control Hub (CSV-12 to CSV-14). */
export async function importInSandbox(
  consoleUrl: string,
  { clock, files }: DeskWorld,
  { facts }: OperatorTask,
  signal: AbortSignal,
): Promise<Outcome<readonly RefusedRow[]>> {
  const operation = 'POST /console/csv/import'
  const ask = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const response = await fetch(`${consoleUrl}/csv/${path}`, { ...init, signal })
    const body: unknown = await response.json()
    if (response.ok) return body as T
    throw new Refusal(String((body as { error?: unknown }).error ?? response.status))
  }
  try {
    const body = new Uint8Array(files.read(String(facts['path'])))
    const headers = { 'content-type': 'text/csv', accept: 'application/json' }
    const query = `mode=${facts['mode']}&name=part-${facts['number']}.csv`
    let job = await ask<Job>(`import?${query}`, { method: 'POST', headers, body })
    while (!over.has(job.state)) {
      await clock.wait(pause, signal)
      job = await ask<Job>(`jobs/${job.id}`)
    }
    const refused = await readErrors(job, ask)
    const close = { 'content-type': 'application/json' }
    await ask<Job>(`jobs/${job.id}/close`, { method: 'POST', headers: close, body: '{}' })
    return { ok: true, value: refused }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const kind = signal.aborted ? 'canceled' : error instanceof Refusal ? 'invalid' : 'network'
    return { ok: false, failure: { kind, operation, message } }
  }
}

async function readErrors({ id }: Job, ask: <T>(path: string) => Promise<T>): Promise<readonly RefusedRow[]> {
  const refused: RefusedRow[] = []
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const found = await ask<ErrorPage>(`jobs/${id}/errors?page=${page}`)
    pages = found.pages
    refused.push(
      ...found.items.map(({ email, code, message }) => ({ email, reason: `${message} (${code})` })),
    )
  }
  return refused
}

/** What the console answers to a file that it does not take. */
class Refusal extends Error {}
