import type { ProblemCode } from '@wxcc-onboard/core'

/** What is said once of several people, where the sentence about one of them does not fit many. */
export const enGroups = {
  'group.person.email-malformed': 'These are no e-mail addresses.',
  'group.person.duplicate': 'The address is entered more than once.',
  'group.person.names-unused': 'The names are left out; to use them choose "Names and e-mail address" above.',
  'group.person.names-differ': 'The organization knows them by other names, which are kept.',
  'group.person.exists': 'Are already in the organization and will be changed, not created.',
  'group.exception.moot': 'What was chosen no longer applies: they are not entered any more.',
  'group.trial-account.open': 'May still have a trial organization of their own.',
  'group.trial-account.not-entered': 'Have a trial account noted, but are not among the people entered.',
  'group.license.kept':
    'Hold {held, select, standard {Standard Agent} premium {Premium Agent} other {a license}} already and keep it.',
  'group.license.replaced':
    'Hold {held, select, standard {Standard Agent} premium {Premium Agent} other {another license}}, which is replaced by {wanted, select, standard {Standard Agent} premium {Premium Agent} other {the one chosen}}.',
  'group.license.supervisor-kept': 'Are supervisors and stay so: no API takes the role away.',
  'group.license.nothing-to-remove': 'Have no Contact Center license to remove.',
  'group.administrator.nothing-to-remove': 'Hold no administrator role that could be removed.',
  'group.administrator.read-only-held':
    'Are read-only administrators; only one administrator role can be held.',
  'group.administrator.replaced':
    'Are {held, select, full {full administrators} cc_service {Contact Center service administrators} read_only {read-only administrators} other {administrators}} now and become {choice, select, full {full administrators} cc_service {Contact Center service administrators} other {others}}.',
} as const satisfies Partial<Record<`group.${ProblemCode}`, string>>
