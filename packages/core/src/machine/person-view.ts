import { heldLicense } from '../domain/allocation.ts'
import { personKey } from '../domain/person.ts'
import { batchOf, entitlementOf } from '../intake/draft.ts'
import { personFieldsOf } from './fields.ts'
import { plannedDraft } from './file-route.ts'
import { problemsOf, problemsOfRow } from './judgement.ts'
import type { Context, Stage } from './onboarding.types.ts'
import type { PersonView } from './view.types.ts'

/** One person as a stage sees them, by row from 1; undefined where there is no such row. */
export function personViewOf(stage: Stage, context: Context, row: number): PersonView | undefined {
  const { observation } = context
  const draft = plannedDraft(context)
  const person = draft.people[row - 1]
  if (person === undefined) return undefined
  const key = personKey(person.email)
  const known = observation?.people[key]
  return {
    ...person,
    batch: batchOf(draft, row),
    ...entitlementOf(draft, person.email),
    isException: Object.keys(draft.exceptions[key] ?? {}).length > 0,
    ...(observation === undefined
      ? {}
      : {
          known: {
            status: known?.status ?? 'absent',
            license: heldLicense(known?.licenseIds ?? [], observation.pools) ?? 'none',
            administrator: known?.administrator ?? 'none',
          },
        }),
    problems: problemsOfRow(problemsOf(stage, context), row),
    fields: personFieldsOf(stage, person.email, { ...context, draft }),
  }
}
