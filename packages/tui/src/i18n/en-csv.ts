/** What the command line says about CSV files. */
export const enCsv = {
  'trouble.file.exists': '{path} is there already.',
  'next.file.exists': 'Choose another name, or add --force.',
  'trouble.csv.unusable': '{path} is not a user file of Control Hub as it has to be.',
  'next.csv.unusable':
    'Export the file again in Control Hub (Users > Manage Users > CSV Add or Modify Users), or with: {program} export',
  'trouble.csv.mode-missing': 'It is not said what FALSE means in this file.',
  'next.csv.mode-missing':
    'Add --mode add-only (FALSE is ignored) or --mode add-and-remove (FALSE takes services away); CSV-13.',
  'trouble.csv.mode-unknown': '"{mode}" is not an import mode.',
  'next.csv.mode-unknown': 'Use add-only or add-and-remove (CSV-13).',
  'trouble.csv.platform-missing': 'It is not said which platform the organization is on.',
  'next.csv.platform-missing':
    'Add --platform new or --platform 1.0, as Control Hub shows it under Contact Center > Settings > General > Service Details (PLAT-3).',
  'trouble.csv.option-elsewhere': '{option} is for CSV files.',
  'next.csv.option-elsewhere': 'Leave it out; a request says such things itself.',
  'trouble.csv.repair-unasked': 'Asking about each repair needs a terminal, and this is none.',
  'next.csv.repair-unasked': 'Say it beforehand: --repair all, or --repair none.',
  'trouble.csv.repair-interrupted': 'Stopped while asking about repairs.',
  'next.csv.repair-interrupted': 'Nothing was written.',
  'trouble.csv.damaged':
    'A spreadsheet or an editor has changed {problems, plural, one {# cell} other {# cells}} of {path}.',
  'next.csv.damaged':
    'Add --repair all to put right what can be, or --repair none to take the cells as they are; "{program} csv repair" writes a new file. Nothing was written.',
  'trouble.csv.refused':
    '{path} cannot be planned: {problems, plural, one {# problem has} other {# problems have}} to be solved first.',
  'next.csv.refused':
    'Nothing was written. Correct what is named{codes, select, none {} other {; a question is answered with yes by --acknowledge {codes}}}.',
  'trouble.csv.nobody': 'No row of {path} can be carried out.',
  'next.csv.nobody': 'Nothing was written. Correct the rows that are named.',
  'trouble.csv.changed': '{path} has changed since the plan was made.',
  'next.csv.changed': 'Nothing was written. Plan again.',
  'trouble.csv.removals-unconfirmed':
    '{removals, plural, =0 {Nobody loses} one {# person loses} other {# people lose}} a license or another service, and {given, select, none {no number} other {"{given}"}} was confirmed.',
  'next.csv.removals-unconfirmed':
    'Nothing was written. Look at the plan, then add --confirm-removals {removals}.',
  'trouble.csv.roles-unusable': 'The roles of {path} cannot be taken as they are.',
  'next.csv.roles-unusable': 'Nothing was written. Correct the lines that are named.',
  'trouble.csv.code-unknown': '{given} is not the code of a question.',
  'next.csv.code-unknown': 'The codes are those in the output of: {program} csv check FILE --json',
  'trouble.csv.scope-elsewhere':
    'Through the public API only licenses, roles and the names of new people are carried out.',
  'next.csv.scope-elsewhere': 'Leave out --all-columns, or add --via control-hub.',
  'trouble.csv.option-planned': 'The plan was made under another {option}.',
  'next.csv.option-planned': 'Leave the option out: a saved plan brings its own. Or plan again.',
  'trouble.csv.import-refused': 'Control Hub did not take the file: {reason}',
  'next.csv.import-refused': 'Correct that, then go on with: {command}',
  'trouble.csv.import-unknown': 'There is no import {id} on this machine.',
  'next.csv.import-unknown': 'Begin one with: {program} apply FILE.csv --via control-hub',
  'trouble.csv.import-stopped': 'Stopped; what is in Control Hub goes on by itself.',
  'next.csv.import-stopped': 'To go on: {command}\nIf some rows of the part failed there: {claim}',
  'trouble.csv.import-open':
    'The import {id} of {path} is not finished, and there may be one at a time (CSV-1).',
  'next.csv.import-open': 'Nothing was written. Go on with it: {command}\nOr give it up: {cancel}',
  'trouble.csv.import-part':
    '{given} is not the part that waits for Control Hub; {part, select, none {no part does} other {part {part} is}}.',
  'next.csv.import-part': 'Leave out --imported, or name the part that was imported.',
  'trouble.csv.import-changed': '{path} has changed since its import began.',
  'next.csv.import-changed':
    'Put it back as it was and go on. Or give the import up and plan the changed file, where rows that are so already cost nothing: {cancel}',
  'trouble.csv.import-canceled': 'The import {id} was given up.',
  'next.csv.import-canceled':
    'Its rows that are left are in the file that was written then; begin with that one.',
  'trouble.csv.import-over': 'The import {id} has no part left to give up.',
  'next.csv.import-over': 'What is left of the procedure goes on with: {program} csv resume {id}',
  'trouble.csv.limit-malformed': '"{given}" is not a number of rows from 1 to {limit, number}.',
  'next.csv.limit-malformed':
    'Leave it out for the documented 1,000 (NEW-1); no user file may have more than {limit, number} (NEW-2).',

  'output.csv.title': '{file}: {rows, plural, one {# row} other {# rows}}',
  'output.csv.bytes':
    '  {encoding}{bom, select, true { with byte order mark} other {}}, lines end with {newline, select, crlf {CR LF} cr {CR} other {LF}}, cells are divided by {delimiter, select, other {"{delimiter}"}}{reason, select, chosen { (as chosen)} sep_line { (as its sep= line says)} single_column { (it has one column only)} other {}}',
  'output.csv.license':
    '  {license, select, premium {Premium} other {Standard}}: "{header}"{subscription, select, none {} other {, paid by {subscription}}}{isSuspended, select, true { (suspended)} other {}}',
  'output.csv.columns':
    '  {kind, select, email {address} firstName {first name} lastName {last name} displayName {display name} readOnly {read-only} phone {phone numbers} extension {extension} role {role (ours)} agent {agent details, for csv agents} ours {ours, not read} attribute {attributes{isCarried, select, true {} other {, left alone}}} service {other services{isCarried, select, true {} other {, left alone}}} blank {without a header, left alone} other {unknown{isCarried, select, true {} other {, left alone}}}}: {headers}',
  'output.csv.mode': '  mode: {name} ({mode, select, add_only {FALSE is ignored} other {FALSE takes away}})',
  'output.csv.mode-open':
    '  No mode was chosen. Under Add and remove services {count, plural, =0 {nobody would lose a license} one {# person would lose a license} other {# people would lose a license}}.',
  'output.csv.baseline':
    '  compared with the export {path}{hours, select, none {} other {, {hours, plural, one {# hour} other {# hours}} old}}',
  'output.csv.rows':
    'Rows: {in, number} in the file = {understood, number} understood + {rejected, number} rejected',
  'output.csv.blocked':
    '{count, plural, one {# of these has} other {# of these have}} to be solved or decided before the file can be carried out.',
  'output.csv.more': '… and {count, number} more of {code}; --json lists them all',
  'output.csv.damage':
    'line {line}, column {column} ({header}): "{found}" → {proposed, select, none {cannot be told any more} other {"{proposed}"}} [{kind}]',
  'output.csv.ask':
    '{number}/{of} line {line}, column {column} ({header}): "{found}" → "{proposed}" [{kind}]  y yes, n no, a all, q none of the rest?',
  'output.csv.repaired':
    '{repaired, plural, =0 {Nothing was repaired} one {# cell was repaired} other {# cells were repaired}}, {left, number} left as {left, plural, one {it was} other {they were}}. Written to {path}.',
  'output.csv.part':
    '{number}/{of}  {path}  {rows, plural, one {# row} other {# rows}} (lines {first} to {last} of the file)',
  'output.csv.split':
    '{rows, number} rows in {count, plural, one {# part} other {# parts}}; our own and nameless columns are left out.',
  'output.csv.how-to-import':
    'For each part, in this order and never two at a time (CSV-1):\n  Users > Manage Users > CSV Add or Modify Users > Import, choose the part, Open (CSV-5, CSV-12)\n  choose Add services only or Add and remove services, Submit (CSV-13)\n  wait until the task is complete, close the Tasks dialog box (CSV-14)',
  'output.csv.loses':
    'line {line}: {email} {isHeld, select, false {loses, if held,} other {loses}} {headers}',
  'output.csv.files':
    '{count, plural, one {# file is} other {# files are}} imported in Control Hub, with {scope, select, all_columns {every column as it stands} other {names, addresses and licenses alone}}.',
  'output.csv.removals':
    '{count, plural, one {# person loses} other {# people lose}} a license or another service: apply needs --confirm-removals {count}.',
  'output.csv.balance':
    'Rows: {in, number} in = {done, number} done + {already, number} already so + {failed, number} failed + {waiting, number} waiting + {skipped, number} skipped + {notAttempted, number} not attempted + {rejected, number} rejected',
  'output.csv.unseen':
    '{count, plural, one {# of those waiting was accepted and does not show yet} other {# of those waiting were accepted and do not show yet}}; do not import again yet. To read back in some minutes what came of it: {command}',
  'output.csv.failed-unwritten':
    'The rows to try again could not be copied: the file is not there any more, or has changed.',
  'output.csv.failed-file': 'Rows to try again, each with its reason: {path}',
  'output.csv.outcome':
    '{outcome, select, failed {It was not seen afterwards.} not_attempted {It was not attempted.} other {It was rejected.}}',
  'output.csv.import.begun':
    'Import {id}: {count, plural, one {# part} other {# parts}}, one after another (CSV-1)',
  'output.csv.import.part':
    'Part {number} of {of}: {path} ({rows, plural, one {# row} other {# rows}})\n  Users > Manage Users > CSV Add or Modify Users > Import, choose the file, Open (CSV-5, CSV-12)\n  choose {mode}, Submit (CSV-13)\n  when the task is complete, close the Tasks dialog box (CSV-14)',
  'output.csv.import.waiting':
    'Looking every few seconds whether part {number} has arrived. Ctrl-C stops; the import can be resumed.{consoleUrl, select, none {} other {\nIn place of Control Hub the sandbox has {consoleUrl}}}\nIf some rows of the part failed there: {claim}',
  'output.csv.import.canceled':
    'The import {id} is given up. Those who were imported still have to be synchronized: plan the file again, or the one with the rows to try again.',
  'output.csv.import.seen':
    'Part {number}: {held, number} of {rows, number} rows are as the file wants them{isComplete, select, true {; it is complete} other {}}.',
  'output.csv.import.open':
    'Part {number} waits for a person in Control Hub. When its task is complete: {command}\nIf some of its rows failed there: {claim}',
  'output.csv.import.finished': 'All parts are imported. What is left of the procedure follows.',
  'output.export.written':
    '{rows, plural, =0 {The header} one {# person} other {# people}} in {columns, plural, one {# column} other {# columns}}, written to {path}.',
  'output.export.baseline':
    'Remembered: a file that is made of it can be compared with it, and is known by its age (NEW-22).',
} as const
