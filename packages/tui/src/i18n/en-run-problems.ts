/** What is said of people after a run: what they have lost since. */
export const enRunProblems = {
  'problem.drift.person-deleted': 'Is not in the organization any more.',
  'problem.drift.person-deleted.next': 'If nobody meant it, plan and apply the request again.',
  'problem.drift.person-deactivated': 'Is deactivated.',
  'problem.drift.person-deactivated.next': 'If nobody meant it, activate the person in Control Hub > Users.',
  'problem.drift.license-lost':
    'Was given {given, select, standard {Standard Agent} premium {Premium Agent} other {a license}}{subscription, select, none {} other { ({subscription})}}, and now holds {found, select, standard {Standard Agent} premium {Premium Agent} other {no Contact Center license}}{foundSubscription, select, none {} other { ({foundSubscription})}}.',
  'problem.drift.license-lost.next': 'If nobody meant it, plan and apply the request again.',
  'problem.drift.license-returned':
    'Lost {found, select, standard {Standard Agent} premium {Premium Agent} other {a license}} by this run, and holds it again{foundSubscription, select, none {} other { ({foundSubscription})}}.',
  'problem.drift.license-returned.next': 'If nobody meant it, plan and apply the request again.',
  'problem.drift.role-changed':
    'The administrator role was {given, select, full {full administrator} cc_service {Contact Center service administrator} other {taken away}}, and is now {found, select, full {full administrator} cc_service {Contact Center service administrator} read_only {read-only administrator} other {none}}.',
  'problem.drift.role-changed.next': 'If nobody meant it, plan and apply the request again.',
  'problem.drift.supervisor-lost': 'Was made supervisor, and is none now.',
  'problem.drift.supervisor-lost.next': 'If nobody meant it, give the role in Control Hub > Users.',
  'problem.drift.user-missing': 'Is not in the Users module of Contact Center any more.',
  'problem.drift.user-missing.next':
    'If license or role are as they were, press Synchronize Users in Control Hub.',
  'problem.drift.user-deactivated': 'The Contact Center user is deactivated.',
  'problem.drift.user-deactivated.next': 'If nobody meant it, activate it in Contact Center > Users.',
  'problem.drift.profile-changed':
    'The user profile was {given, select, standard_agent {Standard Agent} premium_agent {Premium Agent} supervisor {Supervisor} administrator {Administrator} administrator_only {Administrator Only} other {another one}}, and is now {found, select, standard_agent {Standard Agent} premium_agent {Premium Agent} supervisor {Supervisor} administrator {Administrator} administrator_only {Administrator Only} other {one of another kind}}.',
  'problem.drift.profile-changed.next': 'If nobody meant it, choose the profile in Contact Center > Users.',
} as const
