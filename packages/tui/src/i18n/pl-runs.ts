import type { enRuns } from './en-runs.ts'

/** What the command line says of runs that were carried out, in Polish. */
export const plRuns: Readonly<Record<keyof typeof enRuns, string>> = {
  'output.verify.lost': 'Ktoś nie ma tego, co dał przebieg. Kto i czego, pokaże: {command}',
  'output.drift.none':
    '{people, plural, one {# osoba z przebiegu {run} nadal ma to, co jej dał.} few {# osoby z przebiegu {run} nadal mają to, co im dał.} many {# osób z przebiegu {run} nadal ma to, co im dał.} other {# osoby z przebiegu {run} nadal ma to, co im dał.}}',
  'output.drift.some':
    'W przebiegu {run} {people, plural, one {# osoba nie jest już tym, czym ją uczynił} few {# osoby nie są już tym, czym je uczynił} many {# osób nie jest już tym, czym je uczynił} other {# osoby nie jest już tym, czym ją uczynił}}.',
}
