import type { ImportPart, ImportState } from '../csv/import-state.ts'
import { Trouble } from '../exit.ts'
import { commandFor } from './command-for.ts'
import type { Context, PlaceOptions } from './context.ts'
import type { Place } from './place.ts'

/** What Control Hub said of rows, by address in lower case. */
export type ConsoleErrors = ReadonlyMap<string, string>

interface Job {
  readonly id: string
  readonly state: string
}

interface ErrorPage {
  readonly pages: number
  readonly items: readonly { readonly email: string; readonly code: string; readonly message: string }[]
}

/** Does on the practice organization's console what a person does in Control Hub (CSV-12 to CSV-14). */
export async function importInSandbox(
  context: Context<PlaceOptions>,
  { consoleUrl }: Place,
  state: ImportState,
  part: ImportPart,
): Promise<ConsoleErrors> {
  if (consoleUrl === undefined) throw new Trouble('operator.auto-refused')
  const { clock } = context.world
  const name = encodeURIComponent(`part-${part.number}.csv`)
  const ask = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const response = await fetch(`${consoleUrl}/csv/${path}`, init)
    const body: unknown = await response.json()
    if (response.ok) return body as T
    const reason = String((body as { error?: unknown }).error ?? response.status)
    throw new Trouble('csv.import-refused', {
      reason,
      command: commandFor(context.options, 'csv', 'resume', state.id),
    })
  }
  const headers = { 'content-type': 'text/csv', accept: 'application/json' }
  let job = await ask<Job>(`import?mode=${state.mode}&name=${name}`, {
    method: 'POST',
    headers,
    body: part.text,
  })
  while (!over.has(job.state)) {
    await clock.wait(100, new AbortController().signal)
    job = await ask<Job>(`jobs/${job.id}`)
  }
  const errors = new Map<string, string>()
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const found = await ask<ErrorPage>(`jobs/${job.id}/errors?page=${page}`)
    pages = found.pages
    for (const { email, code, message } of found.items)
      errors.set(email.toLowerCase(), `${message} (${code})`)
  }
  await ask<Job>(`jobs/${job.id}/close`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  return errors
}

const over: ReadonlySet<string> = new Set(['COMPLETED', 'FAILED', 'ABANDONED', 'STOPPED'])
