import type { enDisabled, enProblems } from './en-problems.ts'
import { plRunProblems } from './pl-run-problems.ts'

/** What is wrong, and what to do next, in Polish. */
export const plProblems: Readonly<Record<keyof typeof enProblems, string>> = {
  ...plRunProblems,
  'problem.request.unreadable': 'Nie da się odczytać zlecenia: {reason}',
  'problem.request.unreadable.next':
    'Sprawdź, czy plik jest w formacie JSON lub YAML, taki jak zapisuje „wxcc-onboard export”.',
  'problem.request.unknown-key':
    '„{path}” nie jest częścią zlecenia.{nearest, select, none {} other { Może chodziło o „{nearest}”?}}',
  'problem.request.unknown-key.next': 'Usuń to albo popraw pisownię.',
  'problem.request.wrong-value': '„{path}” ma niedozwoloną wartość: {given}.',
  'problem.request.wrong-value.next':
    'Oczekiwano: {expected}.{nearest, select, none {} other { Może chodziło o „{nearest}”?}}',
  'problem.request.missing-key': 'Brakuje „{path}”.',
  'problem.request.missing-key.next': 'Dodaj to do zlecenia.',
  'problem.request.format-unknown': 'Zlecenie ma format {given}, którego ta wersja nie zna.',
  'problem.request.format-unknown.next': 'Użyj wersji wxcc-onboard, która je zapisała, albo nowszej.',
  'problem.request.another-organization': 'Zlecenie dotyczy innej organizacji niż zalogowana.',
  'problem.request.another-organization.next': 'Zaloguj się do organizacji ze zlecenia albo przygotuj nowe.',
  'problem.people.none': 'Nikogo jeszcze nie wpisano.',
  'problem.people.none.next': 'Dodaj co najmniej jedną osobę: wpisz adres albo wklej listę.',
  'problem.people.chained':
    'Osoby: {people, number}, w {count, plural, one {# partii} few {# partiach} many {# partiach} other {# partii}}: {batches}.',
  'problem.people.chained.next': 'Nic: partie następują po sobie same.',
  'problem.batch.too-large': 'Partia mieści najwyżej {limit} osób.',
  'problem.batch.too-large.next': 'Wybierz partie po 25 albo po 1.',
  'problem.person.email-missing': 'Brakuje adresu e-mail.',
  'problem.person.email-missing.next': 'Wpisz adres albo usuń wiersz.',
  'problem.person.email-malformed':
    '{fault, select, no_at_sign {Nie ma znaku @ z nazwą przed nim.} two_at_signs {Są dwa znaki @.} forbidden_character {Jest odstęp albo inny znak niedozwolony w adresie.} local_part_too_long {Część przed @ ma ponad 64 znaki.} too_long {Adres ma ponad 254 znaki.} misplaced_dot {Kropka stoi w złym miejscu.} domain_malformed {Część po @ nie jest domeną.} other {To nie jest adres e-mail.}}',
  'problem.person.email-malformed.next': 'Popraw adres. Nic nie jest poprawiane samo.',
  'problem.person.duplicate':
    'Ten sam adres wpisano więcej niż raz{rows, select, none {} other { (wiersze {rows})}}.',
  'problem.person.duplicate.next': 'Zostaw tylko jeden z tych wierszy.',
  'problem.person.first-name-missing': 'Brakuje imienia.',
  'problem.person.first-name-missing.next': 'Wpisz je albo wpisuj osoby tylko przez adres e-mail.',
  'problem.person.last-name-missing': 'Brakuje nazwiska.',
  'problem.person.last-name-missing.next': 'Wpisz je albo wpisuj osoby tylko przez adres e-mail.',
  'problem.person.names-unused':
    '{name} – imię i nazwisko są pomijane: osoby wpisuje się tylko przez adres e-mail.',
  'problem.person.names-unused.next': 'Aby ich użyć, wybierz „Imię, nazwisko i adres e-mail”.',
  'problem.person.exists': 'Jest już w organizacji: zostanie zmieniona, nie utworzona.',
  'problem.person.exists.next': 'Nic, chyba że chodzi o kogoś innego.',
  'problem.person.names-differ': 'W organizacji nazywa się {known}, a nie {entered}; tamta nazwa zostaje.',
  'problem.person.names-differ.next': 'Sprawdź, czy to ta osoba.',
  'problem.line.unreadable': 'Wiersz {line}: brak adresu e-mail w „{text}”.',
  'problem.line.unreadable.next': 'Popraw wiersz i wklej ponownie albo go pomiń.',
  'problem.exception.moot': 'To, co wybrano dla {email}, już nie obowiązuje: tego adresu nie ma na liście.',
  'problem.exception.moot.next': 'Przejrzyj listę osób i w razie potrzeby wybierz ponownie.',
  'problem.trial-account.open': 'Może mieć jeszcze własną organizację próbną.',
  'problem.trial-account.open.next': 'Ta osoba sama ją usuwa albo Ty przejmujesz tę osobę. Potem dalej.',
  'problem.trial-account.not-entered': 'Zapisano konto próbne, ale tej osoby nie ma na liście.',
  'problem.trial-account.not-entered.next': 'Wpisz tę osobę albo usuń adres z listy kont próbnych.',
  'problem.platform.unanswered': 'Platforma nie jest jeszcze znana.',
  'problem.platform.unanswered.next': 'Zajrzyj do Control Hub i wybierz to, co pokazuje Service Details.',
  'problem.platform.not-an-answer': '{given} nie jest żadną z dwóch platform.',
  'problem.platform.not-an-answer.next': 'Odpowiedz „1.0” albo „new”, jak pokazuje Service Details.',
  'problem.platform.evidence-differs':
    'Wybrano {answered}, ale API Contact Center {evidence, select, contact_center_api_answers {odpowiada, jak na New platform} contact_center_api_refuses {nie odpowiada, jak na 1.0} other {wskazuje co innego}}.',
  'problem.platform.evidence-differs.next':
    'Zajrzyj jeszcze raz do Service Details, potem potwierdź albo zmień odpowiedź.',
  'problem.license.not-in-organization':
    'Organizacja nie ma licencji {license, select, standard {Standard Agent} premium {Premium Agent} other {tego rodzaju}}.',
  'problem.license.not-in-organization.next': 'Wybierz inną licencję albo najpierw ją zamów.',
  'problem.license.units-short':
    '{license, select, standard {Standard Agent} premium {Premium Agent} other {Licencja}}{subscription, select, none {} other { ({subscription})}}: wolne {free, number}, brakuje {short, number}.',
  'problem.license.units-short.next':
    'Zamów licencje, usuń osoby albo wybierz inną licencję. Albo potwierdź: niektóre osoby zostaną bez niej.',
  'problem.license.subscription-chosen': 'Tę licencję ma kilka subskrypcji; licencje z {chosen}.',
  'problem.license.subscription-chosen.next': 'Wybierz inną subskrypcję, jeśli ma być inaczej.',
  'problem.license.subscription-unknown': 'Subskrypcja {chosen} nie ma tej licencji.',
  'problem.license.subscription-unknown.next': 'Wybierz jedną z tych: {known}.',
  'problem.license.held-elsewhere':
    'Ma już tę licencję z innej subskrypcji, więc drugiej jednostki nie pobrano.',
  'problem.license.held-elsewhere.next': 'Wznów przebieg: ta osoba zostanie sprawdzona ponownie.',
  'problem.license.kept':
    'Ma już {held, select, standard {Standard Agent} premium {Premium Agent} other {licencję}} i zachowa.',
  'problem.license.kept.next': 'Nic.',
  'problem.license.replaced':
    'Ma {held, select, standard {Standard Agent} premium {Premium Agent} other {inną licencję}}, zamiast niej dostanie {wanted, select, standard {Standard Agent} premium {Premium Agent} other {wybraną}}.',
  'problem.license.replaced.next': 'Sprawdź, czy tak ma być.',
  'problem.license.supervisor-kept': 'Jest supervisorem i nim zostanie: API nie odbiera tej roli.',
  'problem.license.supervisor-kept.next': 'Jeśli ma być agentem premium, zmień to w Control Hub.',
  'problem.license.removed': 'Traci licencję {held}.',
  'problem.license.removed.next': 'Jeśli licencja ma zostać, zostaw te komórki puste.',
  'problem.license.nothing-to-remove': 'Nie ma licencji Contact Center, którą można by odebrać.',
  'problem.license.nothing-to-remove.next': 'Nic.',
  'problem.license.removal-not-offered': 'Licencję można odebrać tylko przez plik CSV.',
  'problem.license.removal-not-offered.next':
    'Użyj pliku CSV z dodawaniem i usuwaniem albo wybierz inną licencję.',
  'problem.license.none-at-all': 'Nikt nie dostaje licencji ani roli administratora.',
  'problem.license.none-at-all.next': 'Wybierz licencję lub rolę, jeśli samo zaproszenie to za mało.',
  'problem.administrator.supervisor-excluded': 'Na New platform supervisor nie może być administratorem.',
  'problem.administrator.supervisor-excluded.next':
    'Zrezygnuj z jednego: wybierz Premium Agent bez Supervisor Role albo brak roli administratora.',
  'problem.administrator.supervisor-unusual':
    'Dla 1.0 nie opisano supervisora i administratora naraz; profilem będzie Administrator.',
  'problem.administrator.supervisor-unusual.next': 'Potwierdź, że tak ma być, albo zrezygnuj z jednego.',
  'problem.administrator.needs-premium': 'Na 1.0 administrator potrzebuje licencji Premium Agent.',
  'problem.administrator.needs-premium.next':
    'Wybierz dla tej osoby Premium Agent albo brak roli administratora.',
  'problem.administrator.standard-useless':
    'Pełny administrator ze Standard Agent ma dostęp tylko do Agent Desktop.',
  'problem.administrator.standard-useless.next': 'Wybierz Premium Agent albo brak licencji.',
  'problem.administrator.nothing-to-remove': 'Nie ma roli administratora, którą można by odebrać.',
  'problem.administrator.nothing-to-remove.next': 'Wybierz „Bez zmian”.',
  'problem.administrator.read-only-held':
    'Jest administratorem tylko do odczytu; można mieć tylko jedną rolę administratora.',
  'problem.administrator.read-only-held.next':
    'Rola tylko do odczytu zostanie zastąpiona. Sprawdź, czy tak ma być.',
  'problem.administrator.replaced':
    'Obecna rola: {held, select, full {pełny administrator} cc_service {administrator usługi Contact Center} read_only {administrator tylko do odczytu} other {administrator}}; nowa: {choice, select, full {pełny administrator} cc_service {administrator usługi Contact Center} other {inna}}.',
  'problem.administrator.replaced.next': 'Sprawdź, czy tak ma być.',
  'problem.invitation.irrevocable':
    '{people, plural, one {# zaproszenie wyjdzie} few {# zaproszenia wyjdą} many {# zaproszeń wyjdzie} other {# zaproszenia wyjdzie}} e-mailem. Nie da się tego cofnąć.',
  'problem.invitation.irrevocable.next': 'Przejrzyj adresy jeszcze raz.',
  'problem.invitation.suppressed': 'W tej organizacji zaproszenia e-mail są wyłączone.',
  'problem.invitation.suppressed.next': 'Powiedz nowym osobom, jak się zalogować.',
  'problem.operator.cannot-create':
    'Twoja rola to {administrator, select, cc_service {administrator usługi Contact Center} read_only {administrator tylko do odczytu} user {administrator użytkowników} none {użytkownik bez roli administratora} other {inna}}, a ta nie pozwala dodawać osób.',
  'problem.operator.cannot-create.next': 'Zaloguj się jako pełny administrator.',
  'problem.operator.cannot-license':
    'Twoja rola to {administrator, select, cc_service {administrator usługi Contact Center} read_only {administrator tylko do odczytu} user {administrator użytkowników} none {użytkownik bez roli administratora} other {inna}}, a ta nie pozwala zmieniać licencji ({people, plural, one {# osoba} few {# osoby} many {# osób} other {# osoby}}).',
  'problem.operator.cannot-license.next':
    'Zaloguj się jako pełny administrator albo administrator użytkowników.',
  'problem.operator.cannot-appoint':
    'Twoja rola to {administrator, select, cc_service {administrator usługi Contact Center} read_only {administrator tylko do odczytu} user {administrator użytkowników} none {użytkownik bez roli administratora} other {inna}}, a ta nie pozwala zmieniać ról administratora ({people, plural, one {# osoba} few {# osoby} many {# osób} other {# osoby}}).',
  'problem.operator.cannot-appoint.next':
    'Zaloguj się jako pełny administrator albo zostaw role administratora bez zmian.',
  'problem.plan.nothing-to-do': 'Wszystko jest już tak, jak chcesz.',
  'problem.plan.nothing-to-do.next': 'Nic. Wróć, aby coś zmienić, albo wyjdź.',
  'problem.plan.removals-unconfirmed':
    '{removals, plural, one {# osoba traci} few {# osoby tracą} many {# osób traci} other {# osoby traci}} licencję, a potwierdzono: {given, number}.',
  'problem.plan.removals-unconfirmed.next': 'Sprawdź, kto co traci, potem potwierdź liczbę.',
  'problem.plan.edited': 'Plan zmieniono po ułożeniu: treść nie pasuje do skrótu.',
  'problem.plan.edited.next': 'Zmień raczej zlecenie i ułóż plan od nowa.',
  'problem.plan.row-moved':
    '{exists, select, true {Stan tej osoby jest inny niż w zatwierdzonym planie: teraz {license, select, none {bez licencji} standard {Standard Agent} other {Premium Agent}}, {administrator, select, none {bez roli administratora} full {pełny administrator} other {inna rola administratora}}.} other {Tej osoby nie ma już w organizacji.}}',
  'problem.plan.row-moved.next': 'Zobacz, co byłoby teraz zrobione, i zatwierdź to albo pomiń.',
  'problem.plan.not-approved': 'Zatwierdzono nie ten plan.',
  'problem.plan.not-approved.next': 'Przejrzyj obecny plan i zatwierdź go.',
  'problem.failure.unauthorized': 'Webex nie przyjął tokena.',
  'problem.failure.unauthorized.next': 'Zaloguj się ponownie; tokeny osobiste wygasają po 12 godzinach.',
  'problem.failure.forbidden': 'Twoja rola albo token na to nie pozwala ({operation}).',
  'problem.failure.forbidden.next':
    'Zaloguj się jako pełny administrator z zakresami, które podaje „wxcc-onboard doctor”.',
  'problem.failure.not-found': 'Webex tego nie znajduje ({operation}).',
  'problem.failure.not-found.next': 'Wróć i ułóż plan od nowa: mogło to zostać w międzyczasie usunięte.',
  'problem.failure.conflict': 'Webex odmówił, bo koliduje to z czymś, co istnieje ({operation}): {message}',
  'problem.failure.conflict.next': 'Wróć i ułóż plan od nowa, aby zobaczyć obecny stan.',
  'problem.failure.another-organization': 'Adres należy do innej organizacji Webex.',
  'problem.failure.another-organization.next':
    'Ta osoba usuwa swoją organizację próbną albo Ty przejmujesz tę osobę w Control Hub. Potem ponów.',
  'problem.failure.invalid': 'Webex odrzucił wartości ({operation}): {message}',
  'problem.failure.invalid.next': 'Popraw wiersz i ułóż plan od nowa.',
  'problem.failure.no-units': 'Nie ma już wolnych licencji tego rodzaju.',
  'problem.failure.no-units.next': 'Zamów licencje albo zwolnij kilka, potem ponów.',
  'problem.failure.signed-in': 'Ta osoba zdążyła się zalogować i nie zostanie usunięta.',
  'problem.failure.signed-in.next': 'Jeśli mimo to ma zniknąć, usuń ją w Control Hub > Users.',
  'problem.failure.rate-limited': 'Webex prosi o zwolnienie tempa i nie przestał prosić.',
  'problem.failure.rate-limited.next': 'Ponów za kilka minut.',
  'problem.failure.unavailable':
    'Webex jest chwilowo niedostępny ({operation}{status, select, none {} other {, status {status}}}).',
  'problem.failure.unavailable.next': 'Ponów za kilka minut; awarie pokazuje status.webex.com.',
  'problem.failure.network': 'Nie można połączyć się z Webex: {message}',
  'problem.failure.network.next': 'Sprawdź sieć i serwer proxy, potem ponów.',
  'problem.failure.timeout': 'Webex nie odpowiedział na czas ({operation}).',
  'problem.failure.timeout.next':
    'Ponów. To, co już zapisano, jest najpierw sprawdzane; nic nie stanie się dwa razy.',
  'problem.failure.unreadable': 'Odpowiedź Webex jest niezrozumiała ({operation}).',
  'problem.failure.unreadable.next': 'Zgłoś to, podając identyfikator {trackingId}.',
  'problem.failure.canceled': 'Zatrzymano przed końcem.',
  'problem.failure.canceled.next': 'Ponów, aby dokończyć.',
  'problem.result.unchanged': 'Webex to przyjął, ale nic się nie zmieniło.',
  'problem.result.unchanged.next': 'Ponów; jeśli tak zostanie, zrób to w Control Hub.',
  'problem.result.invisible': 'Webex to przyjął; nie da się tego jeszcze odczytać.',
  'problem.result.invisible.next':
    'Poczekaj kilka minut, potem użyj `verify RUN` albo ponów: najpierw zostanie to sprawdzone.',
  'problem.result.not-shown': 'Webex wszystko przyjął, ale przy ponownym odczycie czegoś brakuje.',
  'problem.result.not-shown.next':
    'Jeśli to tylko opóźnienie, za kilka minut powie o tym `verify RUN`; co ktoś w tym czasie odebrał, mówi `status --drift RUN`.',
  'problem.result.waiting': 'Czeka na zadanie w Control Hub.',
  'problem.result.waiting.next': 'Wykonaj zadanie i przejdź dalej.',
  'problem.result.not-attempted': 'Nie próbowano, bo coś wcześniej się nie udało.',
  'problem.result.not-attempted.next': 'Ponów, gdy przyczyna zniknie.',
  'problem.result.skipped': 'Pominięto zadanie w Control Hub, na które to czeka.',
  'problem.result.skipped.next': 'Jeśli nadal ma to być, zrób to później w Control Hub.',
  'problem.journal.taken-over': 'Gdy ten proces stał, przebieg przejął inny: {message}',
  'problem.journal.taken-over.next':
    'Ten proces nic więcej nie zapisze w Webex. „wxcc-onboard status” powie, jak daleko jest przebieg.',
  'problem.journal.failed': 'Nie da się zapisać przebiegu: {message}',
  'problem.journal.failed.next':
    'Do Webex nic więcej nie trafi. Zwolnij miejsce na tym komputerze, potem ponów.',
  'problem.command.not-now': 'Teraz to niemożliwe.',
  'problem.command.not-now.next': 'Klawisze na dole pokazują, co można.',
  'problem.import.open': 'Import {run} pliku {path} nie jest zakończony, a naraz może być tylko jeden.',
  'problem.import.open.next':
    'Dokończ go: {program} csv resume {run}. Albo zrezygnuj z niego: {program} csv cancel {run}.',
  'problem.import.row-unseen': 'Potem nie było tego widać.',
  'problem.import.row-unseen.next': 'Zaimportuj plik z wierszami do ponowienia.',
  'problem.import.row-refused': 'Control Hub odrzucił wiersz: {message}',
  'problem.import.row-refused.next': 'Popraw wiersz i zaimportuj plik z wierszami do ponowienia.',
  'problem.run.same-people':
    'Przebieg {run} nie jest zakończony i dotyczy {people, plural, one {# tej samej osoby} few {# tych samych osób} many {# tych samych osób} other {# tych samych osób}}: {named}.',
  'problem.run.same-people.next':
    'Najpierw dokończ tamten przebieg albo upewnij się, że oba chcą tego samego: żadna osoba ani licencja się nie podwoi, ale każdy może zmienić to, co zrobił drugi.',
  'problem.run.unknown': 'Nie ma takiego przebiegu.',
  'problem.run.unknown.next': 'Przebiegi wypisuje „wxcc-onboard status”.',
  'problem.run.format-unknown': 'Przebieg zapisała inna wersja i nie da się go odczytać.',
  'problem.run.format-unknown.next':
    'Zostaje zachowany. Użyj wersji, która go zapisała, albo zacznij od nowa.',
  'problem.file.none': 'Nie wybrano jeszcze pliku.',
  'problem.file.none.next': 'Wybierz go z listy albo wpisz, gdzie jest.',
  'problem.file.missing': 'Nie ma pliku {path}.',
  'problem.file.missing.next': 'Sprawdź ścieżkę.',
  'problem.file.directory': '{path} jest katalogiem.',
  'problem.file.directory.next': 'Wybierz plik w tym katalogu.',
  'problem.file.too-large': '{path} ma {size} MB; odczytuje się najwyżej {limit} MB.',
  'problem.file.too-large.next': 'Sprawdź, czy to ten plik, albo go podziel.',
  'problem.file.unreadable': 'Nie da się odczytać {path}: {reason}.',
  'problem.file.unreadable.next': 'Sprawdź, kto może go czytać.',
  'problem.file.exists': '{path} już istnieje.',
  'problem.file.exists.next': 'Wybierz inną nazwę: nic nie jest nadpisywane.',
  'problem.file.unwritable': 'Nie da się zapisać {path}: {reason}.',
  'problem.file.unwritable.next': 'Usuń przyczynę albo wybierz inne miejsce.',
  'problem.csv.repair-open':
    'Arkusz albo edytor zmienił {count, plural, one {# komórkę} few {# komórki} many {# komórek} other {# komórki}}.',
  'problem.csv.repair-open.next': 'Wybierz, które naprawić; bez Twojej zgody nic nie jest naprawiane.',
  'problem.csv.mode-open': 'Nie powiedziano jeszcze, co znaczy FALSE.',
  'problem.csv.mode-open.next': 'Wybierz tak jak w Control Hub.',
  'problem.csv.nobody': 'Żadnego wiersza z pliku nie da się wykonać.',
  'problem.csv.nobody.next': 'Popraw wiersze wymienione niżej i wybierz plik ponownie.',
  'problem.csv.empty': 'Plik jest pusty.',
  'problem.csv.empty.next': 'Wybierz inny plik albo wyeksportuj go ponownie w Control Hub.',
  'problem.csv.binary':
    'To nie jest plik CSV{kind, select, xlsx {: to skoroszyt Excela} xls {: to stary skoroszyt Excela} ods {: to arkusz OpenDocument} zip {: to archiwum zip} gzip {: jest skompresowany programem gzip} pdf {: to dokument PDF} png {: to obraz} jpeg {: to obraz} gif {: to obraz} sqlite {: to baza danych} html {: to strona WWW} xml {: to dokument XML} rtf {: to dokument Rich Text} nul_bytes {: zawiera bajty NUL} cut_off {: ostatni znak jest ucięty} other {}}.',
  'problem.csv.binary.next':
    '{kind, select, xlsx {Zapisz go w arkuszu jako „CSV UTF-8”.} xls {Zapisz go w arkuszu jako „CSV UTF-8”.} ods {Zapisz go w arkuszu jako CSV z kodowaniem UTF-8.} zip {Najpierw go rozpakuj.} gzip {Najpierw go rozpakuj.} html {Zaloguj się do Control Hub i wyeksportuj ponownie.} other {Wyeksportuj plik ponownie w Control Hub.}}',
  'problem.csv.unreadable': 'Wiersz {line}, kolumna {column}: {message}',
  'problem.csv.unreadable.next': 'Zwykle brakuje cudzysłowu. Popraw ten wiersz w edytorze tekstu.',
  'problem.csv.lines-quoted':
    'Każdy wiersz pliku to jedna komórka w cudzysłowie: arkusz otworzył go ze złym separatorem.',
  'problem.csv.lines-quoted.next':
    'Wyeksportuj go ponownie i użyj edytora tekstu albo podziel w arkuszu według właściwego separatora.',
  'problem.csv.encoding-guessed': 'Plik nie jest w Unicode; odczytano go jako {encoding}.',
  'problem.csv.encoding-guessed.next':
    'Obejrzyj nazwiska z polskimi znakami. Jeśli są złe, wybierz inną stronę kodową.',
  'problem.csv.no-rows': 'Plik ma nagłówek i nikogo poza nim.',
  'problem.csv.no-rows.next': 'Wpisz każdą osobę w nowym wierszu pod nagłówkiem.',
  'problem.csv.rows-empty':
    '{count, plural, one {Pominięto # pusty wiersz} few {Pominięto # puste wiersze} many {Pominięto # pustych wierszy} other {Pominięto # pustego wiersza}} ({lines}).',
  'problem.csv.rows-empty.next': 'Nic.',
  'problem.csv.no-email-column': 'Żadna kolumna nie zawiera adresu e-mail.',
  'problem.csv.no-email-column.next':
    'Control Hub nazywa ją „User ID/Email (Required)”. Wyeksportuj plik ponownie i zostaw tę kolumnę.',
  'problem.csv.another-kind':
    'To inny plik Webex{kind, select, bulk_operations {: użytkownicy dla Bulk Operations} agent_template {: szablon danych agentów} meetings {: Webex Meetings} site_administration {: Site Administration} messenger {: Webex Messenger} other {}}, a nie użytkownicy z Control Hub.',
  'problem.csv.another-kind.next':
    '{kind, select, bulk_operations {Przyjdzie na niego czas po synchronizacji: csv agents.} agent_template {Przyjdzie na niego czas po synchronizacji: csv agents.} other {Wyeksportuj użytkowników w Control Hub: Users > Manage Users > CSV Add or Modify Users.}}',
  'problem.csv.column-twice': 'Więcej niż jedna kolumna mówi to samo: {headers}.',
  'problem.csv.column-twice.next': 'Usuń wszystkie oprócz jednej.',
  'problem.csv.column-assumed': '„{header}” jest odczytywana jako licencja Standard.',
  'problem.csv.column-assumed.next': 'Sprawdź, czy tak ma być.',
  'problem.csv.column-unknown': 'Kolumny, których ta procedura nie zna, zostają bez zmian: {headers}.',
  'problem.csv.column-unknown.next': 'Nic. Control Hub może odrzucić plik z obcymi kolumnami.',
  'problem.csv.no-license-column': 'Żadna kolumna nie daje licencji Contact Center.',
  'problem.csv.no-license-column.next': 'Jeśli ktoś ma ją dostać, wyeksportuj plik ponownie z licencjami.',
  'problem.csv.subscription-several':
    'Kolumnę {license, select, standard {Standard Agent} premium {Premium Agent} other {tej licencji}} ma kilka subskrypcji: {headers}.',
  'problem.csv.subscription-several.next':
    'Wybierz tę, z której brać licencje, albo potwierdź: wtedy każdy wiersz bierze stamtąd, gdzie ma TRUE.',
  'problem.csv.subscription-ambiguous': 'Wiersz {line}: TRUE w kilku subskrypcjach: {headers}.',
  'problem.csv.subscription-ambiguous.next': 'Zostaw TRUE w jednej z nich albo wybierz subskrypcję.',
  'problem.csv.subscription-unknown':
    'Wiersz {line}, {header}: organizacja nie ma takiej licencji z subskrypcji {subscription}.',
  'problem.csv.subscription-unknown.next':
    'Wyeksportuj plik ponownie; ma kolumnę dla każdej istniejącej subskrypcji.',
  'problem.csv.row-ragged': 'Komórek w wierszu {line}: {cells, number}; w nagłówku: {expected, number}.',
  'problem.csv.row-ragged.next':
    'Jeśli jest ich za dużo, ujmij w cudzysłów komórkę z separatorem. Jeśli za mało, brakujące liczą się jako puste.',
  'problem.csv.value-rejected': 'Wiersz {line}, {header}: „{given}” to ani TRUE, ani FALSE.',
  'problem.csv.value-rejected.next': 'Wpisz TRUE lub FALSE albo zostaw komórkę pustą.',
  'problem.csv.role-rejected': 'Wiersz {line}, {header}: „{given}” nie jest rolą.',
  'problem.csv.role-rejected.next':
    'Wpisz agent, supervisor, full administrator lub service administrator albo zostaw komórkę pustą.',
  'problem.csv.role-conflict': 'Wiersz {line}: {email} ma kilka ról: {roles}.',
  'problem.csv.role-conflict.next': 'Zostaw jedną z nich.',
  'problem.csv.role-without-row':
    'Pliku ról dotyczy {count, plural, one {# osoba} few {# osoby} many {# osób} other {# osoby}} bez wiersza: {people}.',
  'problem.csv.role-without-row.next': 'Dodaj ich wiersze albo potwierdź, że ich role zostają bez zmian.',
  'problem.csv.no-role-column': 'Plik ról nie ma kolumny „Contact Center Role”.',
  'problem.csv.no-role-column.next':
    'Dodaj ją obok adresu: agent, supervisor, full administrator albo service administrator.',
  'problem.csv.both-licenses': 'Wiersz {line}: Standard i Premium mają obie TRUE.',
  'problem.csv.both-licenses.next': 'Wybierz jedną z nich albo pozwól zostawić Premium.',
  'problem.csv.premium-kept': 'Wiersz {line}: Standard i Premium mają obie TRUE; zostaje Premium.',
  'problem.csv.premium-kept.next': 'Nic, chyba że miało być Standard.',
  'problem.csv.exchange-needs-false':
    'Wiersz {line}: {email} ma {held, select, premium {Premium} other {Standard}} i miałby obie.',
  'problem.csv.exchange-needs-false.next':
    'Aby zamienić, wpisz FALSE w „{header}” i wybierz „Add and remove services”.',
  'problem.csv.suspended-true':
    'TRUE w „{header}”: usługa jest zawieszona i Control Hub odrzuci cały plik ({count, plural, one {wiersz} few {wiersze} many {wiersze} other {wiersze}} {lines}).',
  'problem.csv.suspended-true.next': 'Opróżnij te komórki albo usuń kolumnę.',
  'problem.csv.damaged':
    'Wiersz {line}, {header}: {kind, select, plus_lost {zginął + przed numerem} scientific {numer zapisano jako potęgę dziesięciu} decimal {do numeru dodano miejsca dziesiętne} date {zamieniono na datę} zeros_lost {zginęły zera na początku} spaces {dodano lub usunięto odstępy} smart_quotes {zamieniono cudzysłowy} mojibake {litery odczytano w złym kodowaniu} auto_link {adres zamieniono w odnośnik} formula {zamieniono na formułę} text_marker {został znak komórki tekstowej} flag_translated {przetłumaczono TRUE lub FALSE} other {komórka jest uszkodzona}}: „{found}”.',
  'problem.csv.damaged.next':
    '{proposed, select, none {Nie da się już powiedzieć, co tam było. Popraw ręcznie.} other {Napraw na „{proposed}” albo zostaw.}}',
  'problem.csv.duplicate': '{email} jest w pliku dwa razy (wiersze {lines}).',
  'problem.csv.duplicate.next': 'Liczy się pierwszy wiersz. Usuń jeden z nich.',
  'problem.csv.renamed':
    'Wiersz {line}: {email} jest nowy i nazywa się jak {known}. Zmieniony adres tworzy drugą osobę.',
  'problem.csv.renamed.next': 'Potwierdź, że to ktoś inny, albo przywróć stary adres.',
  'problem.csv.name-differs':
    '{count, plural, one {# osoba istnieje} few {# osoby istnieją} many {# osób istnieje} other {# osoby istnieje}} pod innym imieniem lub nazwiskiem (wiersze {lines}); {isChanged, select, true {import je zmieni} other {zostaje, jak jest}}.',
  'problem.csv.name-differs.next':
    '{isChanged, select, true {Sprawdź, czy tak ma być.} other {Nic: wykonywane są tylko licencje i role.}}',
  'problem.csv.read-only-edited': 'Wiersz {line}, {header}: kolumnę tylko do odczytu zmieniono na „{found}”.',
  'problem.csv.read-only-edited.next': 'Przywróć poprzednią wartość albo usuń kolumnę.',
  'problem.csv.last-name-missing': 'Wiersz {line}: {email} nie ma nazwiska.',
  'problem.csv.last-name-missing.next': 'Wpisz imię i nazwisko; oszczędzi to późniejszych kłopotów.',
  'problem.csv.export-stale': 'Eksport ma {hours, number} godz.',
  'problem.csv.export-stale.next': 'Wyeksportuj ponownie, aby nie nadpisać nic nowszego.',
  'problem.csv.over-limit':
    'Wiersze: {rows, number}. Plik użytkowników Control Hub mieści najwyżej {limit, number}.',
  'problem.csv.over-limit.next': 'Nic: przez API nie ma takiego ograniczenia.',
  'problem.csv.limit-impossible':
    '{given} wierszy w pliku nie jest możliwe: plik użytkowników Control Hub mieści od 1 do {limit, number}.',
  'problem.csv.limit-impossible.next': 'Wybierz 1000 albo inną liczbę do tej granicy.',
  'problem.csv.limit-raised':
    '{given, number} wierszy w pliku to więcej niż {limit, number}, które podano dla Contact Center.',
  'problem.csv.limit-raised.next': 'Wybierz liczbę z dokumentacji, chyba że wiesz, że działa więcej.',
  'problem.csv.parts':
    'Wiersze: {rows, number}, w {parts, plural, one {# pliku} few {# plikach} many {# plikach} other {# pliku}} po najwyżej {limit, number}.',
  'problem.csv.parts.next': 'Nic: pliki następują po sobie, po jednym.',
  'problem.csv.removals':
    '{people, plural, one {# osoba traci} few {# osoby tracą} many {# osób traci} other {# osoby traci}} usługi: {services}.',
  'problem.csv.removals.next': 'Przejrzyj listę i potwierdź liczbę albo wybierz „Add services only”.',
  'problem.csv.license-removed':
    'Wiersz {line}: {email} traci{isHeld, select, false {, jeśli ma,} other {}} {headers}.',
  'problem.csv.license-removed.next': 'Jeśli tak nie ma być, opróżnij komórki.',
  'problem.csv.service-removed':
    'Wiersz {line}: {email} traci{isHeld, select, false {, jeśli ma,} other {}} {headers}.',
  'problem.csv.service-removed.next': 'Jeśli tak nie ma być, opróżnij komórki albo usuń kolumny.',
  'problem.csv.false-ignored':
    'W „Add services only” FALSE nie działa: {count, plural, one {# osoba zachowa} few {# osoby zachowają} many {# osób zachowa} other {# osoby zachowa}} licencję (wiersze {lines}).',
  'problem.csv.false-ignored.next': 'Aby odebrać licencje, wybierz „Add and remove services”.',
  'problem.csv.service-false-ignored':
    'W „Add services only” FALSE innych usług nie działa (wiersze {lines}).',
  'problem.csv.service-false-ignored.next': 'Aby je odebrać, wybierz „Add and remove services”.',
  'problem.csv.agent-role':
    '{count, plural, one {# osoba z Premium zostanie agentem} few {# osoby z Premium zostaną agentami} many {# osób z Premium zostanie agentami} other {# osoby z Premium zostanie agentami}}.',
  'problem.csv.agent-role.next':
    'Supervisorów i administratorów podaje się w kolumnie „Contact Center Role” albo ręcznie po imporcie.',
  'problem.csv.roles-by-hand':
    '{count, plural, one {# rola zostanie nadana} few {# role zostaną nadane} many {# ról zostanie nadanych} other {# roli zostanie nadane}} po imporcie: plik CSV tego nie potrafi.',
  'problem.csv.roles-by-hand.next': 'Na razie nic; przyjdzie to jako zadanie.',
  'problem.csv.supervisor-needs-premium': 'Wiersz {line}: supervisor potrzebuje Premium.',
  'problem.csv.supervisor-needs-premium.next': 'Wpisz TRUE w kolumnie Premium albo inną rolę.',
  'problem.csv.supervisor-lost': 'Wiersz {line}: {email} jest supervisorem i przestałby nim być.',
  'problem.csv.supervisor-lost.next': 'Sprawdź, czy tak ma być.',
  'problem.csv.automatic-licenses':
    'Licencje przypisują się tu same, ale {count, plural, one {# nowy wiersz ma} few {# nowe wiersze mają} many {# nowych wierszy ma} other {# nowego wiersza ma}} TRUE lub FALSE (wiersze {lines}).',
  'problem.csv.automatic-licenses.next': 'U nowych osób zostaw komórki usług puste.',
  'problem.csv.columns-unneeded':
    '{count, plural, one {# kolumna innej usługi jest} few {# kolumny innych usług są} many {# kolumn innych usług jest} other {# kolumny innych usług jest}} w pliku: {headers}.',
  'problem.csv.columns-unneeded.next': 'Kolumna, której nie ma, nie zaszkodzi: pomiń je.',
  'problem.agent.no-column': 'Żadna kolumna nie dotyczy agentów.',
  'problem.agent.no-column.next': 'Dodaj jedną lub więcej z nich: {headers}.',
  'problem.agent.user-missing': 'Wiersz {line}: {email} nie ma w module Users.',
  'problem.agent.user-missing.next':
    'Nadaj tej osobie licencję, naciśnij Synchronize Users w Control Hub, potem spróbuj ponownie (SYNC-2).',
  'problem.agent.name-unknown':
    'Wiersz {line}, {header}: nie ma „{given}”{nearest, select, none {} other {; czy chodziło o „{nearest}”?}}',
  'problem.agent.name-unknown.next': 'Wpisz nazwę tak, jak w Contact Center. Nazwy nie są poprawiane.',
  'problem.agent.name-ambiguous': 'Wiersz {line}, {header}: kilka nazywa się „{given}”.',
  'problem.agent.name-ambiguous.next': 'Zachowaj wielkość liter albo najpierw nadaj im różne nazwy.',
  'problem.agent.enabled-malformed': 'Wiersz {line}: „{given}” to ani On, ani Off.',
  'problem.agent.enabled-malformed.next': 'Wpisz On lub Off albo zostaw komórkę pustą.',
  'problem.agent.profile-type': 'Wiersz {line}: „{given}” to profil typu {type}, a {email} ma typ {known}.',
  'problem.agent.profile-type.next':
    'Wybierz profil tego samego typu. Typ wynika z licencji i roli w Control Hub.',
  'problem.agent.site-missing': 'Wiersz {line}: {email} dostaje zespoły, a nie ma lokalizacji (Site).',
  'problem.agent.site-missing.next': 'Wpisz także lokalizację.',
  'problem.agent.team-elsewhere': 'Wiersz {line}: zespół „{given}” należy do innej lokalizacji.',
  'problem.agent.team-elsewhere.next': 'Wybierz zespół tej lokalizacji albo wpisz tę drugą.',
  'problem.agent.team-capacity': 'Wiersz {line}: „{given}” to zespół typu Capacity, bez agentów.',
  'problem.agent.team-capacity.next': 'Wybierz zespół agentów.',
  'problem.agent.desktop-missing':
    'Wiersz {line}: {email} ma lokalizację i zespoły, a nie ma profilu pulpitu.',
  'problem.agent.desktop-missing.next': 'Wpisz Desktop Profile: przy lokalizacji i zespołach jest wymagany.',
  'problem.agent.details-off':
    'Wiersz {line}: {email} nie jest włączony w Contact Center, więc reszta nie działa.',
  'problem.agent.details-off.next': 'Jeśli ma być inaczej, wpisz On w kolumnie Contact Center Enabled.',
  'problem.agent.site-changes':
    '{count, plural, one {# osoba przechodzi} few {# osoby przechodzą} many {# osób przechodzi} other {# osoby przechodzi}} do innej lokalizacji: {people}. Takie osoby opuszczają swoje zespoły, a statystyki starej lokalizacji się kończą.',
  'problem.agent.site-changes.next': 'Najpierw niech się wylogują z pulpitu, potem potwierdź.',
  'problem.agent.not-ready': 'Wiersz {line}: {email} wciąż nie ma: {headers}.',
  'problem.agent.not-ready.next': 'Bez tego nikt nie zaloguje się do pulpitu i nie będzie pracować.',
  'problem.agent.unchanged': 'Wiersz {line}: Contact Center to przyjęło, ale bez zmian pozostało: {headers}.',
  'problem.agent.unchanged.next':
    'Kontynuuj przebieg; jeśli to nie pomoże, ustaw to w Control Hub > Contact Center > Users.',
  'problem.agent.moved':
    'Wiersz {line}: po ułożeniu planu ktoś zmienił dane {email}; zostają takie, jakie są.',
  'problem.agent.moved.next': 'Podaj plik jeszcze raz: zobaczysz, co zmieniłoby się teraz.',
}

