/** What the wizard says about a CSV file. */
export const enFile = {
  'ui.file.export.intro':
    'People come in Control Hub’s own file. Export it there, or let it be written here from the organization as it is now:',
  'ui.file.export.have': 'I have a file',
  'ui.file.export.have.hint': 'choose it next',
  'ui.file.export.people': 'Write everyone’s file',
  'ui.file.export.people.hint': '{path}, to add lines to (CSV-6)',
  'ui.file.export.template': 'Write an empty one',
  'ui.file.export.template.hint': '{path}, the header alone',
  'ui.file.export.columns': 'Columns',
  'ui.file.export.columns.minimal': 'names, address, licenses',
  'ui.file.export.columns.all': 'every column that can be filled',
  'ui.file.export.path': 'Name',
  'ui.file.export.choose': 'Choose above which file is written there.',
  'ui.file.export.written':
    '{rows, plural, =0 {The header} one {# person} other {# people}} in {columns, plural, one {# column} other {# columns}}, written to {path}.',
  'ui.file.exporting': 'Reading the organization and writing the file',
  'ui.file.edit.rows': 'Edit it now: a new line for each new person, with their address and both names.',
  'ui.file.edit.flags':
    'TRUE under one license gives it; empty leaves what is there; FALSE takes away only if you say so later.',
  'ui.file.edit.editor':
    'Use a text editor, or format all cells as text: spreadsheets eat + signs and long numbers (CSV-2 to CSV-4).',

  'ui.file.import.path': 'File',
  'ui.file.import.lately': 'Used lately',
  'ui.file.import.folder': 'In {folder}',
  'ui.file.import.none': 'Nothing here fits what is typed.',
  'ui.file.import.unreadable': 'There is no such folder, or it cannot be read.',
  'ui.file.import.nothing': 'Nothing begins with "{part}".',
  'ui.file.opening': 'Reading the file',

  'ui.file.title':
    '{file}: {rows, plural, one {# row} other {# rows}}, {columns, plural, one {# column} other {# columns}}',
  'ui.file.written':
    '{encoding}{bom, select, true { with byte order mark} other {}}, lines end with {newline, select, crlf {CR LF} cr {CR} other {LF}}, cells divided by {delimiter, select, Tab {tabs} other {"{delimiter}"}}{reason, select, sep_line { (as its sep= line says)} single_column { (there is one column only)} other {}}',
  'ui.file.baseline':
    'Compared with the export of the same name{hours, select, none {} other {, {hours, plural, =0 {less than an hour old} one {# hour old} other {# hours old}}}}.',
  'ui.file.column.email': 'Address',
  'ui.file.column.names': 'Names',
  'ui.file.column.premium': 'Premium',
  'ui.file.column.standard': 'Standard',
  'ui.file.column.role': 'Role',
  'ui.file.column.service': 'Not used',
  'ui.file.column.other': 'Left alone',
  'ui.file.column.more': 'and {count, number} more',
  'ui.file.undamaged': 'No cell was damaged by a spreadsheet or an editor.',
  'ui.file.damaged':
    'A spreadsheet or an editor has damaged {count, plural, one {# cell} other {# cells}}. Nothing is put right without your word.',
  'ui.file.damages': '{count, plural, one {The damaged cell} other {The # damaged cells}}',
  'ui.file.damage.lost': 'cannot be told any more',

  'ui.file.rows.counts':
    '{in, plural, one {# row} other {# rows}} = {understood, number} understood + {rejected, number} left out',
  'ui.file.rows.rejected': 'At the end they are written to a file of their own, each with its reason.',
  'ui.file.rows.repaired': '{count, plural, one {# cell was} other {# cells were}} put right.',
  'ui.file.rows.problems': 'What is said of single rows ({count, number})',
  'ui.file.rows.filter': 'Rule',
  'ui.file.rows.all': 'all {rules, number}',
  'ui.file.rows.shown': '{count, plural, one {# line} other {# lines}}',
  'ui.file.row': 'Line {line} of the file',
  'ui.file.row.cells': 'Its cells',
  'ui.file.row.empty': '(empty)',

  'ui.file.looking': 'Looking up who of the file is there and what they hold',
  'ui.file.mode.losing': 'Who would lose a license under Add and remove services ({count, number})',
  'ui.file.mode.counts':
    '{count, plural, =0 {nobody would lose a license} one {# person would lose a license} other {# people would lose a license}}',
  'ui.file.mode.typed': 'They are named below, and their number is asked for before anything is saved.',
  'ui.file.mode.rows':
    '{understood, plural, one {# row goes} other {# rows go}} into the plan, {rejected, plural, one {# is} other {# are}} left out.',
  'ui.file.mode.import':
    'At most {limit, number} rows each, one after another: the next is written when the one before is read back (CSV-1).',

  'ui.import.plan':
    'You import {count, plural, one {# file} other {# files}} in Control Hub, with {mode}; this program does the rest.',
  'ui.import.files':
    '{count, plural, one {The file} other {The files}}, written one after another beside yours',
  'ui.import.rows': '{rows, plural, one {# row} other {# rows}}',
  'ui.import.more': 'and {count, number} more',
  'ui.import.approve': 'Type {word} and press Enter for the first file; nothing changes before you import it',
  'ui.import.releasing': 'Looking at the rows and writing the next file',
  'ui.import.head':
    '{of, select, 1 {Import the file} other {Import part {number} of {of}}}, {rows, plural, one {# row} other {# rows}}',
  'ui.import.file': 'File',
  'ui.import.step.open': 'Click Import, choose the file, click Open.',
  'ui.import.step.mode': 'Choose {mode}, click Submit.',
  'ui.import.step.close': 'When it is complete under Tasks, close the Tasks dialog box.',
  'ui.import.seen': '{seen, number} of {rows, plural, one {# row is} other {# rows are}} as wanted so far.',
  'ui.import.looking': 'This page looks every few seconds and goes on by itself.',
  'ui.import.done': 'If rows failed in Control Hub: press d when its task is complete.',
  'ui.import.claim': 'It cannot be read back: press d when its task in Control Hub is complete.',
  'ui.import.reading': 'The import is over, as you said. What it wrote may take a while to show.',
  'ui.import.until': 'Looking until {time}; what does not show by then has failed.',
  'ui.import.undo': 'Not imported after all? Press n to go back to the file.',
  'ui.import.enough': 'Rows that do not show now count as failed.',
  'ui.import.next': 'Part {part} waits to be imported in Control Hub: press r to go on with it.',
  'ui.import.parts': '{count, plural, one {The file} other {All # files}}',
  'ui.import.counts': '{done, number} done, {already, number} already so, {failed, number} failed',

  'ui.file.report': 'Rows of the file',
  'ui.file.report.in': '{count, plural, one {# row} other {# rows}}',
  'ui.file.report.done': '{count, number} done',
  'ui.file.report.already': '{count, number} already so',
  'ui.file.report.failed': '{count, number} failed',
  'ui.file.report.waiting': '{count, number} waiting',
  'ui.file.report.skipped': '{count, number} skipped',
  'ui.file.report.not-attempted': '{count, number} not attempted',
  'ui.file.report.rejected': '{count, number} left out',
  'ui.file.report.unseen':
    '{count, plural, one {# of those waiting was accepted and does not show yet} other {# of those waiting were accepted and do not show yet}}; do not import again yet. To read back in some minutes what came of it:',
  'ui.file.report.again':
    'Rows to try again, with their columns as they were and a reason and a rule each: {path}',
  'ui.file.report.agents': 'The file has details of agents; they come now (CSV-16):',
  'ui.file.report.agents-people':
    'Details of agents (site, teams, profiles) come now (CSV-16). To write these people into a file for them:',
  'ui.file.report.unwritten': 'The rows to try again could not be written: {reason}',
} as const
