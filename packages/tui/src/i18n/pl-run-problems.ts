import type { enRunProblems } from './en-run-problems.ts'

/** What is said of people after a run, in Polish. */
export const plRunProblems: Readonly<Record<keyof typeof enRunProblems, string>> = {
  'problem.drift.person-deleted': 'Nie ma już tej osoby w organizacji.',
  'problem.drift.person-deleted.next':
    'Jeśli nikt tego nie chciał, zaplanuj zlecenie i zastosuj je jeszcze raz.',
  'problem.drift.person-deactivated': 'Konto jest dezaktywowane.',
  'problem.drift.person-deactivated.next': 'Jeśli nikt tego nie chciał, aktywuj je w Control Hub > Users.',
  'problem.drift.license-lost':
    'Nadano {given, select, standard {Standard Agent} premium {Premium Agent} other {licencję}}{subscription, select, none {} other { ({subscription})}}, a teraz jest {found, select, standard {Standard Agent} premium {Premium Agent} other {brak licencji Contact Center}}{foundSubscription, select, none {} other { ({foundSubscription})}}.',
  'problem.drift.license-lost.next':
    'Jeśli nikt tego nie chciał, zaplanuj zlecenie i zastosuj je jeszcze raz.',
  'problem.drift.license-returned':
    'Ten przebieg odebrał {found, select, standard {Standard Agent} premium {Premium Agent} other {licencję}}, a jest ona znowu{foundSubscription, select, none {} other { ({foundSubscription})}}.',
  'problem.drift.license-returned.next':
    'Jeśli nikt tego nie chciał, zaplanuj zlecenie i zastosuj je jeszcze raz.',
  'problem.drift.role-changed':
    'Rola administratora: miała być {given, select, full {pełny administrator} cc_service {administrator usługi Contact Center} other {odebrana}}, a jest {found, select, full {pełny administrator} cc_service {administrator usługi Contact Center} read_only {administrator tylko do odczytu} other {żadna}}.',
  'problem.drift.role-changed.next':
    'Jeśli nikt tego nie chciał, zaplanuj zlecenie i zastosuj je jeszcze raz.',
  'problem.drift.supervisor-lost': 'Rola supervisora była nadana, a już jej nie ma.',
  'problem.drift.supervisor-lost.next': 'Jeśli nikt tego nie chciał, nadaj ją w Control Hub > Users.',
  'problem.drift.user-missing': 'Nie ma już tego użytkownika w module Users w Contact Center.',
  'problem.drift.user-missing.next':
    'Jeśli licencja i rola są bez zmian, naciśnij Synchronize Users w Control Hub.',
  'problem.drift.user-deactivated': 'Użytkownik Contact Center jest dezaktywowany.',
  'problem.drift.user-deactivated.next': 'Jeśli nikt tego nie chciał, aktywuj go w Contact Center > Users.',
  'problem.drift.profile-changed':
    'Profil użytkownika był {given, select, standard_agent {Standard Agent} premium_agent {Premium Agent} supervisor {Supervisor} administrator {Administrator} administrator_only {Administrator Only} other {inny}}, a jest {found, select, standard_agent {Standard Agent} premium_agent {Premium Agent} supervisor {Supervisor} administrator {Administrator} administrator_only {Administrator Only} other {innego rodzaju}}.',
  'problem.drift.profile-changed.next':
    'Jeśli nikt tego nie chciał, wybierz profil w Contact Center > Users.',
}
