/** What the command line says about CSV files, in Polish. */
export const plCsv = {
  'trouble.file.exists': '{path} już istnieje.',
  'next.file.exists': 'Wybierz inną nazwę albo dodaj --force.',
  'trouble.csv.unusable': '{path} nie jest poprawnym plikiem użytkowników z Control Hub.',
  'next.csv.unusable':
    'Wyeksportuj plik ponownie w Control Hub (Users > Manage Users > CSV Add or Modify Users) albo przez: {program} export',
  'trouble.csv.mode-missing': 'Nie powiedziano, co w tym pliku znaczy FALSE.',
  'next.csv.mode-missing':
    'Dodaj --mode add-only (FALSE nie działa) albo --mode add-and-remove (FALSE odbiera usługi); CSV-13.',
  'trouble.csv.mode-unknown': '„{mode}” nie jest trybem importu.',
  'next.csv.mode-unknown': 'Użyj add-only albo add-and-remove (CSV-13).',
  'trouble.csv.platform-missing': 'Nie powiedziano, na jakiej platformie jest organizacja.',
  'next.csv.platform-missing':
    'Dodaj --platform new albo --platform 1.0, jak pokazuje Control Hub w Contact Center > Settings > General > Service Details (PLAT-3).',
  'trouble.csv.option-elsewhere': '{option} dotyczy plików CSV.',
  'next.csv.option-elsewhere': 'Pomiń to; zlecenie mówi takie rzeczy samo.',
  'trouble.csv.repair-unasked': 'Pytanie o każdą naprawę wymaga terminala, a to nie jest terminal.',
  'next.csv.repair-unasked': 'Powiedz to z góry: --repair all albo --repair none.',
  'trouble.csv.repair-interrupted': 'Przerwano przy pytaniach o naprawy.',
  'next.csv.repair-interrupted': 'Nic nie zapisano.',
  'trouble.csv.damaged':
    'Arkusz albo edytor zmienił w {path} {problems, plural, one {# komórkę} few {# komórki} many {# komórek} other {# komórki}}.',
  'next.csv.damaged':
    'Dodaj --repair all, aby naprawić, co się da, albo --repair none, aby wziąć komórki takie, jakie są; „{program} csv repair” zapisuje nowy plik. Nic nie zapisano.',
  'trouble.csv.refused':
    'Dla {path} nie da się ułożyć planu: {problems, plural, one {najpierw trzeba rozwiązać # problem} few {najpierw trzeba rozwiązać # problemy} many {najpierw trzeba rozwiązać # problemów} other {najpierw trzeba rozwiązać # problemu}}.',
  'next.csv.refused':
    'Nic nie zapisano. Popraw to, co wymieniono{codes, select, none {} other {; na pytanie odpowiada twierdząco --acknowledge {codes}}}.',
  'trouble.csv.nobody': 'Żadnego wiersza z {path} nie da się wykonać.',
  'next.csv.nobody': 'Nic nie zapisano. Popraw wymienione wiersze.',
  'trouble.csv.changed': '{path} zmienił się od ułożenia planu.',
  'next.csv.changed': 'Nic nie zapisano. Ułóż plan ponownie.',
  'trouble.csv.removals-unconfirmed':
    '{removals, plural, =0 {Nikt nie traci licencji ani innej usługi} one {# osoba traci licencję albo inną usługę} few {# osoby tracą licencję albo inną usługę} many {# osób traci licencję albo inną usługę} other {# osoby traci licencję albo inną usługę}}, a potwierdzono: {given, select, none {żadnej liczby} other {„{given}”}}.',
  'next.csv.removals-unconfirmed':
    'Nic nie zapisano. Obejrzyj plan, potem dodaj --confirm-removals {removals}.',
  'trouble.csv.roles-unusable': 'Ról z {path} nie da się wziąć w tej postaci.',
  'next.csv.roles-unusable': 'Nic nie zapisano. Popraw wymienione wiersze.',
  'trouble.csv.code-unknown': '{given} nie jest kodem pytania.',
  'next.csv.code-unknown': 'Kody są w wyniku polecenia: {program} csv check FILE --json',
  'trouble.csv.scope-elsewhere':
    'Przez publiczne API wykonywane są tylko licencje, role oraz imiona i nazwiska nowych osób.',
  'next.csv.scope-elsewhere': 'Pomiń --all-columns albo dodaj --via control-hub.',
  'trouble.csv.option-planned': 'Plan ułożono z inną wartością {option}.',
  'next.csv.option-planned': 'Pomiń tę opcję: zapisany plan ma własną. Albo ułóż plan ponownie.',
  'trouble.csv.import-refused': 'Control Hub nie przyjął pliku: {reason}',
  'next.csv.import-refused': 'Popraw to, potem kontynuuj przez: {command}',
  'trouble.csv.import-unknown': 'Na tym komputerze nie ma importu {id}.',
  'next.csv.import-unknown': 'Rozpocznij import przez: {program} apply FILE.csv --via control-hub',
  'trouble.csv.import-stopped': 'Zatrzymano; to, co jest w Control Hub, idzie dalej samo.',
  'next.csv.import-stopped':
    'Aby kontynuować: {command}\nJeśli niektóre wiersze części się tam nie udały: {claim}',
  'trouble.csv.import-open':
    'Import {id} pliku {path} nie jest zakończony, a naraz może być tylko jeden (CSV-1).',
  'next.csv.import-open': 'Nic nie zapisano. Aby go dokończyć: {command}\nAby z niego zrezygnować: {cancel}',
  'trouble.csv.import-part':
    '{given} to nie ta część, która czeka na Control Hub; {part, select, none {nie czeka żadna} other {czeka część {part}}}.',
  'next.csv.import-part': 'Pomiń --imported albo podaj część, którą zaimportowano.',
  'trouble.csv.import-changed': '{path} zmienił się od rozpoczęcia importu.',
  'next.csv.import-changed':
    'Przywróć plik i kontynuuj. Albo zrezygnuj z importu i ułóż plan dla zmienionego pliku; wiersze, które już są takie, jak trzeba, nic nie kosztują: {cancel}',
  'trouble.csv.import-canceled': 'Z importu {id} zrezygnowano.',
  'next.csv.import-canceled': 'Pozostałe wiersze są w pliku, który wtedy zapisano; zacznij od niego.',
  'trouble.csv.import-over': 'Import {id} nie ma już części, z których można zrezygnować.',
  'next.csv.import-over': 'Reszta procedury: {program} csv resume {id}',
  'trouble.csv.limit-malformed': '„{given}” nie jest liczbą wierszy od 1 do {limit, number}.',
  'next.csv.limit-malformed':
    'Pomiń to: wtedy obowiązuje 1000 z dokumentacji (NEW-1); plik użytkowników nie może mieć więcej niż {limit, number} (NEW-2).',

  'output.csv.title':
    '{file}: {rows, plural, one {# wiersz} few {# wiersze} many {# wierszy} other {# wiersza}}',
  'output.csv.bytes':
    '  {encoding}{bom, select, true { ze znacznikiem kolejności bajtów} other {}}, wiersze kończy {newline, select, crlf {CR LF} cr {CR} other {LF}}, komórki dzieli {delimiter, select, other {„{delimiter}”}}{reason, select, chosen { (jak wybrano)} sep_line { (jak mówi wiersz sep=)} single_column { (jest tylko jedna kolumna)} other {}}',
  'output.csv.license':
    '  {license, select, premium {Premium} other {Standard}}: „{header}”{subscription, select, none {} other {, z subskrypcji {subscription}}}{isSuspended, select, true { (zawieszona)} other {}}',
  'output.csv.columns':
    '  {kind, select, email {adres} firstName {imię} lastName {nazwisko} displayName {nazwa wyświetlana} readOnly {tylko do odczytu} phone {numery telefonów} extension {numer wewnętrzny} role {rola (nasza)} agent {dane agentów, dla csv agents} ours {nasze, nie czytane} attribute {atrybuty{isCarried, select, true {} other {, bez zmian}}} service {inne usługi{isCarried, select, true {} other {, bez zmian}}} blank {bez nagłówka, bez zmian} other {nieznane{isCarried, select, true {} other {, bez zmian}}}}: {headers}',
  'output.csv.mode': '  tryb: {name} ({mode, select, add_only {FALSE nie działa} other {FALSE odbiera}})',
  'output.csv.mode-open':
    '  Nie wybrano trybu. W Add and remove services {count, plural, =0 {nikt nie straciłby licencji} one {# osoba straciłaby licencję} few {# osoby straciłyby licencję} many {# osób straciłoby licencję} other {# osoby straciłoby licencję}}.',
  'output.csv.baseline':
    '  porównano z eksportem {path}{hours, select, none {} other {, sprzed {hours, plural, one {# godziny} few {# godzin} many {# godzin} other {# godziny}}}}',
  'output.csv.rows':
    'Wiersze: {in, number} w pliku = {understood, number} zrozumiane + {rejected, number} odrzucone',
  'output.csv.blocked':
    '{count, plural, one {# z nich trzeba} few {# z nich trzeba} many {# z nich trzeba} other {# z nich trzeba}} poprawić albo rozstrzygnąć, zanim plik da się wykonać.',
  'output.csv.more': '… i jeszcze {count, number} z {code}; wszystkie wypisuje --json',
  'output.csv.damage':
    'wiersz {line}, kolumna {column} ({header}): „{found}” → {proposed, select, none {nie da się już powiedzieć} other {„{proposed}”}} [{kind}]',
  'output.csv.ask':
    '{number}/{of} wiersz {line}, kolumna {column} ({header}): „{found}” → „{proposed}” [{kind}]  y tak, n nie, a wszystkie, q żadnej więcej?',
  'output.csv.repaired':
    '{repaired, plural, =0 {Nic nie naprawiono} one {Naprawiono # komórkę} few {Naprawiono # komórki} many {Naprawiono # komórek} other {Naprawiono # komórki}}, bez zmian: {left, number}. Zapisano w {path}.',
  'output.csv.part':
    '{number}/{of}  {path}  {rows, plural, one {# wiersz} few {# wiersze} many {# wierszy} other {# wiersza}} (wiersze pliku {first} do {last})',
  'output.csv.split':
    'Wiersze: {rows, number}, w {count, plural, one {# części} few {# częściach} many {# częściach} other {# części}}; nasze kolumny i te bez nazwy są pominięte.',
  'output.csv.how-to-import':
    'Dla każdej części, w tej kolejności i nigdy dwóch naraz (CSV-1):\n  Users > Manage Users > CSV Add or Modify Users > Import, wybierz część, Open (CSV-5, CSV-12)\n  wybierz Add services only albo Add and remove services, Submit (CSV-13)\n  poczekaj, aż zadanie się skończy, i zamknij okno Tasks (CSV-14)',
  'output.csv.loses': 'wiersz {line}: {email} traci{isHeld, select, false {, jeśli ma,} other {}} {headers}',
  'output.csv.files':
    'Do importu w Control Hub: {count, plural, one {# plik} few {# pliki} many {# plików} other {# pliku}}, {scope, select, all_columns {ze wszystkimi kolumnami tak, jak są} other {tylko z nazwiskami, adresami i licencjami}}.',
  'output.csv.removals':
    '{count, plural, one {# osoba traci} few {# osoby tracą} many {# osób traci} other {# osoby traci}} licencję albo inną usługę: apply wymaga --confirm-removals {count}.',
  'output.csv.balance':
    'Wiersze: {in, number} = {done, number} zrobione + {already, number} tak już było + {failed, number} nie udało się + {waiting, number} czeka + {skipped, number} pominięte + {notAttempted, number} nie próbowano + {rejected, number} odrzucone',
  'output.csv.unseen':
    '{count, plural, one {# z czekających wierszy został przyjęty, ale jeszcze go nie widać} few {# z czekających wierszy zostały przyjęte, ale jeszcze ich nie widać} many {# z czekających wierszy zostało przyjętych, ale jeszcze ich nie widać} other {# z czekających wierszy zostało przyjętych, ale jeszcze ich nie widać}}; na razie nie importuj ponownie. Co z nimi, pokaże za kilka minut: {command}',
  'output.csv.failed-unwritten':
    'Nie da się skopiować wierszy do ponowienia: pliku już nie ma albo się zmienił.',
  'output.csv.failed-file': 'Wiersze do ponowienia, każdy z przyczyną: {path}',
  'output.csv.outcome':
    '{outcome, select, failed {Potem nie było tego widać.} not_attempted {Nie próbowano.} other {Odrzucono.}}',
  'output.csv.import.begun':
    'Import {id}: {count, plural, one {# część} few {# części} many {# części} other {# części}}, jedna po drugiej (CSV-1)',
  'output.csv.import.part':
    'Część {number} z {of}: {path} ({rows, plural, one {# wiersz} few {# wiersze} many {# wierszy} other {# wiersza}})\n  Users > Manage Users > CSV Add or Modify Users > Import, wybierz plik, Open (CSV-5, CSV-12)\n  wybierz {mode}, Submit (CSV-13)\n  gdy zadanie się skończy, zamknij okno Tasks (CSV-14)',
  'output.csv.import.waiting':
    'Sprawdzanie co kilka sekund, czy część {number} dotarła. Ctrl-C zatrzymuje; import można wznowić.{consoleUrl, select, none {} other {\n{consoleUrl} zastępuje Control Hub}}\nJeśli niektóre wiersze części się tam nie udały: {claim}',
  'output.csv.import.canceled':
    'Zrezygnowano z importu {id}. Osoby już zaimportowane trzeba jeszcze zsynchronizować: ułóż plan dla tego pliku ponownie albo dla pliku z wierszami do ponowienia.',
  'output.csv.import.seen':
    'Część {number}: {held, number} z {rows, number} wierszy jest tak, jak chce plik{isComplete, select, true {; to już całość} other {}}.',
  'output.csv.import.open':
    'Część {number} czeka na człowieka w Control Hub. Gdy jej zadanie się skończy: {command}\nJeśli niektóre wiersze się tam nie udały: {claim}',
  'output.csv.import.finished': 'Wszystkie części są zaimportowane. Dalej idzie reszta procedury.',
  'output.export.written':
    '{rows, plural, =0 {Nagłówek} one {# osoba} few {# osoby} many {# osób} other {# osoby}}, {columns, plural, one {# kolumna} few {# kolumny} many {# kolumn} other {# kolumny}}; zapisano w {path}.',
  'output.export.baseline':
    'Zapamiętano: plik zrobiony z tego eksportu da się z nim porównać i wiadomo, jak jest stary (NEW-22).',
} as const
