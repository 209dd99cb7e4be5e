/** What the command line says of runs that were carried out: reading them back. */
export const enRuns = {
  'output.verify.lost': 'Somebody lacks what the run gave. To see who and what: {command}',
  'output.drift.none':
    '{people, plural, one {# person of run {run} still has what it gave.} other {All # people of run {run} still have what it gave.}}',
  'output.drift.some':
    '{people, plural, one {# person of run {run} is} other {# people of run {run} are}} no longer what it made of them.',
  'output.undo.title': 'Undoing run {run}',
  'output.undo.stays': 'Stays as it is',
  'output.undo.moved':
    '{people, plural, one {# person was} other {# people were}} changed or undone since the plan was saved, and {people, plural, one {is} other {are}} looked at once more before anything is done.',
  'output.undo.command': 'To see what undoing it would take back: {command}',
  'output.status.undone': 'Run {run} undoes this one.',
  'output.status.undoes': 'This run undoes run {run}.',
  'trouble.undo.not-approved': 'Nothing is taken back without an approval.',
  'next.undo.not-approved':
    'Look at the plan: {program} undo {run} --plan-only\nThen: {program} undo {run} --approve HASH (or --yes for whatever it says).',
  'trouble.undo.removals-unconfirmed':
    '{removals, plural, one {# person loses} other {# people lose}} a license or are deleted, and confirmed was {given}.',
  'next.undo.removals-unconfirmed':
    'Look through the plan, then add --confirm-removals {removals}. Nothing was written.',
} as const
