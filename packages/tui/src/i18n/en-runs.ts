/** What the command line says of runs that were carried out: reading them back. */
export const enRuns = {
  'output.verify.lost': 'Somebody lacks what the run gave. To see who and what: {command}',
  'output.drift.none':
    '{people, plural, one {# person of run {run} still has what it gave.} other {All # people of run {run} still have what it gave.}}',
  'output.drift.some':
    '{people, plural, one {# person of run {run} is} other {# people of run {run} are}} no longer what it made of them.',
} as const
