import type { LabelKey, OperatorTaskKind, SignIn, SignInReason, Stage, StepOutcome } from '@wxcc-onboard/core'
import type { ActionKey } from '../keys/bindings.ts'
import type { SignInStep } from '../screens/sign-in-steps.ts'
import { enFile } from './en-file.ts'
import { enGroups } from './en-groups.ts'
import { enDisabled, enProblems } from './en-problems.ts'
import { enRules } from './en-rules.ts'
import { enUi } from './en-ui.ts'

const stages = {
  'stage.signIn': 'Sign in',
  'stage.prerequisites': 'Trial accounts',
  'stage.platform': 'Platform',
  'stage.route': 'Way',
  'stage.people': 'People',
  'stage.licenses': 'Licenses',
  'stage.adminRoles': 'Administrators',
  'stage.export': 'Export',
  'stage.import': 'File',
  'stage.file': 'Contents',
  'stage.rows': 'Rows',
  'stage.mode': 'Mode',
  'stage.review': 'Review',
  'stage.importing': 'Import in Control Hub',
  'stage.saving': 'Saving',
  'stage.operator': 'Control Hub',
  'stage.syncing': 'Synchronizing',
  'stage.verifying': 'Verifying',
  'stage.report': 'Report',
} satisfies Record<`stage.${Stage}`, string>

const labels = {
  'field.trialAccounts': 'People with a Webex trial account of their own',
  'field.platform': 'What does the field show?',
  'field.entry': 'Enter people by',
  'field.batchSize': 'People per batch',
  'field.people': 'People',
  'field.license': 'License, the same for all',
  'field.administrator': 'Administrator role, the same for all',
  'field.subscription.standard': 'Standard Agent units come from',
  'field.subscription.premium': 'Premium Agent units come from',
  'field.route': 'How do you want to add people?',
  'field.repair': 'Which of these cells are put right?',
  'field.bothTrue': 'TRUE under Standard and Premium',
  'field.payer.standard': 'Standard Agent, where a row leaves it open',
  'field.payer.premium': 'Premium Agent, where a row leaves it open',
  'field.mode': 'What does FALSE mean?',
  'field.via': 'Who carries it out?',
  'option.route.manual': 'One by one: type or paste them here',
  'option.route.csv': 'With a CSV file of Control Hub',
  'option.repair.all': 'All that can be: {count, plural, one {# cell} other {# cells}}',
  'option.repair.none': 'None: take them as they are',
  'option.repair.each': 'Those that I tick below ({agreed, number})',
  'option.bothTrue.reject': 'leave the row out',
  'option.bothTrue.keep-premium': 'keep Premium',
  'option.payer': '{subscription}',
  'option.mode.add-only': 'Add services only – FALSE is ignored',
  'option.mode.add-and-remove': 'Add and remove services – FALSE takes away',
  'option.via.api': 'This program does it',
  'option.via.control-hub': 'I import {files, plural, one {# file} other {# files}} in Control Hub',
  'option.platform.1.0': '1.0',
  'option.platform.new': 'New platform',
  'option.entry.email': 'E-mail address',
  'option.entry.names-and-email': 'Names and e-mail address',
  'option.batchSize.25': '25',
  'option.batchSize.1': '1, because an attribute is required',
  'option.license.1.0.none': 'No Contact Center license',
  'option.license.1.0.standard': 'Standard Agent',
  'option.license.1.0.premium': 'Premium Agent – Agent',
  'option.license.1.0.premium-supervisor': 'Premium Agent – Supervisor',
  'option.license.new.none': 'No license',
  'option.license.new.standard': 'Standard Agent',
  'option.license.new.premium': 'Premium Agent',
  'option.license.new.premium-supervisor': 'Premium Agent - Supervisor Role',
  'option.administrator.keep': 'Leave as it is',
  'option.administrator.full': 'Full administrator',
  'option.administrator.cc-service': 'Contact Center service administrator',
  'option.administrator.remove': 'Remove the administrator role',
  'option.subscription': '{subscription} ({free, number} of {total, number} free)',
} satisfies Record<LabelKey, string>

const outcomes = {
  'outcome.done': 'done',
  'outcome.already': 'was so already',
  'outcome.unchanged': 'accepted, nothing changed',
  'outcome.invisible': 'accepted, not visible yet',
  'outcome.waiting': 'waits for Control Hub',
  'outcome.failed': 'failed',
  'outcome.skipped': 'skipped',
  'outcome.not-attempted': 'not attempted',
} satisfies Record<`outcome.${StepOutcome}`, string>

