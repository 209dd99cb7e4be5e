/** What the command line says about details of agents, in Polish. */
export const plAgents = {
  'trouble.agents.unusable': 'Nie da się odczytać {path} jako danych agentów.',
  'next.agents.unusable':
    'Podaj adres i co najmniej jedną z kolumn: User Profile, Contact Center Enabled, Site, Teams, Skill Profile, Desktop Profile, Multimedia Profile, External Id, Default DN.',
  'trouble.agents.limit-malformed': '„{given}” nie jest liczbą wierszy od 1 do {limit, number}.',
  'next.agents.limit-malformed': 'Pomiń to: plik dla Bulk Operations może mieć {limit, number} (NEW-30).',
  'trouble.agents.template-elsewhere': 'Szablon danych agentów jest dla platformy 1.0.',
  'next.agents.template-elsewhere':
    'Pomiń --template: nowa platforma przyjmuje dane przez API albo Bulk Operations (C-19).',
  'trouble.agents.template-missing':
    'Platforma 1.0 przyjmuje dane w swoim szablonie (agent update template), którego tu nie znamy.',
  'next.agents.template-missing': 'Pobierz go w Management Portal i dodaj --template PLIK (CSV-16, CSV-17).',
  'trouble.agents.template-open': 'Nie wiadomo, co wpisać pod tymi nagłówkami {path}: {headers}',
  'next.agents.template-open':
    'Nic nie zapisano. Dla każdego podaj kolumnę pliku, np. --column "{first}=Email", albo zostaw pusty: --column "{first}="',
  'trouble.agents.column-unknown': '„{given}” nie wskazuje kolumny szablonu i kolumny pliku.',
  'next.agents.column-unknown': 'Wpisz nagłówek szablonu, znak = i nagłówek pliku.',
  'trouble.agents.no-api': 'Na platformie 1.0 dane agentów nie mają publicznego API.',
  'next.agents.no-api': 'Pomiń --via, --approve i --yes: powstanie plik, który wczytasz w Management Portal.',
  'trouble.run.agents': 'Przebieg {run} ustawia dane agentów; to polecenie go nie dotyczy.',
  'next.run.agents': 'Do dyspozycji są: {program} status, resume, verify, audit i undo {run}',
  'trouble.undo.agents': 'Danych agentów nie cofa żaden przebieg.',
  'next.undo.agents':
    'Zapisz w pliku to, co było przedtem: {program} undo {run} -o PLIK\nMożna to ustawić z powrotem według osobnego, zatwierdzonego planu.',
  'output.agents.title':
    '{file}: {rows, plural, one {# wiersz} few {# wiersze} many {# wierszy} other {# wiersza}} = do zmiany {changes, number} + tak już jest {already, number} + odrzucone {rejected, number}',
  'output.agents.more': '… i jeszcze {count, number}; wszystkie wypisuje --json',
  'output.agents.begin': 'Ustawianie danych agentów według planu {hash} jako przebieg {run}',
  'output.agents.former':
    '{people, plural, =0 {Przebieg {run} nie zmienił danych żadnego agenta.} one {Przebieg {run} zmienił dane # agenta (było → jest):} few {Przebieg {run} zmienił dane # agentów (było → jest):} many {Przebieg {run} zmienił dane # agentów (było → jest):} other {Przebieg {run} zmienił dane # agenta (było → jest):}}',
  'output.agents.former-blank':
    '{count, plural, one {# pole było przedtem puste. Pusta komórka niczego nie zmienia, więc zostanie ono takie, jak ustawił je przebieg.} few {# pola były przedtem puste. Pusta komórka niczego nie zmienia, więc zostaną one takie, jak ustawił je przebieg.} many {# pól było przedtem pustych. Pusta komórka niczego nie zmienia, więc zostaną one takie, jak ustawił je przebieg.} other {# pola było przedtem puste. Pusta komórka niczego nie zmienia, więc zostanie takie, jak ustawił je przebieg.}}',
  'output.agents.former-how':
    'Nic nie cofa się samo. Aby zapisać w pliku to, co było przedtem, i móc to ustawić z powrotem: {command}',
  'output.agents.former-written':
    'To, co było przedtem, jest w {path}. Aby zobaczyć, co zmieniłby powrót: {command}',
  'output.status.agents':
    'Ustawia dane {people, plural, one {# agenta} few {# agentów} many {# agentów} other {# agenta}} (CSV-16)',
  'output.agents.part':
    '{number}/{of}  {path}  {rows, plural, one {# wiersz} few {# wiersze} many {# wierszy} other {# wiersza}}',
  'output.agents.how-to-import':
    'Zaimportuj {count, plural, one {plik} few {pliki, jeden po drugim,} many {pliki, jeden po drugim,} other {pliki, jeden po drugim,}} jako użytkowników w Bulk Operations w Contact Center (NEW-30). Potem sprawdź, kto już jest ustawiony: {command}',
  'output.agents.filled':
    '{rows, plural, one {# wiersz} few {# wiersze} many {# wierszy} other {# wiersza}} w szablonie; zapisano w {path}.',
  'output.agents.unused': 'Nie ma ich w szablonie, więc są pominięte: {headers}',
  'output.agents.template-rows': 'Wiersze samego szablonu są pominięte: {count, number}.',
  'output.agents.how-to-upload':
    'Najpierw zsynchronizuj, potem wczytaj plik w Management Portal: Upload, agent update template (CSV-15, CSV-16).',
  'output.agents.next-people':
    'Gdy wszyscy będą zsynchronizowani, przyjdzie czas na dane agentów: site, zespoły, profile (CSV-16). Aby zapisać te osoby w pliku na ich dane: {command}',
  'output.agents.people':
    'W {path} {people, plural, one {jest # osoba} few {są # osoby} many {jest # osób} other {jest # osoby}} z danymi, jakie mają teraz.{missing, plural, =0 {} one { # z nich nie ma jeszcze w module Users: najpierw synchronizacja (SYNC-1).} few { # z nich nie ma jeszcze w module Users: najpierw synchronizacja (SYNC-1).} many { # z nich nie ma jeszcze w module Users: najpierw synchronizacja (SYNC-1).} other { # z nich nie ma jeszcze w module Users: najpierw synchronizacja (SYNC-1).}} Uzupełnij plik, a potem zobacz, co zmieni: {command}',
  'trouble.agents.output-elsewhere':
    'Na nowej platformie -o zapisuje osoby z przebiegu, a {given} nie jest przebiegiem.',
  'next.agents.output-elsewhere':
    'Podaj identyfikator przebiegu (wypisuje je {program} status) albo pomiń -o.',
  'output.agents.next': 'Plik ma dane agentów. Gdy wszyscy będą zsynchronizowani: {command}',
} as const
