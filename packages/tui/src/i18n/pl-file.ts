import type { enFile } from './en-file.ts'

/** What the wizard says about a CSV file, in Polish. */
export const plFile: Readonly<Record<keyof typeof enFile, string>> = {
  'ui.file.export.intro':
    'Osoby przychodzą w pliku Control Hub. Wyeksportuj go tam albo zapisz tutaj ze stanu organizacji w tej chwili:',
  'ui.file.export.have': 'Mam plik',
  'ui.file.export.have.hint': 'wybierzesz go za chwilę',
  'ui.file.export.people': 'Zapisz plik wszystkich osób',
  'ui.file.export.people.hint': '{path}, aby dopisać nowe wiersze (CSV-6)',
  'ui.file.export.template': 'Zapisz pusty',
  'ui.file.export.template.hint': '{path}, sam nagłówek',
  'ui.file.export.columns': 'Kolumny',
  'ui.file.export.columns.minimal': 'nazwiska, adres, licencje',
  'ui.file.export.columns.all': 'wszystkie możliwe',
  'ui.file.export.path': 'Nazwa',
  'ui.file.export.choose': 'Wybierz wyżej, który plik tam zapisać.',
  'ui.file.export.written':
    'Zapisano {path}: {rows, plural, =0 {sam nagłówek} one {# osoba} few {# osoby} many {# osób} other {# osoby}}, {columns, plural, one {# kolumna} few {# kolumny} many {# kolumn} other {# kolumny}}.',
  'ui.file.exporting': 'Odczytywanie organizacji i zapisywanie pliku',
  'ui.file.edit.rows':
    'Teraz go uzupełnij: nowy wiersz dla każdej nowej osoby, z adresem, imieniem i nazwiskiem.',
  'ui.file.edit.flags':
    'TRUE pod jedną licencją ją daje; pusta komórka nic nie zmienia; FALSE odbiera tylko, jeśli potem tak wybierzesz.',
  'ui.file.edit.editor':
    'Użyj edytora tekstu albo ustaw komórkom format tekstowy: arkusze gubią znaki + i długie numery (CSV-2 do CSV-4).',

  'ui.file.import.path': 'Plik',
  'ui.file.import.lately': 'Ostatnio używane',
  'ui.file.import.folder': 'W folderze {folder}',
  'ui.file.import.none': 'Nic tu nie pasuje do wpisanego tekstu.',
  'ui.file.import.unreadable': 'Nie ma takiego folderu albo nie da się go odczytać.',
  'ui.file.import.nothing': 'Nic nie zaczyna się od „{part}”.',
  'ui.file.opening': 'Odczytywanie pliku',

  'ui.file.title':
    '{file}: {rows, plural, one {# wiersz} few {# wiersze} many {# wierszy} other {# wiersza}}, {columns, plural, one {# kolumna} few {# kolumny} many {# kolumn} other {# kolumny}}',
  'ui.file.written':
    '{encoding}{bom, select, true { ze znacznikiem kolejności bajtów} other {}}, wiersze kończy {newline, select, crlf {CR LF} cr {CR} other {LF}}, komórki dzieli {delimiter, select, Tab {tabulator} other {„{delimiter}”}}{reason, select, sep_line { (jak mówi wiersz sep=)} single_column { (jest tylko jedna kolumna)} other {}}',
  'ui.file.baseline':
    'Porównano z eksportem o tej samej nazwie{hours, select, none {} other {, {hours, plural, =0 {sprzed mniej niż godziny} one {sprzed # godziny} few {sprzed # godzin} many {sprzed # godzin} other {sprzed # godziny}}}}.',
  'ui.file.column.email': 'Adres',
  'ui.file.column.names': 'Imię, nazwisko',
  'ui.file.column.premium': 'Premium',
  'ui.file.column.standard': 'Standard',
  'ui.file.column.role': 'Rola',
  'ui.file.column.service': 'Nieużywane',
  'ui.file.column.other': 'Bez zmian',
  'ui.file.column.more': 'i jeszcze {count, number}',
  'ui.file.undamaged': 'Arkusz ani edytor nie uszkodził żadnej komórki.',
  'ui.file.damaged':
    'Arkusz albo edytor uszkodził {count, plural, one {# komórkę} few {# komórki} many {# komórek} other {# komórki}}. Bez Twojej zgody nic nie jest naprawiane.',
  'ui.file.damages':
    '{count, plural, one {Uszkodzona komórka} few {# uszkodzone komórki} many {# uszkodzonych komórek} other {# uszkodzonej komórki}}',
  'ui.file.damage.lost': 'nie da się już odtworzyć',

  'ui.file.rows.counts':
    '{in, plural, one {# wiersz} few {# wiersze} many {# wierszy} other {# wiersza}} = {understood, number} zrozumiane + {rejected, number} pominięte',
  'ui.file.rows.rejected': 'Pominięte trafią na końcu do osobnego pliku, każdy z powodem.',
  'ui.file.rows.repaired':
    '{count, plural, one {Naprawiono # komórkę} few {Naprawiono # komórki} many {Naprawiono # komórek} other {Naprawiono # komórki}}.',
  'ui.file.rows.problems': 'Uwagi do wierszy ({count, number})',
  'ui.file.rows.filter': 'Reguła',
  'ui.file.rows.all': 'wszystkie ({rules, number})',
  'ui.file.rows.shown': '{count, plural, one {# linia} few {# linie} many {# linii} other {# linii}}',
  'ui.file.row': 'Wiersz {line} pliku',
  'ui.file.row.cells': 'Jego komórki',
  'ui.file.row.empty': '(pusta)',

  'ui.file.looking': 'Sprawdzanie, kto z pliku już jest i jakie ma licencje',
  'ui.file.mode.losing': 'Kto straciłby licencję w trybie Add and remove services ({count, number})',
  'ui.file.mode.counts':
    '{count, plural, =0 {nikt nie straciłby licencji} one {# osoba straciłaby licencję} few {# osoby straciłyby licencję} many {# osób straciłoby licencję} other {# osoby straciłoby licencję}}',
  'ui.file.mode.typed': 'Są wymienione niżej; przed zapisem trzeba będzie wpisać ich liczbę.',
  'ui.file.mode.rows': 'Wierszy w planie: {understood, number}; pominiętych: {rejected, number}.',
  'ui.file.mode.import':
    'Najwyżej po {limit, number} wierszy, jeden po drugim: następny powstaje, gdy poprzedni jest odczytany (CSV-1).',

  'ui.import.plan':
    'Do zaimportowania przez Ciebie w Control Hub, w trybie {mode}: {count, plural, one {# plik} few {# pliki} many {# plików} other {# pliku}}. Resztę robi ten program.',
  'ui.import.files':
    '{count, plural, one {Plik, zapisany obok Twojego} few {Pliki, zapisywane kolejno obok Twojego} many {Pliki, zapisywane kolejno obok Twojego} other {Pliki, zapisywane kolejno obok Twojego}}',
  'ui.import.rows': '{rows, plural, one {# wiersz} few {# wiersze} many {# wierszy} other {# wiersza}}',
  'ui.import.more': 'i jeszcze {count, number}',
  'ui.import.approve':
    'Wpisz {word} i naciśnij Enter, aby dostać pierwszy plik; do jego importu nic się nie zmieni',
  'ui.import.releasing': 'Sprawdzanie wierszy i zapisywanie następnego pliku',
  'ui.import.head':
    '{of, select, 1 {Zaimportuj plik} other {Zaimportuj część {number} z {of}}}, {rows, plural, one {# wiersz} few {# wiersze} many {# wierszy} other {# wiersza}}',
  'ui.import.file': 'Plik',
  'ui.import.step.open': 'Kliknij Import, wybierz plik, kliknij Open.',
  'ui.import.step.mode': 'Wybierz {mode}, kliknij Submit.',
  'ui.import.step.close': 'Gdy zadanie w Tasks się skończy, zamknij okno Tasks.',
  'ui.import.seen':
    'Jak trzeba jest na razie {seen, number} z {rows, plural, one {# wiersza} few {# wierszy} many {# wierszy} other {# wiersza}}.',
  'ui.import.looking': 'Ta strona sprawdza co kilka sekund i sama przejdzie dalej.',
  'ui.import.done': 'Jeśli jakieś wiersze się tam nie udały: naciśnij d, gdy zadanie się skończy.',
  'ui.import.claim': 'Tego nie da się odczytać: naciśnij d, gdy zadanie w Control Hub się skończy.',
  'ui.import.reading': 'Import według Ciebie się skończył. To, co zapisał, może pojawić się z opóźnieniem.',
  'ui.import.until': 'Sprawdzanie do {time}; czego wtedy nie widać, to się nie udało.',
  'ui.import.undo': 'A jednak nie? Naciśnij n, aby wrócić do pliku.',
  'ui.import.enough': 'Wiersze, których teraz nie widać, liczą się jako nieudane.',
  'ui.import.next': 'Część {part} czeka na import w Control Hub: naciśnij r, aby kontynuować.',
  'ui.import.parts':
    '{count, plural, one {Plik} few {Wszystkie # pliki} many {Wszystkie # plików} other {Wszystkie # pliku}}',
  'ui.import.counts': 'zrobione {done, number}, bez zmian {already, number}, nieudane {failed, number}',

  'ui.file.report': 'Wiersze pliku',
  'ui.file.report.in': '{count, plural, one {# wiersz} few {# wiersze} many {# wierszy} other {# wiersza}}',
  'ui.file.report.done': '{count, number} zrobione',
  'ui.file.report.already': '{count, number} bez zmian',
  'ui.file.report.failed': '{count, number} nieudane',
  'ui.file.report.waiting': '{count, number} czekające',
  'ui.file.report.skipped': '{count, number} odłożone przez Ciebie',
  'ui.file.report.not-attempted': '{count, number} niepodjęte',
  'ui.file.report.rejected': '{count, number} pominięte',
  'ui.file.report.unseen':
    '{count, plural, one {# z czekających wierszy został przyjęty, ale jeszcze go nie widać} few {# z czekających wierszy zostały przyjęte, ale jeszcze ich nie widać} many {# z czekających wierszy zostało przyjętych, ale jeszcze ich nie widać} other {# z czekających wierszy zostało przyjętych, ale jeszcze ich nie widać}}; na razie nie importuj ponownie. Co z nimi, pokaże za kilka minut:',
  'ui.file.report.again': 'Wiersze do ponowienia, z kolumnami jak w pliku, powodem i regułą: {path}',
  'ui.file.report.agents': 'Plik zawiera dane agentów; teraz przychodzi na nie czas (CSV-16):',
  'ui.file.report.agents-people':
    'Teraz przychodzi czas na dane agentów: site, zespoły, profile (CSV-16). Aby zapisać te osoby w pliku na ich dane:',
  'ui.file.report.unwritten': 'Nie udało się zapisać wierszy do ponowienia: {reason}',
}