const signIn = {
  'signIn.yes': 'can sign in',
  'signIn.after-invitation': 'can sign in after accepting the invitation',
  'signIn.no': 'cannot sign in yet',
  'signIn.why.invitation-pending': 'the invitation is not accepted yet',
  'signIn.why.invitation-not-sent': 'no invitation was sent; tell them yourself',
  'signIn.why.person-missing': 'not in the organization',
  'signIn.why.license-missing': 'the license is missing',
  'signIn.why.no-agent-license': 'has no agent license, so no Agent Desktop',
  'signIn.why.not-synchronized': 'not synchronized to Contact Center',
  'signIn.why.profile-differs': 'has another user profile than expected',
  'signIn.why.not-enabled': 'not enabled for Contact Center',
  'signIn.why.team-missing': 'no team assigned',
  'signIn.why.desktop-profile-missing': 'no desktop profile assigned',
  'signIn.why.role-not-verified': 'the role was not read back',
  'signIn.why.users-module-unread': 'the Users module could not be read',
  'signIn.why.role-open': 'the role is still to be set in Control Hub',
  'signIn.why.inactive': 'inactive',
} satisfies Record<`signIn.${SignIn}` | `signIn.why.${SignInReason}`, string>

/** What a person lacks, in a list of people. */
const lacks = {
  'signIn.lacks.invitation-pending': 'invitation',
  'signIn.lacks.invitation-not-sent': 'word from you',
  'signIn.lacks.person-missing': 'not in the organization',
  'signIn.lacks.license-missing': 'license',
  'signIn.lacks.no-agent-license': 'agent license',
  'signIn.lacks.not-synchronized': 'synchronizing',
  'signIn.lacks.profile-differs': 'user profile',
  'signIn.lacks.not-enabled': 'enabling',
  'signIn.lacks.team-missing': 'team',
  'signIn.lacks.desktop-profile-missing': 'desktop profile',
  'signIn.lacks.role-not-verified': 'role',
  'signIn.lacks.users-module-unread': 'a look into Users',
  'signIn.lacks.role-open': 'role',
  'signIn.lacks.inactive': 'activating',
} satisfies Record<`signIn.lacks.${SignInReason}`, string>

/** What follows from each reason, told once for everyone whom it concerns. */
const afterwards = {
  'signIn.next.invitation-pending':
    '{people, plural, one {# person has} other {# people have}} to accept the invitation in their mail; Control Hub > Users sends it again.',
  'signIn.next.invitation-not-sent':
    '{people, plural, one {# person gets} other {# people get}} no mail: tell them how to sign in.',
  'signIn.next.person-missing':
    '{people, plural, one {# person is} other {# people are}} not in the organization: see why below.',
  'signIn.next.license-missing':
    '{people, plural, one {# license is} other {# licenses are}} missing: retry, or assign in Control Hub > Users.',
  'signIn.next.no-agent-license':
    '{people, plural, one {# person has} other {# people have}} no agent license: right for administrators only.',
  'signIn.next.not-synchronized':
    '{people, plural, one {# person is} other {# people are}} not in Contact Center: press Synchronize Users in its settings.',
  'signIn.next.profile-differs':
    'Check {people, plural, one {# user profile} other {# user profiles}} in Contact Center > Users.',
  'signIn.next.not-enabled':
    'Enable {people, plural, one {# person} other {# people}} for Contact Center in Contact Center > Users.',
  'signIn.next.agent-details':
    '{people, plural, one {# person needs} other {# people need}} agent details: assign site, team and desktop profile in Contact Center > Users.',
  'signIn.next.role-open':
    'Give {people, plural, one {# role} other {# roles}} in Control Hub: see the open tasks below.',
  'signIn.next.role-not-verified':
    'Check {people, plural, one {# role} other {# roles}} in Control Hub > Users: not read back.',
  'signIn.next.users-module-unread':
    'Look for {people, plural, one {# person} other {# people}} in the Users module: no API shows it here.',
  'signIn.next.inactive':
    'Activate {people, plural, one {# person} other {# people}} in Control Hub > Users.',
} satisfies Record<`signIn.next.${SignInStep}`, string>

