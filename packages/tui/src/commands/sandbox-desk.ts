import type { Failure, OperatorDesk, OperatorTask, Outcome } from '@wxcc-onboard/core'
import { type DeskWorld, importInSandbox } from './sandbox-import.ts'

interface Press {
  readonly method: 'POST' | 'DELETE'
  readonly path: string
  readonly body?: object
}

/** Presses the buttons of the practice organization's console: what a person does in Control Hub. */
export function createSandboxDesk(consoleUrl: string, world: DeskWorld): OperatorDesk {
  return {
    importFile: (task, signal) => importInSandbox(consoleUrl, world, task, signal),
    perform: async (task, signal) => {
      for (const press of pressesFor(task)) {
        const outcome = await perform(consoleUrl, press, signal)
        if (!outcome.ok) return outcome
      }
      return { ok: true, value: null }
    },
  }
}

function pressesFor(task: OperatorTask): readonly Press[] {
  const forEach = (press: (email: string) => Press) => task.people.map(press)
  switch (task.kind) {
    case 'synchronize':
      return [{ method: 'POST', path: '/synchronize-users' }]
    case 'supervisor-role':
      return forEach((email) => ({
        method: 'POST',
        path: `/people/${encodeURIComponent(email)}/supervisor`,
        body: { supervisor: task.facts['change'] !== 'remove' },
      }))
    case 'administrator-role':
      return forEach((email) => ({
        method: 'POST',
        path: `/people/${encodeURIComponent(email)}/administrator-role`,
        body: { role: String(task.facts['role'] ?? 'none') },
      }))
    case 'trial-organization':
      return forEach((email) => ({
        method: 'DELETE',
        path: `/trial-organizations/${encodeURIComponent(email)}`,
      }))
    case 'import-file':
    case 'users-module':
      return []
  }
}

async function perform(consoleUrl: string, press: Press, signal: AbortSignal): Promise<Outcome<null>> {
  const operation = `${press.method} /console${press.path}`
  try {
    const response = await fetch(`${consoleUrl}${press.path}`, {
      method: press.method,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      ...(press.body === undefined ? {} : { body: JSON.stringify(press.body) }),
      signal,
    })
    if (response.ok) return { ok: true, value: null }
    return failed('invalid', operation, await response.text(), response.status)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return failed(signal.aborted ? 'canceled' : 'network', operation, message)
  }
}

function failed(kind: Failure['kind'], operation: string, message: string, status?: number): Outcome<null> {
  const failure = { kind, operation, message, ...(status === undefined ? {} : { status }) }
  return { ok: false, failure }
}
