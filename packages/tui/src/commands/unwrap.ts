import type { Outcome } from '@wxcc-onboard/core'
import { Trouble } from '../exit.ts'

/** What a port answered, or why there is no going on. */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  const { kind, message, operation } = outcome.failure
  const isRefused = kind === 'unauthorized' || kind === 'forbidden'
  throw new Trouble(isRefused ? 'sign-in.refused' : 'connection.failed', {
    reason: `${operation}: ${message}`,
  })
}