const tasks = {
  'task.trial-organization.title': 'Have the trial organization deleted',
  'task.trial-organization.why':
    'The address belongs to a trial organization. Until it is deleted, the person cannot be added here. Only they can delete it, as its administrator; you cannot.',
  'task.trial-organization.do':
    'Ask the person to sign in to their own Control Hub and delete the organization. It must hold one user and no sites, subscriptions or directory synchronization. Claiming the person is the alternative.',
  'task.import-file.title': '{of, select, 1 {Import the file} other {Import part {number} of {of}}}',
  'task.import-file.why':
    'Control Hub takes one file at a time (CSV-1); it is read back before the next one.',
  'task.import-file.do':
    'Click Import, choose {path}, Open. Choose {modeName}, click Submit. When the task is complete, close the Tasks dialog box.',
  'task.administrator-role.title':
    '{role, select, none {Take away the administrator role} full {Give the role Full administrator} cc_service {Give the role Contact Center service administrator} other {Change the administrator role}}',
  'task.administrator-role.why': 'Your organization offers no public API for this role.',
  'task.administrator-role.do':
    'Open each person, {boxes, select, none {clear {clear}} other {choose {boxes}}}, then Save.',
  'task.supervisor-role.title':
    '{change, select, remove {Take away the supervisor role} other {Give the supervisor role}}',
  'task.supervisor-role.why': 'There is no public API that makes someone a supervisor, or takes that away.',
  'task.supervisor-role.do': 'Open each person, choose {boxes}, then Save.',
  'task.synchronize.title': 'Synchronize users',
  'task.synchronize.why':
    'Contact Center learns of new licenses and roles only when users are synchronized, and only Control Hub has the button.',
  'task.synchronize.do': 'Press Synchronize Users.',
  'task.users-module.title': 'Check the Users module',
  'task.users-module.why':
    'On this platform the Users module cannot be read through an API, so only you can see whether the licenses arrived.',
  'task.users-module.do': 'Find the people in the list and compare license and role with the plan.',
} satisfies Record<`task.${OperatorTaskKind}.${'title' | 'why' | 'do'}`, string>

const keys = {
  'key.option.accept': 'choose, go on',
  'key.option.choose': 'choose',
  'key.button.press': 'go on',
  'key.question.toggle': 'confirm',
  'key.cycle.next': 'change',
  'key.cycle.previous': 'change back',
  'key.people.edit': 'edit',
  'key.people.remove': 'remove',
  'key.addresses.remove': 'remove',
  'key.exception.clear': 'same as all',
  'key.path.complete': 'complete',
  'key.rows.open': 'the whole row',
  'key.rows.filter': 'next rule only',
  'key.row.next': 'next row',
  'key.row.previous': 'row before',
  'key.damages.toggle': 'put right or not',
  'key.text.submit': 'accept',
  'key.text.left': 'one character left',
  'key.text.right': 'one character right',
  'key.text.start': 'to the start',
  'key.text.end': 'to the end',
  'key.text.erase': 'erase the character before',
  'key.text.eraseNext': 'erase the character after',
  'key.text.eraseWord': 'erase the word before',
  'key.text.eraseLine': 'erase all before',
  'key.list.down': 'move',
  'key.list.up': 'move up',
  'key.list.nextGroup': 'next part',
  'key.list.previousGroup': 'part before',
  'key.list.pageDown': 'a page down',
  'key.list.pageUp': 'a page up',
  'key.list.first': 'to the beginning',
  'key.list.last': 'to the end',
  'key.scroll.down': 'scroll',
  'key.scroll.up': 'scroll up',
  'key.scroll.pageDown': 'a page down',
  'key.scroll.pageUp': 'a page up',
  'key.scroll.first': 'to the beginning',
  'key.scroll.last': 'to the end',
  'key.plan.approve': 'to the approval',
  'key.review.renew': 'look again',
  'key.failed.retry': 'retry',
  'key.saving.stop': 'stop after what is in flight',
  'key.task.done': 'I have done it',
  'key.task.skip': 'skip it',
  'key.moved.later': 'leave them out for now',
  'key.draft.remove': 'throw it away',
  'key.task.later': 'leave, go on later',
  'key.imported.done': 'it is imported',
  'key.imported.later': 'leave, go on later',
  'key.reading.enough': 'do not wait for the rest',
  'key.reading.undo': 'not imported yet',
  'key.reading.later': 'leave, go on later',
  'key.report.retry': 'retry what failed',
  'key.help.close': 'close',
  'key.confirm.yes': 'leave',
  'key.confirm.no': 'stay',
  'key.forward.next': 'continue',
  'key.backward.back': 'back',
  'key.backward.jump': 'go to step',
  'key.page.help': 'help',
  'key.page.leave': 'leave',
} satisfies Record<ActionKey, string>

/** Every English text of the wizard. */
export const en = {
  ...stages,
  ...labels,
  ...outcomes,
  ...signIn,
  ...lacks,
  ...afterwards,
  ...tasks,
  ...keys,
  ...enUi,
  ...enFile,
  ...enGroups,
  ...enDisabled,
  ...enProblems,
  ...enRules,
}
