import type { DisabledCode, ProblemCode } from '@wxcc-onboard/core'
import { enRunProblems } from './en-run-problems.ts'

type ProblemKey = `problem.${ProblemCode}` | `problem.${ProblemCode}.next`

/** What is wrong, and what to do next, for each thing that core may have to tell. */
export const enProblems = {
  ...enRunProblems,
  'problem.request.unreadable': 'The request cannot be read: {reason}',
  'problem.request.unreadable.next':
    'Check that the file is JSON or YAML as "wxcc-onboard export" writes it.',
  'problem.request.unknown-key':
    '"{path}" is not a part of a request.{nearest, select, none {} other { Did you mean "{nearest}"?}}',
  'problem.request.unknown-key.next': 'Remove it or correct its spelling.',
  'problem.request.wrong-value': '"{path}" has a value that is not allowed: {given}.',
  'problem.request.wrong-value.next':
    'Expected: {expected}.{nearest, select, none {} other { Did you mean "{nearest}"?}}',
  'problem.request.missing-key': '"{path}" is missing.',
  'problem.request.missing-key.next': 'Add it to the request.',
  'problem.request.format-unknown': 'The request has format {given}, which this version does not know.',
  'problem.request.format-unknown.next': 'Use the version of wxcc-onboard that wrote it, or a newer one.',
  'problem.request.another-organization':
    'The request is for another organization than the one signed in to.',
  'problem.request.another-organization.next':
    'Sign in to the organization of the request, or make a new one.',
  'problem.people.none': 'Nobody has been entered yet.',
  'problem.people.none.next': 'Add at least one person: type an address or paste a list.',
  'problem.people.chained':
    '{people, number} people go in {count, plural, one {# batch} other {# batches}}: {batches}.',
  'problem.people.chained.next': 'Nothing to do: batches follow each other by themselves.',
  'problem.batch.too-large': 'A batch holds at most {limit} people.',
  'problem.batch.too-large.next': 'Choose a batch size of 25 or 1.',
  'problem.person.email-missing': 'The e-mail address is missing.',
  'problem.person.email-missing.next': 'Enter the address, or remove the row.',
  'problem.person.email-malformed':
    '{fault, select, no_at_sign {There is no @ with a name before it.} two_at_signs {There are two @ signs.} forbidden_character {There is a blank or another character that no address may have.} local_part_too_long {The part before the @ is longer than 64 characters.} too_long {The address is longer than 254 characters.} misplaced_dot {A dot is in a place where none may be.} domain_malformed {The part after the @ is not a domain.} other {This is not an e-mail address.}}',
  'problem.person.email-malformed.next': 'Correct the address. Nothing is corrected by itself.',
  'problem.person.duplicate':
    'The same address is entered more than once{rows, select, none {} other { (rows {rows})}}.',
  'problem.person.duplicate.next': 'Remove all rows but one.',
  'problem.person.first-name-missing': 'The first name is missing.',
  'problem.person.first-name-missing.next': 'Enter it, or enter people by e-mail address only.',
  'problem.person.last-name-missing': 'The last name is missing.',
  'problem.person.last-name-missing.next': 'Enter it, or enter people by e-mail address only.',
  'problem.person.names-unused': 'The name {name} is not used: people are entered by e-mail address only.',
  'problem.person.names-unused.next': 'Choose "Names and e-mail addresses" to use it.',
  'problem.person.exists': 'Is already in the organization and will be changed, not created.',
  'problem.person.exists.next': 'Nothing to do, unless you meant someone else.',
  'problem.person.names-differ': 'Is in the organization as {known}, not {entered}; the name there is kept.',
  'problem.person.names-differ.next': 'Check that this is the person you mean.',
  'problem.line.unreadable': 'Line {line}: no e-mail address in "{text}".',
  'problem.line.unreadable.next': 'Correct the line and paste it again, or leave it out.',
  'problem.exception.moot':
    'What was chosen for {email} no longer applies: the address is not entered any more.',
  'problem.exception.moot.next': 'Look through the people and choose again where needed.',
  'problem.trial-account.open': 'May still have a trial organization of their own.',
  'problem.trial-account.open.next': 'They delete it themselves, or you claim the person. Then go on here.',
  'problem.trial-account.not-entered': 'Has a trial account noted, but is not among the people entered.',
  'problem.trial-account.not-entered.next':
    'Enter the person, or take the address off the list of trial accounts.',
  'problem.platform.unanswered': 'The platform is not known yet.',
  'problem.platform.unanswered.next': 'Look in Control Hub and choose what Service Details shows.',
  'problem.platform.not-an-answer': '{given} is not one of the two platforms.',
  'problem.platform.not-an-answer.next': 'Answer "1.0" or "new", as Service Details shows it.',
  'problem.platform.evidence-differs':
    'You chose {answered}, but the Contact Center API {evidence, select, contact_center_api_answers {answers, as on the New platform} contact_center_api_refuses {does not answer, as on 1.0} other {hints otherwise}}.',
  'problem.platform.evidence-differs.next':
    'Look once more at Service Details, then confirm or change the answer.',
  'problem.license.not-in-organization':
    'The organization has no {license, select, standard {Standard Agent} premium {Premium Agent} other {such}} license.',
  'problem.license.not-in-organization.next': 'Choose another license, or order it first.',
  'problem.license.units-short':
    '{license, select, standard {Standard Agent} premium {Premium Agent} other {The license}}{subscription, select, none {} other { ({subscription})}}: {free, number} free, {short, number} too few.',
  'problem.license.units-short.next':
    'Order units, remove people or choose another license. Or confirm: some people then stay without.',
  'problem.license.subscription-chosen': 'Several subscriptions have this license; units come from {chosen}.',
  'problem.license.subscription-chosen.next': 'Choose another subscription if that is not what you want.',
  'problem.license.subscription-unknown': 'Subscription {chosen} does not have this license.',
  'problem.license.subscription-unknown.next': 'Choose one of these: {known}.',
  'problem.license.held-elsewhere':
    'Holds this license by now through another subscription, so that no second unit was taken.',
  'problem.license.held-elsewhere.next': 'Resume the run: this person is looked at again.',
  'problem.license.kept':
    'Holds {held, select, standard {Standard Agent} premium {Premium Agent} other {a license}} already and keeps it.',
  'problem.license.kept.next': 'Nothing to do.',
  'problem.license.replaced':
    'Holds {held, select, standard {Standard Agent} premium {Premium Agent} other {another license}}, which is replaced by {wanted, select, standard {Standard Agent} premium {Premium Agent} other {the one chosen}}.',
  'problem.license.replaced.next': 'Check that this is meant.',
  'problem.license.supervisor-kept': 'Is a supervisor and stays one: no API takes the role away.',
  'problem.license.supervisor-kept.next': 'Change it in Control Hub if a premium agent is meant.',
  'problem.license.removed': 'Loses the license {held}.',
  'problem.license.removed.next': 'Leave the cells blank if the license is to stay.',
  'problem.license.nothing-to-remove': 'Has no Contact Center license to remove.',
  'problem.license.nothing-to-remove.next': 'Nothing to do.',
  'problem.license.removal-not-offered': 'A license can only be taken away by the CSV route.',
  'problem.license.removal-not-offered.next':
    'Use a CSV file with add and remove, or choose another license.',
  'problem.license.none-at-all': 'Nobody gets a license or an administrator role.',
  'problem.license.none-at-all.next': 'Choose a license or a role, if you want more than to invite them.',
  'problem.administrator.supervisor-excluded': 'A supervisor cannot be administrator on the New platform.',
  'problem.administrator.supervisor-excluded.next':
    'Take away one of the two: choose Premium Agent without Supervisor Role, or no administrator role.',
  'problem.administrator.supervisor-unusual':
    'Supervisor and administrator at once is not described for 1.0; the profile becomes Administrator.',
  'problem.administrator.supervisor-unusual.next': 'Confirm that this is meant, or take away one of the two.',
  'problem.administrator.needs-premium': 'On 1.0 an administrator needs a Premium Agent license.',
  'problem.administrator.needs-premium.next':
    'Choose Premium Agent for this person, or no administrator role.',
  'problem.administrator.standard-useless':
    'A full administrator on Standard Agent reaches only the Agent Desktop.',
  'problem.administrator.standard-useless.next': 'Choose Premium Agent or no license.',
  'problem.administrator.nothing-to-remove': 'Holds no administrator role that could be removed.',
  'problem.administrator.nothing-to-remove.next': 'Choose "Leave as it is".',
  'problem.administrator.read-only-held':
    'Is read-only administrator; only one administrator role can be held.',
  'problem.administrator.read-only-held.next': 'The read-only role is replaced. Check that this is meant.',
  'problem.administrator.replaced':
    'Is {held, select, full {full administrator} cc_service {Contact Center service administrator} read_only {read-only administrator} other {administrator}} now and becomes {choice, select, full {full administrator} cc_service {Contact Center service administrator} other {another}}.',
  'problem.administrator.replaced.next': 'Check that this is meant.',
  'problem.invitation.irrevocable':
    '{people, plural, one {# invitation goes out} other {# invitations go out}} by e-mail. They cannot be called back.',
  'problem.invitation.irrevocable.next': 'Look through the addresses once more.',
  'problem.invitation.suppressed': 'Invitation e-mails are switched off in this organization.',
  'problem.invitation.suppressed.next': 'Tell new people yourself how to sign in.',
  'problem.operator.cannot-create':
    'You are signed in as {administrator, select, cc_service {Contact Center service administrator} read_only {read-only administrator} user {user administrator} none {a user without administrator role} other {someone}}, who may not add people.',
  'problem.operator.cannot-create.next': 'Sign in as full administrator.',
  'problem.operator.cannot-license':
    'You are signed in as {administrator, select, cc_service {Contact Center service administrator} read_only {read-only administrator} user {user administrator} none {a user without administrator role} other {someone}}, who may not change the licenses of {people, plural, one {# person} other {# people}}.',
  'problem.operator.cannot-license.next': 'Sign in as full administrator or user administrator.',
  'problem.operator.cannot-appoint':
    'You are signed in as {administrator, select, cc_service {Contact Center service administrator} read_only {read-only administrator} user {user administrator} none {a user without administrator role} other {someone}}, who may not change the administrator role of {people, plural, one {# person} other {# people}}.',
  'problem.operator.cannot-appoint.next':
    'Sign in as full administrator, or leave the administrator roles as they are.',
  'problem.plan.nothing-to-do': 'Everything is already as you want it.',
  'problem.plan.nothing-to-do.next': 'Nothing to do. Go back to change something, or leave.',
  'problem.plan.removals-unconfirmed':
    '{removals, plural, one {# person loses} other {# people lose}} the license, and {given, number} was confirmed.',
  'problem.plan.removals-unconfirmed.next': 'Look at who loses what, then confirm the number.',
  'problem.plan.edited': 'The plan was changed after it was made: its contents do not match its hash.',
  'problem.plan.edited.next': 'Change the request instead and plan again.',
  'problem.plan.row-moved':
    '{exists, select, true {Is not any more as the approved plan found them: now {license, select, none {no license} standard {Standard Agent} other {Premium Agent}}, {administrator, select, none {no administrator role} full {full administrator} other {another administrator role}}.} other {Is not in the organization any more.}}',
  'problem.plan.row-moved.next': 'Look at what would be done now, and approve it or leave it.',
  'problem.plan.not-approved': 'What was approved is not this plan.',
  'problem.plan.not-approved.next': 'Look through the plan as it is now and approve it.',
  'problem.failure.unauthorized': 'Webex did not accept the token.',
  'problem.failure.unauthorized.next': 'Sign in again; personal tokens expire after 12 hours.',
  'problem.failure.forbidden': 'Your role or the token does not permit this ({operation}).',
  'problem.failure.forbidden.next':
    'Sign in as full administrator with the scopes that "wxcc-onboard doctor" lists.',
  'problem.failure.not-found': 'Webex does not find it ({operation}).',
  'problem.failure.not-found.next': 'Go back and plan again: it may have been removed meanwhile.',
  'problem.failure.conflict':
    'Webex refused because it collides with something that exists ({operation}): {message}',
  'problem.failure.conflict.next': 'Go back and plan again to see the present state.',
  'problem.failure.another-organization': 'The address belongs to another Webex organization.',
  'problem.failure.another-organization.next':
    'The person deletes that trial organization, or you claim the person in Control Hub. Then retry.',
  'problem.failure.invalid': 'Webex refused the values ({operation}): {message}',
  'problem.failure.invalid.next': 'Correct the row and plan again.',
  'problem.failure.no-units': 'No units of the license are left.',
  'problem.failure.no-units.next': 'Order units or free some, then retry.',
  'problem.failure.signed-in': 'The person has signed in meanwhile and is not deleted.',
  'problem.failure.signed-in.next': 'If they are to go all the same, delete them in Control Hub > Users.',
  'problem.failure.rate-limited': 'Webex asks to slow down and did not stop asking.',
  'problem.failure.rate-limited.next': 'Retry in some minutes.',
  'problem.failure.unavailable':
    'Webex is not available at the moment ({operation}{status, select, none {} other {, status {status}}}).',
  'problem.failure.unavailable.next': 'Retry in some minutes; status.webex.com shows outages.',
  'problem.failure.network': 'Webex cannot be reached: {message}',
  'problem.failure.network.next': 'Check the network and the proxy, then retry.',
  'problem.failure.timeout': 'Webex did not answer in time ({operation}).',
  'problem.failure.timeout.next':
    'Retry. What was already written is looked up first, nothing is done twice.',
  'problem.failure.unreadable': 'The answer of Webex was not understood ({operation}).',
  'problem.failure.unreadable.next': 'Report it with the tracking ID {trackingId}.',
  'problem.failure.canceled': 'Stopped before it was finished.',
  'problem.failure.canceled.next': 'Retry to finish it.',
  'problem.result.unchanged': 'Webex accepted it, and nothing changed.',
  'problem.result.unchanged.next': 'Retry; if it stays so, do it in Control Hub.',
  'problem.result.invisible': 'Webex accepted it; it cannot be read back yet.',
  'problem.result.invisible.next': 'Wait some minutes, then `verify RUN`, or retry: it is looked up first.',
  'problem.result.not-shown': 'Webex accepted everything; read back, not all of it is there.',
  'problem.result.not-shown.next':
    'If it is only late, `verify RUN` tells in some minutes; `status --drift RUN` tells what somebody has taken away since.',
  'problem.result.waiting': 'Waits for a task in Control Hub.',
  'problem.result.waiting.next': 'Do the task, then go on.',
  'problem.result.not-attempted': 'Was not attempted, because something before it did not succeed.',
  'problem.result.not-attempted.next': 'Retry when the cause is gone.',
  'problem.result.skipped': 'You skipped the task in Control Hub that this waits for.',
  'problem.result.skipped.next': 'Do it later in Control Hub if it is still wanted.',
  'problem.journal.taken-over': 'Another process took this run over while this one stood still: {message}',
  'problem.journal.taken-over.next':
    'This process writes nothing more to Webex. "wxcc-onboard status" tells how far the run is.',
  'problem.journal.failed': 'The run cannot be written down: {message}',
  'problem.journal.failed.next': 'Nothing more is written to Webex. Free space on this machine, then retry.',
  'problem.command.not-now': 'That is not possible now.',
  'problem.command.not-now.next': 'The keys below show what is.',
  'problem.import.open': 'The import {run} of {path} is not finished, and there may be one at a time.',
  'problem.import.open.next':
    'Go on with it: {program} csv resume {run}. Or give it up: {program} csv cancel {run}.',
  'problem.import.row-unseen': 'It was not seen afterwards.',
  'problem.import.row-unseen.next': 'Import the file with the rows to try again.',
  'problem.import.row-refused': 'Control Hub refused the row: {message}',
  'problem.import.row-refused.next': 'Correct the row and import the file with the rows to try again.',
  'problem.run.same-people':
    'Run {run} is not finished and is about {people, plural, one {# of the same people} other {# of the same people}}: {named}.',
  'problem.run.same-people.next':
    'Finish that run first, or make sure that both want the same: no person and no license is doubled, but each may change what the other did.',
  'problem.run.unknown': 'There is no such run.',
  'problem.run.unknown.next': '"wxcc-onboard status" lists the runs.',
  'problem.run.format-unknown': 'The run was written by another version and cannot be read.',
  'problem.run.format-unknown.next': 'It is kept. Use the version that wrote it, or start anew.',
  'problem.file.none': 'No file is chosen yet.',
  'problem.file.none.next': 'Choose one from the list, or type where it is.',
  'problem.file.missing': 'There is no file {path}.',
  'problem.file.missing.next': 'Check the path.',
  'problem.file.directory': '{path} is a directory.',
  'problem.file.directory.next': 'Choose the file in it.',
  'problem.file.too-large': '{path} is {size} MB; at most {limit} MB are read.',
  'problem.file.too-large.next': 'Check that this is the file you meant, or split it.',
  'problem.file.unreadable': '{path} cannot be read: {reason}.',
  'problem.file.unreadable.next': 'Check who may read it.',
  'problem.file.exists': '{path} is there already.',
  'problem.file.exists.next': 'Choose another name: nothing is overwritten.',
  'problem.file.unwritable': '{path} cannot be written: {reason}.',
  'problem.file.unwritable.next': 'Put that right, or choose another place.',
  'problem.csv.repair-open':
    'A spreadsheet or an editor has changed {count, plural, one {# cell} other {# cells}}.',
  'problem.csv.repair-open.next':
    'Choose which of them are put right; nothing is repaired without your word.',
  'problem.csv.mode-open': 'It is not said yet what FALSE means.',
  'problem.csv.mode-open.next': 'Choose as you would in Control Hub.',
  'problem.csv.nobody': 'No row of the file can be carried out.',
  'problem.csv.nobody.next': 'Correct the rows that are named below, and choose the file again.',
  'problem.csv.empty': 'The file is empty.',
  'problem.csv.empty.next': 'Choose another file, or export it again in Control Hub.',
  'problem.csv.binary':
    'This is no CSV file{kind, select, xlsx {: it is an Excel workbook} xls {: it is an old Excel workbook} ods {: it is an OpenDocument spreadsheet} zip {: it is a zip archive} gzip {: it is compressed with gzip} pdf {: it is a PDF document} png {: it is a picture} jpeg {: it is a picture} gif {: it is a picture} sqlite {: it is a database} html {: it is a web page} xml {: it is an XML document} rtf {: it is a Rich Text document} nul_bytes {: it holds NUL bytes} cut_off {: its last character is cut off} other {}}.',
  'problem.csv.binary.next':
    '{kind, select, xlsx {Save it in the spreadsheet as "CSV UTF-8".} xls {Save it in the spreadsheet as "CSV UTF-8".} ods {Save it in the spreadsheet as CSV with UTF-8.} zip {Unpack it first.} gzip {Unpack it first.} html {Sign in to Control Hub and export again.} other {Export the file again in Control Hub.}}',
  'problem.csv.unreadable': 'Line {line}, column {column}: {message}',
  'problem.csv.unreadable.next': 'Mostly a quotation mark is missing. Correct the line in a text editor.',
  'problem.csv.lines-quoted':
    'Every line of the file is one quoted cell: a spreadsheet opened it with the wrong delimiter.',
  'problem.csv.lines-quoted.next':
    'Export it again and use a text editor, or let the spreadsheet split it at its delimiter.',
  'problem.csv.encoding-guessed': 'The file is not Unicode; it was read as {encoding}.',
  'problem.csv.encoding-guessed.next':
    'Look at the names with accents. If they are wrong, choose the other code page.',
  'problem.csv.no-rows': 'The file has a header and nobody in it.',
  'problem.csv.no-rows.next': 'Enter each person on a new line below the header.',
  'problem.csv.rows-empty':
    '{count, plural, one {# empty row is} other {# empty rows are}} left out (lines {lines}).',
  'problem.csv.rows-empty.next': 'Nothing to do.',
  'problem.csv.no-email-column': 'No column holds the e-mail address.',
  'problem.csv.no-email-column.next':
    'Control Hub calls it "User ID/Email (Required)". Export the file again and keep that column.',
  'problem.csv.another-kind':
    'This is another file of Webex{kind, select, bulk_operations {: users for Bulk Operations} agent_template {: an agent update template} meetings {: Webex Meetings} site_administration {: Site Administration} messenger {: Webex Messenger} other {}}, not the users of Control Hub.',
  'problem.csv.another-kind.next':
    '{kind, select, bulk_operations {It comes after synchronizing: csv agents.} agent_template {It comes after synchronizing: csv agents.} other {Export the users in Control Hub: Users > Manage Users > CSV Add or Modify Users.}}',
  'problem.csv.column-twice': 'More than one column says the same: {headers}.',
  'problem.csv.column-twice.next': 'Remove all of them but one.',
  'problem.csv.column-assumed': '"{header}" is read as the Standard license.',
  'problem.csv.column-assumed.next': 'Check that this is meant.',
  'problem.csv.column-unknown': 'Columns that this procedure does not know are left alone: {headers}.',
  'problem.csv.column-unknown.next':
    'Nothing to do. Control Hub may refuse a file with columns that are not its own.',
  'problem.csv.no-license-column': 'No column gives a Contact Center license.',
  'problem.csv.no-license-column.next': 'Export the file again with licenses, if people are to get one.',
  'problem.csv.subscription-several':
    'Several subscriptions have a column for {license, select, standard {Standard Agent} premium {Premium Agent} other {the license}}: {headers}.',
  'problem.csv.subscription-several.next':
    'Choose the one that pays, or confirm: then each row pays where it says TRUE.',
  'problem.csv.subscription-ambiguous': 'Line {line}: TRUE under several subscriptions: {headers}.',
  'problem.csv.subscription-ambiguous.next':
    'Leave TRUE under one of them, or choose the subscription that pays.',
  'problem.csv.subscription-unknown':
    'Line {line}, {header}: the organization has no such license from subscription {subscription}.',
  'problem.csv.subscription-unknown.next':
    'Export the file again; it has a column for each subscription there is.',
  'problem.csv.row-ragged': 'Line {line} has {cells, number} cells; the header has {expected, number}.',
  'problem.csv.row-ragged.next':
    'If there are too many, quote the cell with the delimiter in it. If there are too few, the missing ones count as empty.',
  'problem.csv.value-rejected': 'Line {line}, {header}: "{given}" is neither TRUE nor FALSE.',
  'problem.csv.value-rejected.next': 'Write TRUE or FALSE, or leave the cell empty.',
  'problem.csv.role-rejected': 'Line {line}, {header}: "{given}" is no role.',
  'problem.csv.role-rejected.next':
    'Write agent, supervisor, full administrator or service administrator, or leave the cell empty.',
  'problem.csv.role-conflict': 'Line {line}: {email} is given several roles: {roles}.',
  'problem.csv.role-conflict.next': 'Leave one of them.',
  'problem.csv.role-without-row':
    '{count, plural, one {# person} other {# people}} of the file of roles {count, plural, one {has} other {have}} no row: {people}.',
  'problem.csv.role-without-row.next': 'Add their rows, or confirm that their roles are left as they are.',
  'problem.csv.no-role-column': 'The file of roles has no column "Contact Center Role".',
  'problem.csv.no-role-column.next':
    'Write one beside the address: agent, supervisor, full administrator or service administrator.',
  'problem.csv.both-licenses': 'Line {line}: Standard and Premium are both TRUE.',
  'problem.csv.both-licenses.next': 'Choose one of the two, or let Premium be kept.',
  'problem.csv.premium-kept': 'Line {line}: Standard and Premium are both TRUE; Premium is kept.',
  'problem.csv.premium-kept.next': 'Nothing to do, unless Standard was meant.',
  'problem.csv.exchange-needs-false':
    'Line {line}: {email} holds {held, select, premium {Premium} other {Standard}} and would hold both.',
  'problem.csv.exchange-needs-false.next':
    'To exchange it, write FALSE under "{header}" and choose "Add and remove services".',
  'problem.csv.suspended-true':
    'TRUE under "{header}": the service is suspended, and Control Hub refuses the whole file ({count, plural, one {line} other {lines}} {lines}).',
  'problem.csv.suspended-true.next': 'Empty these cells, or remove the column.',
  'problem.csv.damaged':
    'Line {line}, {header}: {kind, select, plus_lost {the + before the number is lost} scientific {the number was written in powers of ten} decimal {decimals were added to the number} date {it was turned into a date} zeros_lost {leading zeros are lost} spaces {blanks were added or lost} smart_quotes {quotation marks were replaced} mojibake {letters were read in the wrong encoding} auto_link {the address was made a link} formula {it was turned into a formula} text_marker {the mark of a text cell is left} flag_translated {TRUE or FALSE was translated} other {the cell is damaged}}: "{found}".',
  'problem.csv.damaged.next':
    '{proposed, select, none {What it was cannot be told any more. Correct it by hand.} other {Repair it to "{proposed}", or keep it.}}',
  'problem.csv.duplicate': '{email} is in the file twice (lines {lines}).',
  'problem.csv.duplicate.next': 'The first row counts. Remove one of them.',
  'problem.csv.renamed':
    'Line {line}: {email} is new, under the name of {known}. A changed address makes a second person.',
  'problem.csv.renamed.next': 'Confirm that this is someone else, or put the old address back.',
  'problem.csv.name-differs':
    '{count, plural, one {# person exists} other {# people exist}} under another name (lines {lines}); {isChanged, select, true {the import changes it} other {the name stays as it is}}.',
  'problem.csv.name-differs.next':
    '{isChanged, select, true {Check that this is meant.} other {Nothing to do: only licenses and roles are carried out.}}',
  'problem.csv.read-only-edited': 'Line {line}, {header}: a read-only column was changed to "{found}".',
  'problem.csv.read-only-edited.next': 'Put it back, or remove the column.',
  'problem.csv.last-name-missing': 'Line {line}: {email} has no last name.',
  'problem.csv.last-name-missing.next': 'Enter first and last name; it saves trouble later.',
  'problem.csv.export-stale': 'The export is {hours, number} hours old.',
  'problem.csv.export-stale.next': 'Export again, so that nothing newer is overwritten.',
  'problem.csv.over-limit': '{rows, number} rows: a user file of Control Hub holds at most {limit, number}.',
  'problem.csv.over-limit.next': 'Nothing to do: through the API there is no such limit.',
  'problem.csv.limit-impossible':
    '{given} rows a file is not possible: a user file of Control Hub holds 1 to {limit, number}.',
  'problem.csv.limit-impossible.next': 'Choose 1,000, or another number up to the limit.',
  'problem.csv.limit-raised':
    '{given, number} rows a file is more than the {limit, number} that are documented for Contact Center.',
  'problem.csv.limit-raised.next': 'Choose the documented number, unless you know that more works.',
  'problem.csv.parts':
    '{rows, number} rows go in {parts, plural, one {# file} other {# files}} of at most {limit, number}.',
  'problem.csv.parts.next': 'Nothing to do: the files follow each other, one at a time.',
  'problem.csv.removals':
    '{people, plural, one {# person loses} other {# people lose}} services: {services}.',
  'problem.csv.removals.next': 'Look through the list and confirm the number, or choose "Add services only".',
  'problem.csv.license-removed':
    'Line {line}: {email} {isHeld, select, false {loses, if held,} other {loses}} {headers}.',
  'problem.csv.license-removed.next': 'Empty the cells if that is not meant.',
  'problem.csv.service-removed':
    'Line {line}: {email} {isHeld, select, false {loses, if held,} other {loses}} {headers}.',
  'problem.csv.service-removed.next': 'Empty the cells or remove the columns if that is not meant.',
  'problem.csv.false-ignored':
    'FALSE is ignored in "Add services only": {count, plural, one {# person keeps} other {# people keep}} the license (lines {lines}).',
  'problem.csv.false-ignored.next': 'Choose "Add and remove services" if licenses are to be taken away.',
  'problem.csv.service-false-ignored':
    'FALSE of other services is ignored in "Add services only" (lines {lines}).',
  'problem.csv.service-false-ignored.next': 'Choose "Add and remove services" if they are to be taken away.',
  'problem.csv.agent-role':
    '{count, plural, one {# person with Premium becomes} other {# people with Premium become}} agent.',
  'problem.csv.agent-role.next':
    'Supervisors and administrators are named in a column "Contact Center Role" or by hand after the import.',
  'problem.csv.roles-by-hand':
    '{count, plural, one {# role is} other {# roles are}} given after the import: a CSV file cannot.',
  'problem.csv.roles-by-hand.next': 'Nothing to do now; it comes as a task.',
  'problem.csv.supervisor-needs-premium': 'Line {line}: a supervisor needs Premium.',
  'problem.csv.supervisor-needs-premium.next': 'Write TRUE under Premium, or another role.',
  'problem.csv.supervisor-lost': 'Line {line}: {email} is supervisor and would not be any more.',
  'problem.csv.supervisor-lost.next': 'Check that this is meant.',
  'problem.csv.automatic-licenses':
    'Licenses are assigned by themselves here, but {count, plural, one {# new row says} other {# new rows say}} TRUE or FALSE (lines {lines}).',
  'problem.csv.automatic-licenses.next': 'Leave the service cells of new people empty.',
  'problem.csv.columns-unneeded':
    '{count, plural, one {# column of another service is} other {# columns of other services are}} in the file: {headers}.',
  'problem.csv.columns-unneeded.next': 'A column that is not there can do no harm: leave them out.',
  'problem.agent.no-column': 'No column says anything of agents.',
  'problem.agent.no-column.next': 'Add one or more of them: {headers}.',
  'problem.agent.user-missing': 'Line {line}: {email} is not in the Users module.',
  'problem.agent.user-missing.next':
    'Give the person a license, press Synchronize Users in Control Hub, then try again (SYNC-2).',
  'problem.agent.name-unknown':
    'Line {line}, {header}: there is no "{given}"{nearest, select, none {} other {; did you mean "{nearest}"?}}',
  'problem.agent.name-unknown.next': 'Write the name as Contact Center has it. Names are not corrected.',
  'problem.agent.name-ambiguous': 'Line {line}, {header}: several are called "{given}".',
  'problem.agent.name-ambiguous.next': 'Write it with the same capitals, or give them different names first.',
  'problem.agent.enabled-malformed': 'Line {line}: "{given}" is neither On nor Off.',
  'problem.agent.enabled-malformed.next': 'Write On or Off, or leave the cell empty.',
  'problem.agent.profile-type': 'Line {line}: "{given}" is a profile for {type}, and {email} is {known}.',
  'problem.agent.profile-type.next':
    'Choose a profile of the same type. The type follows from license and role in Control Hub.',
  'problem.agent.site-missing': 'Line {line}: {email} is given teams and has no site.',
  'problem.agent.site-missing.next': 'Write the site too.',
  'problem.agent.team-elsewhere': 'Line {line}: the team "{given}" belongs to another site.',
  'problem.agent.team-elsewhere.next': 'Choose a team of the site, or write the other site.',
  'problem.agent.team-capacity': 'Line {line}: "{given}" is a capacity team, which has no agents.',
  'problem.agent.team-capacity.next': 'Choose an agent team.',
  'problem.agent.desktop-missing': 'Line {line}: {email} has a site and teams and no desktop profile.',
  'problem.agent.desktop-missing.next': 'Write a desktop profile: with site and teams it is required.',
  'problem.agent.details-off':
    'Line {line}: {email} is not enabled for Contact Center, so the rest has no effect.',
  'problem.agent.details-off.next': 'Write On under Contact Center Enabled, if that is meant.',
  'problem.agent.site-changes':
    '{count, plural, one {# person moves} other {# people move}} to another site: {people}. They leave their teams, and statistics of the old site end.',
  'problem.agent.site-changes.next': 'Let them sign out of the desktop first, then confirm.',
  'problem.agent.not-ready': 'Line {line}: {email} still lacks {headers}.',
  'problem.agent.not-ready.next': 'Without them nobody can sign in to the desktop and work.',
  'problem.agent.unchanged': 'Line {line}: Contact Center accepted it, and stayed as it was in: {headers}.',
  'problem.agent.unchanged.next':
    'Go on with the run; if it stays so, set it in Control Hub > Contact Center > Users.',
  'problem.agent.moved': 'Line {line}: somebody changed {email} since the plan, and is not overruled.',
  'problem.agent.moved.next': 'Give the file again: it shows what would be changed now.',
} satisfies Record<ProblemKey, string>

/** Why something cannot be chosen or done now. */
export const enDisabled = {
  'disabled.supervisor-excludes-administrator': 'not together with Supervisor Role',
  'disabled.needs-premium': 'needs a Premium Agent license',
  'disabled.not-an-existing-administrator': 'holds no administrator role',
  'disabled.no-such-license': 'the organization has no such license',
  'disabled.no-free-units': 'no free units',
  'disabled.answer-first': 'answer the question first',
  'disabled.first-stage': 'this is the first step',
  'disabled.already-saving': 'saving has begun; what was written cannot be taken back here',
  'disabled.stage-not-reached': 'the steps before it are not done yet',
  'disabled.problems-first': 'correct the problems first',
  'disabled.questions-first': 'confirm the questions first',
  'disabled.in-progress': 'something is in progress',
  'disabled.not-in-this-stage': 'not in this step',
  'disabled.nothing-to-retry': 'there is nothing to retry',
  'disabled.cannot-verify': 'cannot be checked through the API',
  'disabled.no-csv-desk': 'there are no files here',
  'disabled.no-import-desk': 'no files can be written here',
  'disabled.trial-accounts-first': 'Control Hub cannot import people whose trial organization is still there',
} satisfies Record<`disabled.${DisabledCode}`, string>
