import type { AdministratorRole } from '../../domain/entitlement.ts'

/** What a license or service cell says: blank leaves it to automatic licenses (C-7). */
export type Flag = 'true' | 'false' | 'blank' | 'invalid'

/** TRUE, FALSE, T and F in any case, blanks around them trimmed; nothing else. */
export function readFlag(cell: string): Flag {
  switch (cell) {
    case '':
      return 'blank'
    case 'TRUE':
      return 'true'
    case 'FALSE':
      return 'false'
    default:
      return flags.get(cell.trim().toLowerCase()) ?? 'invalid'
  }
}

const flags: ReadonlyMap<string, Flag> = new Map([
  ['', 'blank'],
  ['true', 'true'],
  ['t', 'true'],
  ['false', 'false'],
  ['f', 'false'],
])

/** TRUE and FALSE as spreadsheets in other languages write them back. */
export function translatedFlag(cell: string): 'TRUE' | 'FALSE' | undefined {
  const word = cell.trim().toLocaleLowerCase('und').normalize('NFC')
  if (translations.true.includes(word)) return 'TRUE'
  return translations.false.includes(word) ? 'FALSE' : undefined
}

const translations = {
  true: 'wahr prawda vrai verdadero vero verdadeiro waar pravda sant sand sann tosi igaz doğru истина adevărat'.split(
    ' ',
  ),
  false:
    'falsch fałsz faux falso onwaar nepravda falskt falsk usann epätosi hamis yanlış ложь fals falešné'.split(
      ' ',
    ),
}

/** Roles of our own column; a CSV file of Control Hub cannot give any but agent (CSV-11). */
export type CsvRole = 'agent' | 'supervisor' | AdministratorRole

export function readRole(cell: string): CsvRole | 'blank' | 'invalid' {
  return (
    roles.get(
      cell
        .trim()
        .toLowerCase()
        .replaceAll(/[\s-]+/g, ' '),
    ) ?? 'invalid'
  )
}

const roles: ReadonlyMap<string, CsvRole | 'blank'> = new Map([
  ['', 'blank'],
  ['agent', 'agent'],
  ['supervisor', 'supervisor'],
  ['full', 'full'],
  ['full administrator', 'full'],
  ['service administrator', 'cc-service'],
  ['cc service', 'cc-service'],
  ['contact center service administrator', 'cc-service'],
])
