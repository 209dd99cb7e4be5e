import type { Dispatcher } from 'undici'
import { refuse } from './rate-limit.ts'

/** Whether a request that changes something may still go out. */
export type MayWrite = () => boolean | Promise<boolean>

/** Why a request was not sent. */
export class Withheld extends Error {
  override name = 'Withheld' as const
}

/**
 * Asks right before each attempt that changes something, after every wait: a process that slept through its wait may
 * not be the one that is to write any more.
 */
export function withholdWrites(mayWrite: MayWrite): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => {
    if (options.method === 'GET') return dispatch(options, handler)
    const send = async () => {
      if (!(await mayWrite())) throw new Withheld('it may not be sent any more')
      dispatch(options, handler)
    }
    send().catch((error) => refuse(handler, error))
    return true
  }
}
