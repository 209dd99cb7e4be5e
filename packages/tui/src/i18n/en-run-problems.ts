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
  'problem.drift.agent-changed': 'Is no longer as the run set it: {headers}.',
  'problem.drift.agent-changed.next':
    'If nobody meant it, give the file again: it shows what would be changed.',
  'problem.undo.limits':
    'Undoing it later takes back licenses and roles, but not everything.{created, plural, =0 {} one { # new person is deleted only on request, and only before signing in.} other { # new people are deleted only on request, and only before they sign in.}}{freed, plural, =0 {} one { # license that is given up comes back only while a unit of it is free.} other { # licenses that are given up come back only while units of them are free.}}{byHand, plural, =0 {} one { # role is taken back by hand.} other { # roles are taken back by hand.}}{trials, plural, =0 {} one { # trial organization that is deleted for it stays deleted.} other { # trial organizations that are deleted for it stay deleted.}}',
  'problem.undo.limits.next':
    'Nothing to do now. Afterwards "wxcc-onboard undo RUN --plan-only" shows what it would take back.',
  'problem.undo.invitation-sent':
    '{people, plural, one {# invitation} other {# invitations}} went out and cannot be called back.',
  'problem.undo.invitation-sent.next': 'Tell the people, if they are not to accept it.',
  'problem.undo.trial-deleted':
    '{people, plural, one {# trial organization was deleted, which} other {# trial organizations were deleted, which}} nobody can bring back.',
  'problem.undo.trial-deleted.next': 'Nothing to do.',
  'problem.undo.person-stays':
    'Was created by the run and stays{status, select, pending {} other {: the person has signed in already}}.',
  'problem.undo.person-stays.next':
    '{status, select, pending {Add --delete-created to delete who has not signed in yet.} other {If they are to go, delete them in Control Hub > Users.}}',
  'problem.undo.person-signed-in': 'Was created by the run, has signed in since, and is not deleted.',
  'problem.undo.person-signed-in.next': 'If they are to go all the same, delete them in Control Hub > Users.',
  'problem.undo.person-moved': 'Is not deleted: somebody changed licenses or roles since.',
  'problem.undo.person-moved.next': 'If they are to go all the same, delete them in Control Hub > Users.',
  'problem.undo.person-gone': 'Is not in the organization any more, so nothing can be given back.',
  'problem.undo.person-gone.next': 'Add the person again, if they are to have what they had.',
  'problem.undo.person-deleted': 'Was deleted by the run, and nothing brings a deleted person back.',
  'problem.undo.person-deleted.next': 'Plan and apply the request again: it creates and invites them anew.',
  'problem.undo.person-replaced':
    'Was created by the run and deleted since; who has the address now is somebody else, and is left alone.',
  'problem.undo.person-replaced.next': 'Look at the person in Control Hub > Users.',
  'problem.undo.license-moved':
    'The license is not touched, because somebody changed it since: the run left {given, select, standard {Standard Agent} premium {Premium Agent} other {none}}{subscription, select, none {} other { ({subscription})}}, now it is {found, select, standard {Standard Agent} premium {Premium Agent} other {none}}{foundSubscription, select, none {} other { ({foundSubscription})}}.',
  'problem.undo.license-moved.next': 'Change it in Control Hub > Users, if it is not meant so.',
  'problem.undo.license-unavailable':
    'The license is not touched: what was held before is not among the organization’s licenses any more.',
  'problem.undo.license-unavailable.next': 'Choose another license for the person, if they need one.',
  'problem.undo.units-short':
    'The license is not touched: no unit of {license, select, standard {Standard Agent} premium {Premium Agent} other {the one before}} is free to be given back.',
  'problem.undo.units-short.next': 'Order units or free some, then undo again.',
  'problem.undo.role-moved':
    'The administrator role is not touched, because somebody changed it since: the run left {given, select, full {full administrator} cc_service {Contact Center service administrator} other {none}}, now it is {found, select, full {full administrator} cc_service {Contact Center service administrator} read_only {read-only administrator} other {none}}.',
  'problem.undo.role-moved.next': 'Change it in Control Hub > Users, if it is not meant so.',
  'problem.undo.role-read-only':
    'The administrator role is not touched: read-only administrator, which was held before, is not given by this program.',
  'problem.undo.role-read-only.next': 'Change it in Control Hub > Users > Administrator roles.',
  'problem.undo.uncertain':
    'Not touched: {what, select, creation {the person was there after a creation that failed} license {the license shows although the run could not give it} administrator {whether the administrator role was given by hand cannot be read} supervisor {whether the supervisor role was given by hand cannot be read} other {nobody can tell who did it}}, so the run may not have done it.',
  'problem.undo.uncertain.next': 'Look at the person in Control Hub > Users.',
  'problem.undo.moved': 'Somebody changed it after the undo plan was made, so it is left as they made it.',
  'problem.undo.moved.next': 'Look at the person in Control Hub > Users, or undo again: it plans anew.',
} as const
