import type { DatabaseSync } from 'node:sqlite'
import type { KeptDraft } from '@wxcc-onboard/core'

/** The drafts in an open database; one line each, overwritten by the next. */
export function createDrafts(db: DatabaseSync) {
  const put = db.prepare('INSERT OR REPLACE INTO drafts (run_id, changed_at, draft) VALUES (?, ?, ?)')
  const select = db.prepare('SELECT run_id AS runId, draft FROM drafts ORDER BY changed_at DESC, run_id DESC')
  const drop = db.prepare('DELETE FROM drafts WHERE run_id = ?')
  return {
    keep: (draft: KeptDraft): void => void put.run(draft.runId, draft.changedAt, JSON.stringify(draft)),
    list: (): readonly KeptDraft[] =>
      (select.all() as unknown as { runId: unknown; draft: unknown }[]).flatMap(
        ({ runId, draft }) => draftOf(runId, draft) ?? [],
      ),
    remove: (runId: string): void => void drop.run(runId),
  }
}

/** Damaged lines and those of a later format stay where they are. */
function draftOf(runId: unknown, text: unknown): KeptDraft | undefined {
  try {
    const draft = JSON.parse(String(text)) as Partial<KeptDraft> | null
    return draft?.format === 1 && draft.runId === runId ? (draft as KeptDraft) : undefined
  } catch {
    return undefined
  }
}
