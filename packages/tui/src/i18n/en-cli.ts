import type { TroubleCode } from '../exit.ts'
import { enAgents } from './en-agents.ts'
import { enCsv } from './en-csv.ts'
import { enHelp } from './en-help.ts'
import { enRuns } from './en-runs.ts'

/** What the command line says beside the screens: ICU messages. Another language is another file of this shape. */
export const enCli = {
  ...enHelp,
  ...enAgents,
  ...enCsv,
  ...enRuns,

  'trouble.command.misused': '{reason}',
  'next.command.misused': 'See "{program} --help".',
  'trouble.command.no-terminal': 'The wizard needs a terminal, and {missing} is none.',
  'next.command.no-terminal':
    'Say it by command instead:\n  {program} plan REQUEST.yaml --output plan.json\n  {program} apply plan.json --approve HASH\nTo see the whole procedure on a practice organization: {program} start',
  'trouble.command.interrupted': 'Stopped.',
  'next.command.interrupted': 'What was written stays. To go on: {program} resume {run}',
  'trouble.token.missing': 'There is no access token to sign in with.',
  'next.token.missing':
    'Put one into the environment variable WEBEX_TOKEN, or use --token-file FILE or --token-stdin.\nWithout an organization at hand add --sandbox.',
  'trouble.token.on-command-line':
    'An access token is not taken from the command line: everyone on this machine could read it there.',
  'next.token.on-command-line':
    'Put it into the environment variable WEBEX_TOKEN, or use --token-file FILE or --token-stdin.\nIf you typed a real token, renew it.',
  'trouble.token.empty': 'The access token from {source} is empty.',
  'next.token.empty': 'Check that {source} has the token and nothing else.',
  'trouble.token.malformed':
    'The access token from {source} has blanks, line breaks or characters that no token has.',
  'next.token.malformed': 'Check that {source} has the token and nothing else.',
  'trouble.region.missing': 'The Contact Center APIs have an address for each region, and none was chosen.',
  'next.region.missing':
    'Add --region with one of {regions}, or --region none on platform 1.0, which has no such API; Control Hub shows the region under Contact Center > Settings > General.',
  'trouble.region.unknown': '"{region}" is not a region.',
  'next.region.unknown': 'Use one of {regions}, or give the address itself by --contact-center-url.',
  'trouble.address.malformed': '{option} "{url}" is not an http or https address without a path.',
  'next.address.malformed': 'Give it whole, for example https://webexapis.com',
  'trouble.budget.malformed': '"{given}" is not a number of requests a minute.',
  'next.budget.malformed':
    'Give --requests-per-minute a whole number from 1 to 999999, or unlimited; Cisco documents 300 for Contact Center.',
  'trouble.platform.unknown': '"{platform}" is not a platform.',
  'next.platform.unknown':
    'Use new or 1.0, as Control Hub shows it under Contact Center > Settings > General > Service Details (PLAT-3).',
  'trouble.port.malformed': '"{port}" is not a port.',
  'next.port.malformed': 'Use a number from 0 to 65535; 0 takes any free port.',
  'trouble.port.in-use': 'Port {port} is used by another program.',
  'next.port.in-use': 'Choose another one with --port N, or --port 0 for any free port.',
  'trouble.port.forbidden': 'This account may not listen on port {port}.',
  'next.port.forbidden': 'Choose one above 1023 with --port N.',
  'trouble.file.missing': 'There is no file {path}.',
  'next.file.missing': 'Check the path. examples/ has requests to begin with.',
  'trouble.file.directory': '{path} is a directory.',
  'next.file.directory': 'Name the file in it.',
  'trouble.file.too-large': '{path} is {size} MB; at most {limit} MB are read.',
  'next.file.too-large': 'Check that this is the file you meant, or split the list of people.',
  'trouble.file.binary': '{path} is not text.',
  'next.file.binary': 'A request is YAML or JSON in UTF-8; a spreadsheet has to be saved as text first.',
  'trouble.file.unreadable': '{path} cannot be read: {reason}.',
  'next.file.unreadable': 'Check who may read it.',
  'trouble.output.unwritable': 'The output cannot be written: {reason}.',
  'next.output.unwritable': 'Make room, or send it elsewhere. What was done is kept: {program} status',
  'trouble.input.unreadable': 'The input cannot be read: {reason}.',
  'next.input.unreadable': 'Send something else to it.',
  'trouble.file.unwritable': '{path} cannot be written: {reason}.',
  'next.file.unwritable': 'Put that right, or choose another place.',
  'trouble.request.syntax': '{path}:{line}:{column} is not valid YAML or JSON: {reason}',
  'next.request.syntax': 'Correct that line and try again.',
  'trouble.request.not-a-mapping':
    '{path} has no request in it: at its top there is {found}, not keys with values.',
  'next.request.not-a-mapping':
    'Begin with "format: 1", then "platform:" and "people:"; see examples/ or "{program} schema".',
  'trouble.request.invalid':
    '{path} is not a request as it has to be: {problems, plural, one {# problem} other {# problems}}.',
  'next.request.invalid':
    'Correct {problems, plural, one {it} other {them}} and try again; "{program} schema" prints all that a request may have.',
  'trouble.request.is-a-plan': '{path} is a saved plan, not a request.',
  'next.request.is-a-plan': 'Carry it out with: {program} apply {path} --approve HASH',
  'trouble.request.another-organization':
    'The request is for another organization than the one signed in to.',
  'next.request.another-organization': 'Sign in to the organization of the request. Nothing was written.',
  'trouble.plan.malformed': '{path} is not a plan as this version saves it.',
  'next.plan.malformed': 'Make it again: {program} plan REQUEST.yaml --output {path}',
  'trouble.plan.edited': '{path} was changed after it was saved: its contents do not match its hash {hash}.',
  'next.plan.edited': 'Change the request instead and plan again. Nothing was written.',
  'trouble.plan.stale':
    'The organization has changed since the plan was made: it would be {actual} now, not {expected}.',
  'next.plan.stale': 'Look at the new plan and approve that one. Nothing was written.',
  'trouble.plan.blocked':
    'There is no plan yet: {problems, plural, one {# problem has} other {# problems have}} to be solved first.',
  'next.plan.blocked':
    'Nothing was written. Change the request and plan again; a question is answered under "acknowledge:".',
  'trouble.plan.not-approved': 'Nothing is written without an approval.',
  'next.plan.not-approved':
    'Look at the plan, then: {program} apply {path} --approve HASH (or --yes for whatever it says).',
  'trouble.approval.malformed': '"{given}" is not the hash of a plan.',
  'next.approval.malformed': 'Give the 64 digits that "plan" prints, or their first 12 or more.',
  'trouble.approval.differs': 'The plan is {actual}, and approved was {expected}.',
  'next.approval.differs': 'Look at the plan and approve its own hash. Nothing was written.',
  'trouble.operator.auto-refused':
    '--operator auto works on the sandbox only: no public API does what a person does in Control Hub.',
  'next.operator.auto-refused': 'Use --operator leave or --operator wait, or try it with --sandbox.',
  'trouble.run.unknown': 'There is no run {run} on this machine.',
  'next.run.unknown': 'See "{program} status" for the runs that there are.',
  'trouble.run.finished': 'Run {run} is finished; there is nothing to go on with.',
  'next.run.finished': 'See it with: {program} status {run}',
  'trouble.run.taken-over': 'Another process goes on with this run.',
  'next.run.taken-over':
    'This one writes nothing more to Webex. "wxcc-onboard status" tells how far the run is.',
  'trouble.run.leased': 'Run {run} is being worked on by process {pid} on {host} since {since}.',
  'next.run.leased':
    'Let it finish, or stop it there. If that process is gone and nobody noticed, the run can be taken over at {until}.',
  'trouble.run.class-unknown': 'Nothing that is left of run {run} is {given}.',
  'next.run.class-unknown': 'What is left, and of how many people: {classes}.',
  'trouble.run.nothing-to-approve': 'No rows of run {run} wait for an approval.',
  'next.run.nothing-to-approve': 'Go on with it under the approval that it has: {program} resume {run}',
  'trouble.run.not-approved': 'The plan of run {run} was never approved.',
  'next.run.not-approved': 'Plan again: {program} plan REQUEST.yaml',
  'trouble.run.damaged':
    'Run {run} is not as it was written from entry {entry} on. Before it, {settled, plural, one {# step is} other {# steps are}} settled. It was left as it is.',
  'next.run.damaged': 'Plan the same people again: what is done already is seen, and not done twice.',
  'trouble.run.format-unknown': 'Run {run} was written by a newer version of wxcc-onboard.',
  'next.run.format-unknown': 'Use that version or a newer one; nothing of the run was changed.',
  'trouble.task.unknown': 'Run {run} has no task {task}.',
  'next.task.unknown': 'See "{program} tasks {run}".',
  'trouble.task.settled': 'Task {task} is not open any more: it is {state}.',
  'next.task.settled': 'See "{program} tasks {run}".',
  'trouble.audit.broken':
    'Line {line} of {path} {damage, select, unreadable {is no audit line} number {does not follow the one before it} link {was changed after it was written} other {is not the end that was written}}.',
  'next.audit.broken':
    'Lines before it hold together. If the run is still kept here, print the trail again: {program} audit RUN',
  'trouble.journal.read-only': '{reason}',
  'next.journal.read-only':
    'Runs have to be kept to be resumed. Name a writable folder in WXCC_ONBOARD_DATA_DIR.',
  'trouble.journal.newer-format': '{reason}',
  'next.journal.newer-format':
    'Use the version that wrote it or a newer one, or name another folder in WXCC_ONBOARD_DATA_DIR.',
  'trouble.journal.not-a-journal': '{reason}',
  'next.journal.not-a-journal': 'Move the file away, or name another folder in WXCC_ONBOARD_DATA_DIR.',
  'trouble.journal.damaged': '{reason}',
  'next.journal.damaged':
    'To do what is left, plan and apply its request again: what is there already is found and left alone.',
  'trouble.journal.leased': '{reason}',
  'next.journal.leased': 'This process stopped. See how far the other one is with "{program} status".',
  'trouble.journal.locked': '{reason}',
  'next.journal.locked': 'Let the other wxcc-onboard finish, then try again.',
  'trouble.journal.disk-full': '{reason}',
  'next.journal.disk-full': 'Make room, then go on with "{program} resume RUN".',
  'trouble.journal.unreadable': '{reason}',
  'next.journal.unreadable': 'Check the disk, or name another folder in WXCC_ONBOARD_DATA_DIR.',
  'trouble.sandbox.state': '{reason}',
  'next.sandbox.state':
    'Reset it with "{program} sandbox reset", or name another folder in WXCC_ONBOARD_DATA_DIR.',
  'trouble.sign-in.refused': 'Webex does not accept the access token for this.',
  'next.sign-in.refused':
    'The token may be wrong, expired, or without a scope or role that is needed. Get a new one as a full administrator. Nothing was written by this command since.',
  'trouble.connection.failed': 'The organization could not be read.',
  'next.connection.failed': 'Check the network and the addresses, then try again.',
  'trouble.program.bug': 'Something went wrong that should not have: {reason}',
  'next.program.bug':
    'This is a bug of wxcc-onboard. WXCC_ONBOARD_DEBUG=1 shows where it happened; please report it.',

  'output.problem.row': 'row {row}',
  'output.nearest': 'Did you mean "{nearest}"?',
  'output.severity.error': 'error',
  'output.severity.question': 'question',
  'output.severity.warning': 'warning',
  'output.severity.notice': 'note',

  'output.plan.title':
    'Plan for {organization}, {platform, select, new {New platform} other {platform 1.0}}: {people, plural, one {# person} other {# people}}',
  'output.plan.counts':
    '  {create, number} to create, {license, number} to be given a license, {remove, number} to lose it, {role, number} to change roles,{deleted, select, none {} other { {deleted, number} to be deleted,}} {tasks, number} tasks for a person',
  'output.plan.create': 'create the person{name, select, none {} other { as {name}}}',
  'output.plan.delete': 'delete the person',
  'output.plan.license': '{license} ({pool})',
  'output.plan.role': 'administrator role: {from} → {to}',
  'output.plan.by-hand': 'by hand',
  'output.plan.unchanged': 'stays as it is',
  'output.plan.batch': 'Batch {batch}',
  'output.plan.units': 'License units',
  'output.plan.unit':
    '{name}{subscription, select, none {} other {, {subscription}}}: {before, number} → {after, number} of {total, number} assigned',
  'output.plan.tasks': 'To be done by a person in Control Hub',
  'output.plan.no-tasks': 'Nothing has to be done by hand.',
  'output.plan.invitations':
    '{count, plural, =0 {No invitations are sent.} one {# invitation is sent by e-mail and cannot be called back.} other {# invitations are sent by e-mail and cannot be called back.}}',
  'output.plan.forecast':
    'About {calls, number} calls{time, select, none {} other {, {time} at {pace, number} requests a minute}}.',
  'output.plan.hash': 'Hash {hash}',
  'output.plan.saved': 'Saved to {path}.',
  'output.plan.how': 'To carry it out: {command}',
  'output.plan.nothing': 'There is nothing to do.',

  'output.task.where': 'where: {path} ({url})',
  'output.task.who':
    'for: {people}{more, select, none {} other { and {more, number} more; `tasks RUN` names all}}',
  'output.task.why': 'why: {why} [{rule}]',
  'output.task.known': 'known by: {verifiedBy, select, reading {reading it back} other {your word}}',
  'output.task.id': 'task {id}',
  'output.tasks.none': 'No open tasks.',
  'output.tasks.how': 'When one is done: {command}',
  'output.tasks.marked':
    'Task {id} is {state, select, claimed {done as you say} other {skipped}}. To go on: {command}',

  'output.apply.begin': 'Carrying out plan {hash} as run {run}',
  'output.apply.stage': '{stage}',
  'output.apply.step': '{email}: {what}: {outcome}',
  'output.apply.waiting':
    'Waiting for a person in Control Hub; looking again every few seconds. Ctrl-C stops, and the run can be resumed.',
  'output.apply.stopping': 'Stopping after the steps in flight. Press Ctrl-C again to leave at once.',
  'output.apply.task': '{title}: {state}',

  'output.moved':
    'The organization moved since the plan was approved: {holds, plural, one {# row holds} other {# rows hold}}, {less, plural, one {# does} other {# do}} less, {new, plural, one {# would do} other {# would do}} something new.',
  'output.moved.title':
    '{people, plural, one {# person} other {# people}} moved: what would be done for them now is not what was approved. Nothing was done for them.',
  'output.moved.how': 'To approve that and go on: {command}',
  'output.more':
    '… and {count, number} more{command, select, none {; --json names them all} other {. Everyone: {command}}}',
  'output.report.title': 'Report',
  'output.report.person': '{outcome}; {signIn}{why, select, none {} other {: {why}}} ({verified})',
  'output.report.counts': '{count, number} {outcome}',
  'output.report.sign-in':
    '{count, number} {signIn, select, yes {can sign in} after_invitation {can sign in after accepting the invitation} other {cannot sign in yet}}{why, select, none {} other { ({why})}}',
  'output.report.reason': '{reason}: {count, number}',
  'output.report.complete': 'Everything is as planned.',
  'output.report.waiting': 'Run {run} waits for a person in Control Hub. To go on: {command}',
  'output.report.incomplete': 'Not everything is as planned. To try the rest again: {command}',

  'output.status.none': 'No runs are kept on this machine.',
  'output.status.run':
    '{run}  {state, select, unapproved {not approved} unfinished {not finished} damaged {damaged} other {finished}}  {people, plural, one {# person} other {# people}}{kind, select, agents {, details of agents} other {}}  {organization}{place, select, sandbox { (practice organization)} other {}}  {changed}',
  'output.status.title':
    'Run {run}: {state, select, unapproved {not approved} unfinished {not finished} damaged {damaged} other {finished}}',
  'output.status.steps': 'Steps: {settled, number} of {total, number} settled',
  'output.status.opened': 'Opened {opened}, changed {changed}',

  'output.audit.saved': 'The audit trail of run {run} is in {path}: {lines, number} lines.',
  'output.audit.whole': '{path} is whole: {lines, number} lines. SHA-256 of the last line: {head}',

  'output.sandbox.serving':
    'The practice organization {orgId} (platform {platform}) listens.\n\n  Webex APIs           {webexUrl}\n  Contact Center APIs  {contactCenterUrl}\n  Control Hub stand-in {consoleUrl}\n\nFrom another terminal:\n\n  export WEBEX_TOKEN={token}\n  wxcc-onboard --webex-url {webexUrl} --contact-center-url {contactCenterUrl}\n\nCtrl-C ends it; what was changed is kept.',
  'output.sandbox.reset': 'The practice organization begins anew ({path}).',
  'output.wizard.kept':
    'Left. Nothing was written. Your answers are kept: the wizard offers them when you start it again.',
  'output.wizard.left': 'Left. Nothing was written.',
  'output.wizard.sandbox': 'Practice organization on this machine',
  'output.wizard.sandbox.hint': 'Nothing leaves this machine; everything works as in a real organization.',
  'output.wizard.organization': 'Your Webex organization',
  'output.region.us1': 'Region us1: United States',
  'output.region.eu1': 'Region eu1: United Kingdom',
  'output.region.eu2': 'Region eu2: Europe (Frankfurt)',
  'output.region.anz1': 'Region anz1: Australia and New Zealand',
  'output.region.ca1': 'Region ca1: Canada',
  'output.region.jp1': 'Region jp1: Japan',
  'output.region.sg1': 'Region sg1: Singapore',
  'output.region.in1': 'Region in1: India',
  'output.region.none': 'No region: platform 1.0',
  'output.reading': 'Reading {path}, {size} MB …',
  'output.lookingUp': 'Looking up {people, number} people …',
  'output.planning': 'Planning for {people, number} people …',
  'output.silence': 'No usable answer from Webex after {attempts} attempts so far.',
  'output.start.no-terminal':
    'This is no terminal, so the wizard cannot be shown. Here is the same procedure as text, on a practice organization\nthat is forgotten at the end; the request is examples/{example}.',
} as const satisfies Record<
  `trouble.${TroubleCode}` | `next.${TroubleCode}` | `help.${string}` | `output.${string}`,
  string
>

export type CliKey = keyof typeof enCli
