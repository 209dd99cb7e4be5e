import { openPart } from '../plan/importing.ts'
import { plannedImport } from './file-route.ts'
import { countRows } from './importing.ts'
import type { Context } from './onboarding.types.ts'
import { remembering } from './remember.ts'
import type { ImportView, PartView } from './view.types.ts'

/** Files to import, before the approval as they are planned; undefined where the engine does everything itself. */
export function importView(context: Context): ImportView | undefined {
  const { importing, sight } = context
  const plan = importing?.plan ?? plannedImport(context)
  if (plan === undefined) return undefined
  const { mode, scope, source } = plan
  const part = openPart(importing)
  return {
    mode,
    scope,
    path: source.path,
    parts: partViews(plan, importing),
    turn:
      part === undefined
        ? undefined
        : {
            number: part.number,
            seen: sight.seen.length,
            ...(sight.until === undefined ? {} : { until: sight.until }),
          },
    isCanceled: importing?.isCanceled ?? false,
  }
}

const partViews = remembering((plan: NonNullable<Context['importPlan']>, importing: Context['importing']) =>
  plan.parts.map(({ number, path, from, to }): PartView => {
    const progress = importing?.parts[number]
    return {
      number,
      path,
      rows: to - from + 1,
      state: progress?.state ?? 'queued',
      ...(progress?.state === 'settled' ? { counts: countRows(progress.rows) } : {}),
    }
  }),
)
