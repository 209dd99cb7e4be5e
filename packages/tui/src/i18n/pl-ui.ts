import type { enUi } from './en-ui.ts'

/** Words around the answers, in Polish. */
export const plUi: Readonly<Record<keyof typeof enUi, string>> = {
  'ui.step': 'Krok {number} z {of} · {title}',
  'ui.sandbox': 'piaskownica',
  'ui.more':
    '{lines, plural, one {jeszcze # wiersz} few {jeszcze # wiersze} many {jeszcze # wierszy} other {jeszcze # wiersza}}',
  'ui.continue': 'Dalej',
  'ui.leftOut': '{option}: {reason}.',
  'ui.task.noted': 'Zanotowano. Trwa sprawdzanie.',
  'ui.notYet': 'Jeszcze nie: {reason}.',
  'ui.suggested': 'zalecane',
  'ui.rule': '({rule})',
  'ui.because': '– {reason}',
  'ui.next': 'Co zrobić: {text}',
  'ui.group': '{people, plural, one {# osoba} few {# osoby} many {# osób} other {# osoby}}: {text} – {where}',
  'ui.group.rows': 'wiersze {rows}',
  'ui.group.addresses': '{emails}',
  'ui.row': 'Wiersz {row} · {email}: {text}',
  'ui.about': '{email}: {text}',
  'ui.understood': 'Rozumiem, dalej',
  'ui.severity.error': 'błąd',
  'ui.severity.question': 'pytanie',
  'ui.severity.warning': 'uwaga',
  'ui.severity.notice': 'informacja',
  'ui.andMore': 'i jeszcze {count, number} takich samych',

  'ui.help.keys': 'Klawisze',
  'ui.help.rules': 'Reguły tego kroku',
  'ui.help.docs': 'Źródło: {url}',
  'ui.jump': 'Do którego kroku przejść?',
  'ui.leave.answers': 'Wyjść teraz? Nic jeszcze nie zapisano.',
  'ui.leave.saving': 'Wyjść teraz? Rozpoczęte czynności zostaną dokończone; resztę można wznowić później.',
  'ui.leave.open': 'Wyjść teraz? To, co zostało, można wznowić później.',

  'ui.signIn.connecting': 'Sprawdzanie organizacji i Twoich uprawnień',
  'ui.signIn.failed': 'Nie udało się połączyć.',
  'ui.signIn.connected': 'Połączono z organizacją {organization}.',
  'ui.signIn.as':
    'Konto: {email, select, none {aplikacja usługowa} other {{email}}}, {role, select, full {pełny administrator} cc_service {administrator usługi Contact Center} read_only {administrator tylko do odczytu} user {administrator użytkowników} none {bez roli administratora} other {rola administratora nieznana}}. To nie ta organizacja? Wyjdź (Ctrl+C) i zaloguj się innym tokenem.',

  'ui.signIn.console': 'Zamiast Control Hub piaskownica ma {url}',

  'ui.trial.intro':
    'Czy ktoś z dodawanych osób założył kiedyś ze swoim adresem próbne konto Webex? Organizację próbną tej osoby trzeba usunąć, zanim będzie można dodać ją tutaj.',
  'ui.trial.who':
    'Usunąć może ją tylko jej własny administrator, i to dopiero, gdy nie ma powiązanych witryn, subskrypcji, synchronizacji katalogu, drugiego użytkownika ani organizacji, którymi zarządza. Można też przejąć tę osobę w Control Hub.',
  'ui.trial.field': 'Adres',
  'ui.trial.hint': 'Dodawaj adresy pojedynczo albo wklej listę. Nikt lub nie wiesz? Dalej.',
  'ui.trial.none': 'Nikogo nie zapisano.',
  'ui.trial.listed':
    '{count, plural, one {Zapisano # adres} few {Zapisano # adresy} many {Zapisano # adresów} other {Zapisano # adresu}}',

  'ui.platform.where': 'W Control Hub ({url}) otwórz',
  'ui.platform.documented': 'nazwa z dokumentacji',
  'ui.platform.current': 'nazwa obecna',
  'ui.platform.read':
    'i odczytaj pole „Webex Contact Center platform (details)”. Żaden interfejs API go nie podaje.',

  'ui.people.table.email': 'Adres e-mail',
  'ui.people.table.first': 'Imię',
  'ui.people.table.last': 'Nazwisko',
  'ui.people.add': 'Dodaj',
  'ui.people.edit': 'Zmiana wiersza {row}',
  'ui.people.firstName': 'Imię',
  'ui.people.lastName': 'Nazwisko',
  'ui.people.email': 'Adres',
  'ui.people.hint': 'Wpisz adres albo wklej listę: adresy, Imię Nazwisko <adres>, komórki arkusza.',
  'ui.people.count':
    '{people, plural, =0 {Jeszcze nikogo} one {# osoba} few {# osoby} many {# osób} other {# osoby}}',
  'ui.people.batches':
    'Osoby: {people, number}, w {count, plural, one {# partii} few {# partiach} many {# partiach} other {# partii}}: {sizes}',
  'ui.people.batch': 'Partia {batch}',
  'ui.people.pasted':
    '{people, plural, one {Dodano # osobę} few {Dodano # osoby} many {Dodano # osób} other {Dodano # osoby}}.',
  'ui.people.unread':
    '{lines, plural, one {Nie odczytano # wiersza} few {Nie odczytano # wierszy} many {Nie odczytano # wierszy} other {Nie odczytano # wiersza}}. {first}',

  'ui.licenses.units': 'Licencje',
  'ui.licenses.units.free': 'wolne',
  'ui.licenses.units.assigned': 'zajęte',
  'ui.licenses.units.activated': 'aktywne',
  'ui.licenses.units.total': 'razem',
  'ui.licenses.pool': '{name}: wolne {free, number} z {total, number}',
  'ui.licenses.poolActivated':
    '{name}: wolne {free, number} z {total, number}, zajęte {assigned, number}, aktywne {activated, number}',
  'ui.licenses.payers': 'Nie wybrano: licencje z {chosen}.',
  'ui.single': 'Pojedyncze osoby',
  'ui.single.hint': 'Wybierz wiersz; ← → zmienia wybór dla tej osoby.',
  'ui.single.exception': 'inaczej',
  'ui.administrators.later': 'Nowe osoby są najpierw tworzone, potem dostają rolę (C-10).',

  'ui.review.working': 'Sprawdzanie organizacji i układanie planu',
  'ui.moved.intro':
    '{people, plural, one {# osoba zmieniła się} few {# osoby zmieniły się} many {# osób zmieniło się} other {# osoby zmieniło się}} od zatwierdzenia planu.',
  'ui.moved.what':
    'Dla pozostałych wykonano to, co zatwierdzono. Poniżej widać, co byłoby teraz zrobione dla tych osób; nic nie zostanie dla nich zapisane, zanim tego nie zatwierdzisz. Jeśli je pominiesz, możesz wrócić do nich później.',
  'ui.review.intro': 'Nic nie zostanie zapisane, zanim zatwierdzisz plan.',
  'ui.review.for':
    '{people, plural, one {# osoba} few {# osoby} many {# osób} other {# osoby}} · {organization} · {platform, select, new {New platform} other {platforma {platform}}}',
  'ui.review.counts': 'nowe: {created, number} · zmieniane: {changed, number} · bez zmian: {same, number}',
  'ui.review.steps': 'Co zostanie zapisane',
  'ui.review.below': 'Zobacz też pod planem: {parts}.',
  'ui.review.below.warnings': '{count, plural, one {# uwaga} few {# uwagi} many {# uwag} other {# uwagi}}',
  'ui.review.below.questions':
    '{count, plural, one {# pytanie} few {# pytania} many {# pytań} other {# pytania}}',
  'ui.review.new': '+ nowa',
  'ui.review.changed': '~ zmiana',
  'ui.review.same': '= zostaje',
  'ui.review.byHand': 'ręcznie: {title}',
  'ui.review.roleChange': 'rola: {from} → {to}',
  'ui.review.units': 'Licencje',
  'ui.review.unitsShort':
    'zajęte {before, number} → {after, number} z {total, number}, brakuje {short, number}',
  'ui.review.unitsRow': 'zajęte {before, number} → {after, number} z {total, number}',
  'ui.review.noInvitations': 'Zaproszenia nie są wysyłane.',
  'ui.review.removals':
    '{count, plural, one {# osoba traci licencję.} few {# osoby tracą licencję.} many {# osób traci licencję.} other {# osoby traci licencję.}}',
  'ui.review.tasks': 'Do zrobienia później przez Ciebie w Control Hub',
  'ui.review.noTasks': 'Nic nie zostaje do zrobienia ręcznie.',
  'ui.review.task': '{title} ({count, plural, one {# osoba} few {# osoby} many {# osób} other {# osoby}})',
  'ui.review.forecast':
    'Wywołania API: około {calls, number}{time, select, none {} other {, {time} przy {pace, number} na minutę}}.',
  'ui.review.hash': 'Plan {hash}',
  'ui.review.command': 'To samo bez kreatora',
  'ui.review.approve': 'Aby zapisać, wpisz {word} i naciśnij Enter',
  'ui.review.approveRemovals':
    'Licencje zostaną odebrane. Aby zapisać, wpisz liczbę osób, które je tracą ({count}), i naciśnij Enter',
  'ui.review.word': 'tak',
  'ui.review.mistyped': 'Nie zatwierdzono: wpisz {word}, aby zatwierdzić, albo wróć i coś zmień.',

  'ui.role.none': 'brak',
  'ui.role.full': 'pełny administrator',
  'ui.role.cc-service': 'administrator usługi Contact Center',
  'ui.role.read-only': 'administrator tylko do odczytu',

  'ui.license.standard': 'Standard Agent',
  'ui.license.premium': 'Premium Agent',

  'ui.saving.progress': 'Czynności: {settled, number} z {total, number}',
  'ui.saving.rate': '{perMinute, number} na minutę',
  'ui.saving.left': 'jeszcze mniej więcej {time}',
  'ui.saving.inFlight': 'W toku',
  'ui.saving.stopping': 'Zatrzymywanie po rozpoczętych czynnościach.',
  'ui.saving.safe': 'Wszystko jest zapisywane na bieżąco: jeśli to okno się zamknie, przebieg można wznowić.',
  'ui.saving.kind.person': 'utworzenie',
  'ui.saving.kind.license': 'licencje',
  'ui.saving.kind.delete': 'usunięcie',
  'ui.saving.kind.administrator': 'rola administratora',

  'ui.task.position': 'Zadanie {number} z {of}',
  'ui.task.where': 'Gdzie',
  'ui.task.sandbox': '{url} zastępuje Control Hub, gdzie byłoby to:',
  'ui.task.why': 'Czemu',
  'ui.task.what': 'Co',
  'ui.task.who': 'Osoby:',
  'ui.task.verified.reading': 'Ta strona sprawdza co kilka sekund i sama przejdzie dalej.',
  'ui.task.verified.trying':
    'Gdy to zrobione, naciśnij d: osoba zostanie dodana jeszcze raz i okaże się, czy już można.',
  'ui.task.verified.claim': 'Tego nie da się odczytać: naciśnij d, gdy to zrobisz.',
  'ui.task.checked': 'Odczytano: {count, number} z {of, number}',
  'ui.task.state.open': 'czeka',
  'ui.task.state.claimed': 'zrobione według Ciebie, nieodczytane',
  'ui.task.state.verified': 'odczytane',
  'ui.task.state.skipped': 'pominięte',
  'ui.task.others': 'Jest też do zrobienia',
  'ui.task.state.held': 'czeka na poprzednie zadanie',
  'ui.task.unseen':
    '{title}: według Ciebie zrobione, ale Webex tego nie pokazuje. Dopóki nie pokaże, tego zadania nie da się dla nich odczytać: zajrzyj tam jeszcze raz.',

  'ui.verifying.reading': 'Odczytywanie osób, licencji i użytkowników',
  'ui.failed': 'To się nie udało.',
  'ui.working': 'W toku',
  'ui.looking': 'Sprawdzanie w Webex',

  'ui.report.complete': 'Wszystko zgodnie z planem i każdy może się zalogować.',
  'ui.report.completeButWaiting':
    'Wszystko zgodnie z planem. {people, plural, one {# osoba nie może} few {# osoby nie mogą} many {# osób nie może} other {# osoby nie może}} się jeszcze zalogować: zobacz, co dalej.',
  'ui.report.incomplete': 'Coś zostało do zrobienia.',
  'ui.report.signIn': 'Kto może się zalogować',
  'ui.report.outcomes': 'Co wyszło',
  'ui.report.tasks': 'W Control Hub',
  'ui.report.people': 'Każda osoba',
  'ui.report.total': 'razem {count, number}',
  'ui.report.trouble': 'Co się nie udało',
  'ui.report.verified.reading': 'odczytane',
  'ui.report.verified.claim': 'według Ciebie',
  'ui.report.verified.nothing': 'niesprawdzone',
  'ui.report.signIn.yes': 'może się zalogować',
  'ui.report.signIn.after-invitation': 'po przyjęciu zaproszenia',
  'ui.report.signIn.no': 'jeszcze nie: {lacks}',
  'ui.report.next': 'Co dalej',
  'ui.report.next.retry': 'Ponów to, co się nie udało, bez nowego zatwierdzania: naciśnij r.',
  'ui.report.next.resume': 'Dokończ później poleceniem {command}.',
  'ui.report.next.none': 'Nic. Naciśnij q, aby wyjść.',

  'ui.start.title': 'Gdzie chcesz dodać osoby?',
  'ui.start.heading': 'Początek',
  'ui.start.token': 'Token dostępu',
  'ui.start.tokenHint': 'Wyświetla się jako kropki i pozostaje tylko w pamięci.',
  'ui.start.tokenEmpty': 'Najpierw wpisz token.',
  'ui.resume.title':
    '{runs, plural, one {Jest # niedokończony przebieg} few {Są # niedokończone przebiegi} many {Jest # niedokończonych przebiegów} other {Jest # niedokończonego przebiegu}}',
  'ui.resume.heading': 'Niedokończone przebiegi',
  'ui.resume.run':
    '{organization} · {people, plural, one {# osoba} few {# osoby} many {# osób} other {# osoby}}{kind, select, agents { · dane agentów} other {}} · {state, select, unapproved {niezatwierdzony} unfinished {niedokończony} other {zakończony}} · {when}',
  'ui.resume.draft':
    '{organization}, {people, plural, =0 {jeszcze nikogo} one {# osoba} few {# osoby} many {# osób} other {# osoby}}, bez zatwierdzenia, krok: {stage}, {when}',
  'ui.resume.anew': 'Rozpocznij nowy przebieg',

  'ui.time.seconds': '{count, plural, one {# sekunda} few {# sekundy} many {# sekund} other {# sekundy}}',
  'ui.time.minutes': '{count, plural, one {# minuta} few {# minuty} many {# minut} other {# minuty}}',
}
