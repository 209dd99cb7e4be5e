import { type KeptDraft, readRequest } from '@wxcc-onboard/core'

/** Those whose answers this version understands. */
export function readableDrafts(drafts: readonly KeptDraft[]): readonly KeptDraft[] {
  return drafts.filter(({ request }) => readRequest(request).ok)
}
