import type { Dispatcher } from 'undici'

/** How one attempt ended: with a status, or with the name of what broke it. */
export type AttemptEnd = { readonly status: number } | { readonly failure: string }

export interface ObservedOptions extends Dispatcher.DispatchOptions {
  onAttemptStart?: () => void
  onAttemptEnd?: (end: AttemptEnd) => void
}

/**
 * Tells a request's observers of every attempt; what happens to it is not changed. An attempt ends when its status is
 * there: the retry handler above holds a body back as long as it waits.
 */
export const observeAttempts: Dispatcher.DispatcherComposeInterceptor =
  (dispatch) => (options: ObservedOptions, handler) => {
    options.onAttemptStart?.()
    return dispatch(options, {
      onRequestStart: (controller, context) => handler.onRequestStart?.(controller, context),
      onRequestUpgrade: (...upgrade) => handler.onRequestUpgrade?.(...upgrade),
      onBodySent: (chunk) => handler.onBodySent?.(chunk),
      onRequestSent: () => handler.onRequestSent?.(),
      onResponseStart: (controller, status, headers, message) => {
        if (status >= 200) options.onAttemptEnd?.({ status })
        handler.onResponseStart?.(controller, status, headers, message)
      },
      onResponseData: (controller, chunk) => handler.onResponseData?.(controller, chunk),
      onResponseEnd: (controller, trailers) => handler.onResponseEnd?.(controller, trailers),
      onResponseError: (controller, error) => {
        options.onAttemptEnd?.({ failure: error.name })
        handler.onResponseError?.(controller, error)
      },
    })
  }
