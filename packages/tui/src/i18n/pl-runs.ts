import type { enRuns } from './en-runs.ts'

/** What the command line says of runs that were carried out, in Polish. */
export const plRuns: Readonly<Record<keyof typeof enRuns, string>> = {
  'output.verify.lost': 'Ktoś nie ma tego, co dał przebieg. Kto i czego, pokaże: {command}',
  'output.drift.none':
    '{people, plural, one {# osoba z przebiegu {run} nadal ma to, co jej dał.} few {# osoby z przebiegu {run} nadal mają to, co im dał.} many {# osób z przebiegu {run} nadal ma to, co im dał.} other {# osoby z przebiegu {run} nadal ma to, co im dał.}}',
  'output.drift.some':
    'W przebiegu {run} {people, plural, one {# osoba nie jest już tym, czym ją uczynił} few {# osoby nie są już tym, czym je uczynił} many {# osób nie jest już tym, czym je uczynił} other {# osoby nie jest już tym, czym ją uczynił}}.',
  'output.undo.title': 'Cofanie przebiegu {run}',
  'output.undo.stays': 'Zostaje, jak jest',
  'output.undo.moved':
    '{people, plural, one {# osobę zmieniono lub cofnięto} few {# osoby zmieniono lub cofnięto} many {# osób zmieniono lub cofnięto} other {# osoby zmieniono lub cofnięto}} po zapisaniu planu; zanim cokolwiek się stanie, program spojrzy jeszcze raz.',
  'output.undo.command': 'Co cofnęłoby jego cofnięcie, pokaże: {command}',
  'output.status.undone': 'Ten przebieg cofa przebieg {run}.',
  'output.status.undoes': 'Ten przebieg cofa inny: {run}.',
  'trouble.undo.not-approved': 'Bez zatwierdzenia niczego się nie cofa.',
  'next.undo.not-approved':
    'Obejrzyj plan: {program} undo {run} --plan-only\nPotem: {program} undo {run} --approve HASH (albo --yes na wszystko, co mówi).',
  'trouble.undo.removals-unconfirmed':
    '{removals, plural, one {# osoba traci licencję lub zostanie usunięta} few {# osoby tracą licencję lub zostaną usunięte} many {# osób traci licencję lub zostanie usuniętych} other {# osoby traci licencję lub zostanie usunięte}}, a potwierdzono: {given}.',
  'next.undo.removals-unconfirmed':
    'Przejrzyj plan, potem dodaj --confirm-removals {removals}. Nic nie zapisano.',
}
