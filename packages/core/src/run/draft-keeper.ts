import { type Draft, requestOf } from '../intake/draft.ts'
import { isByFile } from '../machine/file-route.ts'
import { isAnswered } from '../machine/judgement.ts'
import type { Stage } from '../machine/onboarding.types.ts'
import { type OnboardingSnapshot, stageOf } from '../machine/view.ts'
import type { Drafts } from '../ports/drafts.ts'
import type { Ports } from '../ports/ports.ts'

/** Milliseconds after an answer until it is kept: typing a name is not ten drafts. */
const pause = 500

/**
 * Keeps the answers of a run until they are approved, so that an interrupted wizard goes on where it was. That they
 * cannot be kept is no reason to stop answering. Rows of a file are not among them: the file is read again.
 */
export function createDraftKeeper(drafts: Drafts, { clock }: Pick<Ports, 'clock'>) {
  let first: Draft | undefined
  let kept: { readonly draft: Draft; readonly stage: Stage } | undefined
  let latest: OnboardingSnapshot | undefined
  let isWaiting = false
  let isOver = false
  let tail: Promise<unknown> = Promise.resolve()
  const inTurn = (work: () => Promise<void>) => {
    tail = tail.then(work).catch(() => undefined)
  }

  const keep = () => {
    if (latest === undefined || isOver) return
    const { context } = latest
    const { draft, connection, runId } = context
    const stage = stageOf(latest)
    const isSame = kept === undefined ? draft === first : kept.draft === draft && kept.stage === stage
    if (connection === undefined || isSame || !isAnswered(stage)) return
    kept = { draft, stage }
    const { organization } = connection
    const request = requestOf(isByFile(context) ? { ...draft, people: [], exceptions: {} } : draft)
    inTurn(() => drafts.keep({ format: 1, runId, organization, changedAt: clock.now(), stage, request }))
  }

  return {
    look(snapshot: OnboardingSnapshot): void {
      latest = snapshot
      const { context } = snapshot
      first ??= context.draft
      if (isOver) return
      if (context.approvedHash !== undefined && context.unrecorded.length === 0) {
        isOver = true
        inTurn(() => drafts.remove(context.runId))
      } else if (!isWaiting) {
        isWaiting = true
        void clock.wait(pause, never).then(() => {
          isWaiting = false
          keep()
        })
      }
    },
    /** Keeps the last answers, and resolves when they are. */
    async end(): Promise<void> {
      keep()
      isOver = true
      await tail
    },
  }
}

const never = new AbortController().signal
