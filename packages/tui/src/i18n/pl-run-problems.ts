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
  'problem.drift.agent-changed': 'Nie jest już tak, jak ustawił to przebieg: {headers}.',
  'problem.drift.agent-changed.next':
    'Jeśli nikt tego nie chciał, podaj plik jeszcze raz: zobaczysz, co się zmieni.',
  'problem.undo.limits':
    'Późniejsze cofnięcie odbierze licencje i role, ale nie wszystko.{created, plural, =0 {} one { # nową osobę usunie tylko na żądanie i tylko przed jej pierwszym zalogowaniem.} few { # nowe osoby usunie tylko na żądanie i tylko przed ich pierwszym zalogowaniem.} many { # nowych osób usunie tylko na żądanie i tylko przed ich pierwszym zalogowaniem.} other { # nowej osoby usunie tylko na żądanie i tylko przed ich pierwszym zalogowaniem.}}{freed, plural, =0 {} one { # oddana licencja wróci tylko wtedy, gdy będzie wolna.} few { # oddane licencje wrócą tylko wtedy, gdy będą wolne.} many { # oddanych licencji wróci tylko wtedy, gdy będą wolne.} other { # oddanej licencji wróci tylko wtedy, gdy będą wolne.}}{byHand, plural, =0 {} one { # rolę trzeba będzie odebrać ręcznie.} few { # role trzeba będzie odebrać ręcznie.} many { # ról trzeba będzie odebrać ręcznie.} other { # roli trzeba będzie odebrać ręcznie.}}{trials, plural, =0 {} one { # usunięta przy tym organizacja próbna nie wróci.} few { # usunięte przy tym organizacje próbne nie wrócą.} many { # usuniętych przy tym organizacji próbnych nie wróci.} other { # usuniętej przy tym organizacji próbnej nie wróci.}}',
  'problem.undo.limits.next':
    'Na razie nic. Potem „wxcc-onboard undo RUN --plan-only” pokaże, co zostałoby cofnięte.',
  'problem.undo.invitation-sent':
    '{people, plural, one {Wysłano # zaproszenie, którego} few {Wysłano # zaproszenia, których} many {Wysłano # zaproszeń, których} other {Wysłano # zaproszenia, których}} nie da się odwołać.',
  'problem.undo.invitation-sent.next': 'Uprzedź te osoby, jeśli mają go nie przyjmować.',
  'problem.undo.trial-deleted':
    '{people, plural, one {Usunięto # organizację próbną, której} few {Usunięto # organizacje próbne, których} many {Usunięto # organizacji próbnych, których} other {Usunięto # organizacji próbnej, których}} nikt nie przywróci.',
  'problem.undo.trial-deleted.next': 'Nic.',
  'problem.undo.person-stays':
    'Tę osobę utworzył przebieg i ona zostaje{status, select, pending {} other {: zdążyła się już zalogować}}.',
  'problem.undo.person-stays.next':
    '{status, select, pending {Dodaj --delete-created, aby usunąć tych, którzy się jeszcze nie zalogowali.} other {Jeśli ma zniknąć, usuń ją w Control Hub > Users.}}',
  'problem.undo.person-signed-in':
    'Tę osobę utworzył przebieg, ale zdążyła się zalogować i nie zostanie usunięta.',
  'problem.undo.person-signed-in.next': 'Jeśli mimo to ma zniknąć, usuń ją w Control Hub > Users.',
  'problem.undo.person-moved':
    'Ta osoba nie zostanie usunięta: ktoś zmienił od tego czasu jej licencje lub role.',
  'problem.undo.person-moved.next': 'Jeśli mimo to ma zniknąć, usuń ją w Control Hub > Users.',
  'problem.undo.person-gone': 'Tej osoby nie ma już w organizacji, więc nie da się jej niczego zwrócić.',
  'problem.undo.person-gone.next': 'Jeśli ma mieć to, co miała, dodaj ją ponownie.',
  'problem.undo.person-deleted': 'Tę osobę usunął przebieg, a usuniętej osoby nic nie przywróci.',
  'problem.undo.person-deleted.next':
    'Zaplanuj zlecenie i zastosuj je jeszcze raz: utworzy tę osobę i zaprosi ją od nowa.',
  'problem.undo.person-replaced':
    'Tę osobę utworzył przebieg, ale ktoś ją usunął; pod tym adresem jest teraz ktoś inny i zostaje bez zmian.',
  'problem.undo.person-replaced.next': 'Obejrzyj tę osobę w Control Hub > Users.',
  'problem.undo.license-moved':
    'Licencja zostaje, bo ktoś ją od tego czasu zmienił: przebieg zostawił {given, select, standard {Standard Agent} premium {Premium Agent} other {brak}}{subscription, select, none {} other { ({subscription})}}, a jest {found, select, standard {Standard Agent} premium {Premium Agent} other {brak}}{foundSubscription, select, none {} other { ({foundSubscription})}}.',
  'problem.undo.license-moved.next': 'Jeśli ma być inaczej, zmień ją w Control Hub > Users.',
  'problem.undo.license-unavailable':
    'Licencja zostaje: tej sprzed przebiegu nie ma już wśród licencji organizacji.',
  'problem.undo.license-unavailable.next': 'Jeśli ta osoba potrzebuje licencji, wybierz inną.',
  'problem.undo.units-short':
    'Licencja zostaje: nie ma wolnej {license, select, standard {licencji Standard Agent} premium {licencji Premium Agent} other {poprzedniej licencji}}, którą można by zwrócić.',
  'problem.undo.units-short.next': 'Zamów licencje albo zwolnij kilka, potem cofnij ponownie.',
  'problem.undo.role-moved':
    'Rola administratora zostaje, bo ktoś ją od tego czasu zmienił: przebieg zostawił {given, select, full {pełnego administratora} cc_service {administratora usługi Contact Center} other {brak roli}}, a jest {found, select, full {pełny administrator} cc_service {administrator usługi Contact Center} read_only {administrator tylko do odczytu} other {brak roli}}.',
  'problem.undo.role-moved.next': 'Jeśli ma być inaczej, zmień ją w Control Hub > Users.',
  'problem.undo.role-read-only':
    'Rola administratora zostaje: poprzedniej, administratora tylko do odczytu, ten program nie nadaje.',
  'problem.undo.role-read-only.next': 'Zmień ją w Control Hub > Users > Administrator roles.',
  'problem.undo.uncertain':
    'Zostaje: {what, select, creation {osoba jest, choć jej utworzenie się nie powiodło} license {licencja jest, choć przebieg nie zdołał jej nadać} administrator {nie da się odczytać, czy rolę administratora nadano ręcznie} supervisor {nie da się odczytać, czy rolę supervisora nadano ręcznie} other {nie wiadomo, kto to zrobił}}, więc mógł to zrobić ktoś inny.',
  'problem.undo.uncertain.next': 'Obejrzyj tę osobę w Control Hub > Users.',
  'problem.undo.moved': 'Ktoś zmienił to już po ułożeniu planu cofnięcia, więc zostaje tak, jak zrobił.',
  'problem.undo.moved.next':
    'Obejrzyj tę osobę w Control Hub > Users albo cofnij jeszcze raz: plan powstanie od nowa.',
}