/** Why something cannot be chosen or done now, in Polish. */
export const plDisabled: Readonly<Record<keyof typeof enDisabled, string>> = {
  'disabled.supervisor-excludes-administrator': 'nie razem z Supervisor Role',
  'disabled.needs-premium': 'wymaga licencji Premium Agent',
  'disabled.not-an-existing-administrator': 'nie ma roli administratora',
  'disabled.no-such-license': 'organizacja nie ma takiej licencji',
  'disabled.no-free-units': 'brak wolnych licencji',
  'disabled.answer-first': 'najpierw odpowiedz na pytanie',
  'disabled.first-stage': 'to pierwszy krok',
  'disabled.already-saving': 'zapis się zaczął; tego, co zapisano, nie da się tu cofnąć',
  'disabled.stage-not-reached': 'wcześniejsze kroki nie są jeszcze gotowe',
  'disabled.problems-first': 'najpierw usuń błędy',
  'disabled.questions-first': 'najpierw potwierdź pytania',
  'disabled.in-progress': 'coś jest w toku',
  'disabled.not-in-this-stage': 'nie w tym kroku',
  'disabled.nothing-to-retry': 'nie ma czego ponawiać',
  'disabled.cannot-verify': 'nie da się sprawdzić przez API',
  'disabled.no-csv-desk': 'nie ma tu plików',
  'disabled.no-import-desk': 'nie da się tu zapisać plików',
  'disabled.trial-accounts-first':
    'Control Hub nie zaimportuje osób, których organizacja próbna jeszcze istnieje',
}
