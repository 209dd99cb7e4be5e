import { losingRows, rowProblems } from '../rules/check-file.ts'
import type { JudgedRows } from '../rules/judge-file.ts'
import type { FileContext } from './file-route.ts'
import type { Stage } from './onboarding.types.ts'
import { remembering } from './remember.ts'
import type { FileView, ModeView } from './view.types.ts'

/** What is known of the file, for whoever shows it. Nothing here costs more with more rows, but the first time. */
export function fileView(file: FileContext, stage: Stage): FileView {
  const { isOffered, exported, opened, answers, mended, alone, modes } = file
  const isEarly = stage === 'file' || stage === 'rows'
  const judged = (isEarly || answers.mode === undefined ? undefined : modes?.[answers.mode]) ?? alone
  return {
    isOffered,
    exported,
    opened,
    answers,
    sheet: mended?.sheet ?? opened?.sheet,
    repaired: mended?.repair.repaired ?? [],
    rows: judged && rowsView(judged, judged !== alone),
    reading: answers.mode && modes?.[answers.mode].reading,
    modes: modes && {
      'add-only': modeView(modes['add-only']),
      'add-and-remove': modeView(modes['add-and-remove']),
    },
  }
}

/** Kept with the judgement, so that a view of thousands of rows costs no more than one of none. */
const rowsView = remembering((judged: JudgedRows, isModeKnown: boolean) => {
  const { rows, rejected } = judged.reading
  const problems = rowProblems(judged, isModeKnown).toSorted((a, b) => lineOf(a) - lineOf(b))
  return { in: rows.length + rejected.length, understood: rows.length, rejected: rejected.length, problems }
})

const modeView = remembering((judged: JudgedRows): ModeView => {
  const { rows, rejected } = judged.reading
  return { understood: rows.length, rejected: rejected.length, losing: losingRows(judged) }
})

function lineOf({ facts }: { readonly facts: Readonly<Record<string, unknown>> }): number {
  return Number(facts['line'] ?? 0)
}
