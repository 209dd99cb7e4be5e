import { plAgents } from './pl-agents.ts'
import { plCsv } from './pl-csv.ts'
import { plRuns } from './pl-runs.ts'

/**
 * What the command line says, in Polish. A text that is not here yet is said in English; a test tells which. `--help`
 * is English, since it is read before a language is chosen.
 */
export const plCli = {
  ...plAgents,
  ...plCsv,
  ...plRuns,
  'trouble.command.misused': '{reason}',
  'next.command.misused': 'Zobacz „{program} --help”.',
  'trouble.command.no-terminal': 'Kreator wymaga terminala, a {missing} nim nie jest.',
  'next.command.no-terminal':
    'Użyj poleceń:\n  {program} plan REQUEST.yaml --output plan.json\n  {program} apply plan.json --approve HASH\nCałą procedurę na organizacji ćwiczebnej pokazuje: {program} start',
  'trouble.command.interrupted': 'Zatrzymano.',
  'next.command.interrupted': 'To, co zapisano, zostaje. Aby kontynuować: {program} resume {run}',
  'trouble.token.missing': 'Nie ma tokena dostępu, którym można się zalogować.',
  'next.token.missing':
    'Umieść go w zmiennej środowiskowej WEBEX_TOKEN albo użyj --token-file PLIK lub --token-stdin.\nJeśli nie masz organizacji pod ręką, dodaj --sandbox.',
  'trouble.token.on-command-line':
    'Tokena dostępu nie podaje się w wierszu poleceń: każdy na tym komputerze mógłby go tam odczytać.',
  'next.token.on-command-line':
    'Umieść go w zmiennej środowiskowej WEBEX_TOKEN albo użyj --token-file PLIK lub --token-stdin.\nJeśli był to prawdziwy token, wymień go na nowy.',
  'trouble.token.empty': 'Token dostępu z {source} jest pusty.',
  'next.token.empty': 'Sprawdź, czy {source} zawiera token i nic więcej.',
  'trouble.token.malformed':
    'Token dostępu z {source} ma odstępy, końce wierszy albo znaki, których nie ma żaden token.',
  'next.token.malformed': 'Sprawdź, czy {source} zawiera token i nic więcej.',
  'trouble.region.missing': 'API Contact Center mają adres dla każdego regionu, a żadnego nie wybrano.',
  'next.region.missing':
    'Dodaj --region z jednym z {regions} albo --region none na platformie 1.0, która nie ma takiego API; Control Hub pokazuje region w Contact Center > Settings > General.',
  'trouble.region.unknown': '„{region}” nie jest regionem.',
  'next.region.unknown': 'Użyj jednego z {regions} albo podaj sam adres przez --contact-center-url.',
  'trouble.address.malformed': '{option} „{url}” nie jest adresem http ani https bez ścieżki.',
  'next.address.malformed': 'Podaj cały adres, na przykład https://webexapis.com',
  'trouble.budget.malformed': '„{given}” nie jest liczbą żądań na minutę.',
  'next.budget.malformed':
    'Podaj w --requests-per-minute liczbę całkowitą od 1 do 999999 albo unlimited; Cisco dokumentuje 300 dla Contact Center.',
  'trouble.platform.unknown': '„{platform}” nie jest platformą.',
  'next.platform.unknown':
    'Użyj new albo 1.0, jak pokazuje Control Hub w Contact Center > Settings > General > Service Details (PLAT-3).',
  'trouble.port.malformed': '„{port}” nie jest portem.',
  'next.port.malformed': 'Użyj liczby od 0 do 65535; 0 bierze dowolny wolny port.',
  'trouble.port.in-use': 'Portu {port} używa inny program.',
  'next.port.in-use': 'Wybierz inny przez --port N albo --port 0, aby wziąć dowolny wolny.',
  'trouble.port.forbidden': 'To konto nie może nasłuchiwać na porcie {port}.',
  'next.port.forbidden': 'Wybierz port powyżej 1023 przez --port N.',
  'trouble.file.missing': 'Nie ma pliku {path}.',
  'next.file.missing': 'Sprawdź ścieżkę. Zlecenia na początek są w examples/.',
  'trouble.file.directory': '{path} jest katalogiem.',
  'next.file.directory': 'Podaj plik w tym katalogu.',
  'trouble.file.too-large': '{path} ma {size} MB; odczytuje się najwyżej {limit} MB.',
  'next.file.too-large': 'Sprawdź, czy to ten plik, albo podziel listę osób.',
  'trouble.file.binary': '{path} nie jest tekstem.',
  'next.file.binary': 'Zlecenie to YAML albo JSON w UTF-8; arkusz trzeba najpierw zapisać jako tekst.',
  'trouble.file.unreadable': 'Nie da się odczytać {path}: {reason}.',
  'next.file.unreadable': 'Sprawdź, kto może go czytać.',
  'trouble.output.unwritable': 'Nie da się zapisać wyjścia: {reason}.',
  'next.output.unwritable':
    'Zrób miejsce albo skieruj je gdzie indziej. To, co zrobiono, jest zapisane: {program} status',
  'trouble.input.unreadable': 'Nie da się odczytać wejścia: {reason}.',
  'next.input.unreadable': 'Skieruj do niego coś innego.',
  'trouble.file.unwritable': 'Nie da się zapisać {path}: {reason}.',
  'next.file.unwritable': 'Usuń przyczynę albo wybierz inne miejsce.',
  'trouble.request.syntax': '{path}:{line}:{column} nie jest poprawnym YAML ani JSON: {reason}',
  'next.request.syntax': 'Popraw ten wiersz i spróbuj ponownie.',
  'trouble.request.not-a-mapping':
    'W {path} nie ma zlecenia: na najwyższym poziomie jest {found}, a nie klucze z wartościami.',
  'next.request.not-a-mapping':
    'Zacznij od „format: 1”, potem „platform:” i „people:”; zobacz examples/ albo „{program} schema”.',
  'trouble.request.invalid':
    '{path} nie jest poprawnym zleceniem: {problems, plural, one {# błąd} few {# błędy} many {# błędów} other {# błędu}}.',
  'next.request.invalid':
    'Popraw {problems, plural, one {go} few {je} many {je} other {je}} i spróbuj ponownie; „{program} schema” wypisuje wszystko, co może mieć zlecenie.',
  'trouble.request.is-a-plan': '{path} to zapisany plan, nie zlecenie.',
  'next.request.is-a-plan': 'Wykonaj go poleceniem: {program} apply {path} --approve HASH',
  'trouble.request.another-organization': 'Zlecenie dotyczy innej organizacji niż zalogowana.',
  'next.request.another-organization': 'Zaloguj się do organizacji ze zlecenia. Nic nie zapisano.',
  'trouble.plan.malformed': '{path} nie jest planem w postaci, w jakiej zapisuje go ta wersja.',
  'next.plan.malformed': 'Przygotuj go ponownie: {program} plan REQUEST.yaml --output {path}',
  'trouble.plan.edited': '{path} zmieniono po zapisaniu: treść nie pasuje do skrótu {hash}.',
  'next.plan.edited': 'Zmień raczej zlecenie i ułóż plan od nowa. Nic nie zapisano.',
  'trouble.plan.stale':
    'Organizacja zmieniła się od ułożenia planu: teraz byłby to {actual}, a nie {expected}.',
  'next.plan.stale': 'Obejrzyj nowy plan i zatwierdź tamten. Nic nie zapisano.',
  'trouble.plan.blocked':
    'Nie ma jeszcze planu: {problems, plural, one {najpierw trzeba rozwiązać # problem} few {najpierw trzeba rozwiązać # problemy} many {najpierw trzeba rozwiązać # problemów} other {najpierw trzeba rozwiązać # problemu}}.',
  'next.plan.blocked':
    'Nic nie zapisano. Zmień zlecenie i ułóż plan ponownie; na pytania odpowiada się w „acknowledge:”.',
  'trouble.plan.not-approved': 'Bez zatwierdzenia nic nie zostanie zapisane.',
  'next.plan.not-approved':
    'Obejrzyj plan, potem: {program} apply {path} --approve HASH (albo --yes na wszystko, co w nim jest).',
  'trouble.approval.malformed': '„{given}” nie jest skrótem planu.',
  'next.approval.malformed': 'Podaj 64 cyfry, które wypisuje „plan”, albo co najmniej 12 pierwszych.',
  'trouble.approval.differs': 'To plan {actual}, a zatwierdzono {expected}.',
  'next.approval.differs': 'Obejrzyj plan i zatwierdź jego skrót. Nic nie zapisano.',
  'trouble.operator.auto-refused':
    '--operator auto działa tylko w piaskownicy: żadne publiczne API nie zrobi tego, co człowiek w Control Hub.',
  'next.operator.auto-refused': 'Użyj --operator leave albo --operator wait, albo spróbuj z --sandbox.',
  'trouble.run.unknown': 'Na tym komputerze nie ma przebiegu {run}.',
  'next.run.unknown': 'Przebiegi wypisuje „{program} status”.',
  'trouble.run.finished': 'Przebieg {run} jest zakończony; nie ma czego kontynuować.',
  'next.run.finished': 'Obejrzyj go: {program} status {run}',
  'trouble.run.taken-over': 'Ten przebieg prowadzi dalej inny proces.',
  'next.run.taken-over':
    'Ten nic więcej nie zapisze w Webex. „wxcc-onboard status” powie, jak daleko jest przebieg.',
  'trouble.run.leased': 'Nad przebiegiem {run} pracuje od {since} proces {pid} na {host}.',
  'next.run.leased':
    'Poczekaj, aż skończy, albo zatrzymaj go tam. Jeśli tego procesu już nie ma, przebieg można przejąć o {until}.',
  'trouble.run.class-unknown': 'Z tego, co zostało w przebiegu {run}, nic nie jest {given}.',
  'next.run.class-unknown': 'Co zostało i dla ilu osób: {classes}.',
  'trouble.run.nothing-to-approve': 'Żadne wiersze przebiegu {run} nie czekają na zatwierdzenie.',
  'next.run.nothing-to-approve':
    'Kontynuuj na podstawie dotychczasowego zatwierdzenia: {program} resume {run}',
  'trouble.run.not-approved': 'Planu przebiegu {run} nigdy nie zatwierdzono.',
  'next.run.not-approved': 'Ułóż plan ponownie: {program} plan REQUEST.yaml',
  'trouble.run.damaged':
    'Od wpisu {entry} przebieg {run} nie jest taki, jak go zapisano. Przed nim: {settled, plural, one {# rozstrzygnięty krok} few {# rozstrzygnięte kroki} many {# rozstrzygniętych kroków} other {# rozstrzygniętego kroku}}. Niczego w nim nie zmieniono.',
  'next.run.damaged':
    'Ułóż plan dla tych samych osób ponownie: to, co już zrobiono, zostanie zauważone i nie zrobi się dwa razy.',
  'trouble.run.format-unknown': 'Przebieg {run} zapisała nowsza wersja wxcc-onboard.',
  'next.run.format-unknown': 'Użyj tamtej wersji albo nowszej; w przebiegu nic nie zmieniono.',
  'trouble.task.unknown': 'Przebieg {run} nie ma zadania {task}.',
  'next.task.unknown': 'Zobacz „{program} tasks {run}”.',
  'trouble.task.settled': 'Zadanie {task} nie jest już otwarte: {state}.',
  'next.task.settled': 'Zobacz „{program} tasks {run}”.',
  'trouble.audit.broken':
    'Wiersz {line} w {path} {damage, select, unreadable {nie jest wierszem dziennika} number {nie następuje po poprzednim} link {zmieniono po zapisaniu} other {nie jest końcem, który zapisano}}.',
  'next.audit.broken':
    'Wcześniejsze wiersze są spójne. Jeśli przebieg jest tu jeszcze przechowywany, wypisz dziennik ponownie: {program} audit RUN',
  'trouble.journal.read-only': '{reason}',
  'next.journal.read-only':
    'Aby wznawiać przebiegi, trzeba je przechowywać. Podaj w WXCC_ONBOARD_DATA_DIR folder do zapisu.',
  'trouble.journal.newer-format': '{reason}',
  'next.journal.newer-format':
    'Użyj wersji, która to zapisała, albo nowszej, albo podaj inny folder w WXCC_ONBOARD_DATA_DIR.',
  'trouble.journal.not-a-journal': '{reason}',
  'next.journal.not-a-journal': 'Przenieś plik albo podaj inny folder w WXCC_ONBOARD_DATA_DIR.',
  'trouble.journal.damaged': '{reason}',
  'next.journal.damaged':
    'Aby dokończyć resztę, ułóż plan i wykonaj zlecenie od nowa: to, co już jest, zostanie rozpoznane i zostawione.',
  'trouble.journal.leased': '{reason}',
  'next.journal.leased': 'Ten proces się zatrzymał. Jak daleko jest tamten, pokazuje „{program} status”.',
  'trouble.journal.locked': '{reason}',
  'next.journal.locked': 'Poczekaj, aż drugi wxcc-onboard skończy, i spróbuj ponownie.',
  'trouble.journal.disk-full': '{reason}',
  'next.journal.disk-full': 'Zrób miejsce, potem kontynuuj przez „{program} resume RUN”.',
  'trouble.journal.unreadable': '{reason}',
  'next.journal.unreadable': 'Sprawdź dysk albo podaj inny folder w WXCC_ONBOARD_DATA_DIR.',
  'trouble.sandbox.state': '{reason}',
  'next.sandbox.state':
    'Wyzeruj ją przez „{program} sandbox reset” albo podaj inny folder w WXCC_ONBOARD_DATA_DIR.',
  'trouble.sign-in.refused': 'Webex nie przyjmuje do tego tego tokena dostępu.',
  'next.sign-in.refused':
    'Token może być błędny, nieważny albo bez potrzebnego zakresu lub roli. Weź nowy jako pełny administrator. To polecenie od tej chwili nic nie zapisało.',
  'trouble.connection.failed': 'Nie udało się odczytać organizacji.',
  'next.connection.failed': 'Sprawdź sieć i adresy, potem spróbuj ponownie.',
  'trouble.program.bug': 'Stało się coś, co nie powinno: {reason}',
  'next.program.bug':
    'To błąd wxcc-onboard. WXCC_ONBOARD_DEBUG=1 pokazuje, gdzie wystąpił; prosimy o zgłoszenie.',

  'output.problem.row': 'wiersz {row}',
  'output.nearest': 'Może chodziło o „{nearest}”?',
  'output.severity.error': 'błąd',
  'output.severity.question': 'pytanie',
  'output.severity.warning': 'uwaga',
  'output.severity.notice': 'informacja',

  'output.plan.title':
    'Plan dla {organization}, {platform, select, new {New platform} other {platforma 1.0}}: {people, plural, one {# osoba} few {# osoby} many {# osób} other {# osoby}}',
  'output.plan.counts':
    '  do utworzenia {create, number}, do nadania licencji {license, number}, do odebrania {remove, number}, do zmiany roli {role, number},{deleted, select, none {} other { do usunięcia {deleted, number},}} zadania dla człowieka {tasks, number}',
  'output.plan.create': 'utworzyć osobę{name, select, none {} other { jako {name}}}',
  'output.plan.delete': 'usuń osobę',
  'output.plan.license': '{license} ({pool})',
  'output.plan.role': 'rola administratora: {from} → {to}',
  'output.plan.by-hand': 'ręcznie',
  'output.plan.unchanged': 'bez zmian',
  'output.plan.batch': 'Partia {batch}',
  'output.plan.units': 'Licencje',
  'output.plan.unit':
    '{name}{subscription, select, none {} other {, {subscription}}}: zajęte {before, number} → {after, number} z {total, number}',
  'output.plan.tasks': 'Do zrobienia przez człowieka w Control Hub',
  'output.plan.no-tasks': 'Nic nie trzeba robić ręcznie.',
  'output.plan.invitations':
    '{count, plural, =0 {Zaproszenia nie są wysyłane.} one {# zaproszenie zostanie wysłane e-mailem i nie da się go cofnąć.} few {# zaproszenia zostaną wysłane e-mailem i nie da się ich cofnąć.} many {# zaproszeń zostanie wysłanych e-mailem i nie da się ich cofnąć.} other {# zaproszenia zostanie wysłane e-mailem i nie da się ich cofnąć.}}',
  'output.plan.forecast':
    'Wywołania API: około {calls, number}{time, select, none {} other {, {time} przy {pace, number} na minutę}}.',
  'output.plan.hash': 'Skrót {hash}',
  'output.plan.saved': 'Zapisano w {path}.',
  'output.plan.how': 'Aby wykonać: {command}',
  'output.plan.nothing': 'Nie ma nic do zrobienia.',

  'output.task.where': 'gdzie: {path} ({url})',
  'output.task.who':
    'osoby: {people}{more, select, none {} other { i jeszcze {more, number}; wszystkie wymienia `tasks RUN`}}',
  'output.task.why': 'czemu: {why} [{rule}]',
  'output.task.known':
    'skąd wiadomo: {verifiedBy, select, reading {zostanie odczytane} other {z Twojego słowa}}',
  'output.task.id': 'zadanie {id}',
  'output.tasks.none': 'Brak otwartych zadań.',
  'output.tasks.how': 'Gdy któreś jest zrobione: {command}',
  'output.tasks.marked':
    'Zadanie {id}: {state, select, claimed {zrobione według Ciebie} other {pominięte}}. Aby kontynuować: {command}',

  'output.apply.begin': 'Wykonywanie planu {hash} jako przebieg {run}',
  'output.apply.stage': '{stage}',
  'output.apply.step': '{email}: {what}: {outcome}',
  'output.apply.waiting':
    'Czeka na człowieka w Control Hub; sprawdzanie co kilka sekund. Ctrl-C zatrzymuje, przebieg można wznowić.',
  'output.apply.stopping':
    'Zatrzymywanie po rozpoczętych czynnościach. Naciśnij Ctrl-C jeszcze raz, aby wyjść od razu.',
  'output.apply.task': '{title}: {state}',

  'output.moved':
    'Organizacja zmieniła się od zatwierdzenia planu. Wiersze bez zmian: {holds, number}, z mniejszą liczbą czynności: {less, number}, z czymś nowym: {new, number}.',
  'output.moved.title':
    '{people, plural, one {# osoba zmieniła się} few {# osoby zmieniły się} many {# osób zmieniło się} other {# osoby zmieniło się}}: to, co teraz byłoby zrobione, nie jest tym, co zatwierdzono. Niczego dla nich nie zrobiono.',
  'output.moved.how': 'Aby to zatwierdzić i kontynuować: {command}',
  'output.more':
    '… i jeszcze {count, number}{command, select, none {; wszystkich wymienia --json} other {. Wszyscy: {command}}}',
  'output.report.title': 'Raport',
  'output.report.person': '{outcome}; {signIn}{why, select, none {} other {: {why}}} ({verified})',
  'output.report.counts': '{outcome}: {count, number}',
  'output.report.sign-in':
    '{signIn, select, yes {Mogą się zalogować} after_invitation {Mogą się zalogować po przyjęciu zaproszenia} other {Nie mogą się jeszcze zalogować}}: {count, number}{why, select, none {} other { ({why})}}',
  'output.report.reason': '{reason}: {count, number}',
  'output.report.complete': 'Wszystko zgodnie z planem.',
  'output.report.waiting': 'Przebieg {run} czeka na człowieka w Control Hub. Aby kontynuować: {command}',
  'output.report.incomplete': 'Nie wszystko zgodnie z planem. Aby ponowić resztę: {command}',

  'output.status.none': 'Na tym komputerze nie ma przebiegów.',
  'output.status.run':
    '{run}  {state, select, unapproved {niezatwierdzony} unfinished {niedokończony} damaged {uszkodzony} other {zakończony}}  {people, plural, one {# osoba} few {# osoby} many {# osób} other {# osoby}}{kind, select, agents {, dane agentów} other {}}  {organization}{place, select, sandbox { (organizacja ćwiczebna)} other {}}  {changed}',
  'output.status.title':
    'Przebieg {run}: {state, select, unapproved {niezatwierdzony} unfinished {niedokończony} damaged {uszkodzony} other {zakończony}}',
  'output.status.steps': 'Czynności: gotowe {settled, number} z {total, number}',
  'output.status.opened': 'Otwarty {opened}, zmieniony {changed}',

  'output.audit.saved': 'Dziennik przebiegu {run} jest w {path}; wiersze: {lines, number}.',
  'output.audit.whole': '{path} jest kompletny; wiersze: {lines, number}. SHA-256 ostatniego wiersza: {head}',

  'output.sandbox.serving':
    'Organizacja ćwiczebna {orgId} (platforma {platform}) nasłuchuje.\n\n  API Webex            {webexUrl}\n  API Contact Center   {contactCenterUrl}\n  Zamiast Control Hub  {consoleUrl}\n\nZ innego terminala:\n\n  export WEBEX_TOKEN={token}\n  wxcc-onboard --webex-url {webexUrl} --contact-center-url {contactCenterUrl}\n\nCtrl-C kończy; zmiany zostają.',
  'output.sandbox.reset': 'Organizacja ćwiczebna zaczyna od nowa ({path}).',
  'output.wizard.kept':
    'Zakończono. Nic nie zapisano. Odpowiedzi zachowano: kreator zaproponuje je przy następnym uruchomieniu.',
  'output.wizard.left': 'Zakończono. Nic nie zapisano.',
  'output.wizard.sandbox': 'Organizacja ćwiczebna na tym komputerze',
  'output.wizard.sandbox.hint':
    'Nic nie opuszcza tego komputera; wszystko działa jak w prawdziwej organizacji.',
  'output.wizard.organization': 'Twoja organizacja Webex',
  'output.region.us1': 'Region us1: Stany Zjednoczone',
  'output.region.eu1': 'Region eu1: Wielka Brytania',
  'output.region.eu2': 'Region eu2: Europa (Frankfurt)',
  'output.region.anz1': 'Region anz1: Australia i Nowa Zelandia',
  'output.region.ca1': 'Region ca1: Kanada',
  'output.region.jp1': 'Region jp1: Japonia',
  'output.region.sg1': 'Region sg1: Singapur',
  'output.region.in1': 'Region in1: Indie',
  'output.region.none': 'Bez regionu: platforma 1.0',
  'output.reading': 'Odczyt {path}, {size} MB …',
  'output.lookingUp': 'Wyszukiwanie osób: {people, number} …',
  'output.planning': 'Planowanie, liczba osób: {people, number} …',
  'output.silence': 'Jak dotąd żadnej przydatnej odpowiedzi z Webex (próby: {attempts}).',
  'output.start.no-terminal':
    'To nie jest terminal, więc nie da się pokazać kreatora. Oto ta sama procedura jako tekst, na organizacji ćwiczebnej,\nktóra na końcu znika; zlecenie to examples/{example}.',
} as const satisfies Readonly<Record<string, string>>
