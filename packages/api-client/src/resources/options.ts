import { isHttpError } from '../errors.ts'

/** What every operation takes beside its own parameters. */
export interface CallOptions {
  /** Ends the call and any wait before a retry; the call then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

/** For operations that a partner can aim at a customer's organization. */
export interface OrganizationOptions extends CallOptions {
  /** REST id or UUID of another organization than the token's; leave it out for the token's own. */
  readonly orgId?: string | undefined
}

/** Undefined for what is not there. */
export async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    if (isHttpError(error) && error.status === 404) return undefined
    throw error
  }
}
