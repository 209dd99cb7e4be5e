import { personKey } from '../domain/person.ts'
import type { Problem } from '../domain/problem.ts'
import { type Baseline, indexBaseline } from '../intake/csv/baseline.ts'
import { csvProblem, rowSubject } from '../intake/csv/csv-problem.ts'
import type { CsvRow } from '../intake/csv/rows.ts'
import { cellAt } from '../intake/csv/table.ts'
import { quoted } from '../intake/quoted.ts'
import type { BulkGround, NamedPerson } from './bulk-ground.ts'

/** An export is worth a day: then others have changed the organization (NEW-22). */
export const staleAfterHours = 24

export function checkExportAge({ exportAgeInHours: hours }: BulkGround): readonly Problem[] {
  if (hours === undefined || hours <= staleAfterHours) return []
  return [
    csvProblem('csv.export-stale', 'warning', 'NEW-22', { hours: Math.floor(hours), limit: staleAfterHours }),
  ]
}

/**
 * New addresses under the name of somebody who is not in the file: a changed address makes a second person (P18). Who
 * was in the export and is not in the file any more was probably renamed, which is a question; whoever else has the
 * name is worth a warning.
 */
export function checkRenames(ground: BulkGround): readonly Problem[] {
  const { rows } = ground.reading
  const known = knownPeople(ground)
  if (known.length === 0 && ground.everyone === undefined) return []
  const inFile = new Set(rows.map(({ key }) => key))
  const namesOf = (people: readonly NamedPerson[]) =>
    Map.groupBy(
      people.filter(({ email }) => !inFile.has(personKey(email))),
      nameKey,
    )
  const [gone, others] = [namesOf(known), namesOf(ground.everyone ?? [])]
  if (gone.size + others.size === 0) return []
  const knownKeys = new Set(known.map(({ email }) => personKey(email)))
  return rows.flatMap((row) => {
    const name = nameKey(row)
    if (name === undefined || knownKeys.has(row.key)) return []
    const wasThere = gone.get(name)
    const before = wasThere ?? others.get(name) ?? []
    if (before.length === 0) return []
    const severity = wasThere === undefined ? 'warning' : 'question'
    const facts = { line: row.line, email: row.email, known: before.map(({ email }) => email) }
    return [csvProblem('csv.renamed', severity, 'CSV-6', facts, rowSubject(row.email, row.line))]
  })
}

/** Cells of read-only columns that are not as in the export any more: the import can fail on them (NEW-24). */
export function checkReadOnlyCells({ sheet, baseline }: BulkGround): readonly Problem[] {
  if (baseline === undefined) return []
  const before = indexBaseline(baseline)
  const columns = sheet.columns.all.filter(({ kind }) => kind === 'readOnly')
  return sheet.table.records.flatMap((record) => {
    const email = cellAt(record, sheet.columns.email.index).trim()
    return columns.flatMap(({ header, index }) => {
      const now = cellAt(record, index)
      const was = before.cell(email, header)
      if (was === now || (was === undefined && now.trim() === '')) return []
      const facts = {
        line: record.line,
        header,
        found: quoted(now),
        ...(was === undefined ? {} : { known: quoted(was) }),
      }
      return [csvProblem('csv.read-only-edited', 'warning', 'NEW-24', facts, rowSubject(email, record.line))]
    })
  })
}

/** New people without last name get into trouble later (NEW-23). Of people who exist the name stays as it is. */
export function checkLastNames(ground: BulkGround): readonly Problem[] {
  const isKnown = knownTest(ground)
  return ground.reading.rows
    .filter((row) => row.lastName === undefined && !isKnown(row))
    .map(({ email, line }) =>
      csvProblem('csv.last-name-missing', 'warning', 'NEW-23', { line, email }, rowSubject(email, line)),
    )
}

/** People who exist under another name: licenses alone leave it, a file with every column changes it. */
export function checkNames({ reading, observation, scope = 'licenses' }: BulkGround): readonly Problem[] {
  const rows = reading.rows.filter((row) => {
    const person = observation?.people[row.key]
    return (
      person !== undefined &&
      (differs(row.firstName, person.firstName) || differs(row.lastName, person.lastName))
    )
  })
  if (rows.length === 0) return []
  const isChanged = scope === 'all-columns'
  const facts = { count: rows.length, lines: rows.map(({ line }) => line), isChanged }
  return [csvProblem('csv.name-differs', isChanged ? 'warning' : 'notice', 'NEW-23', facts)]
}

/** A blank cell says nothing of a name. */
function differs(written: string | undefined, known: string | undefined): boolean {
  return written !== undefined && written.normalize('NFC') !== (known ?? '').trim().normalize('NFC')
}

/** Whether someone exists already, as far as the organization or the export tells. */
export function knownTest({ observation, baseline }: BulkGround): (row: CsvRow) => boolean {
  const before: Baseline | undefined = baseline === undefined ? undefined : indexBaseline(baseline)
  return ({ key }) => observation?.people[key] !== undefined || (before?.has(key) ?? false)
}

function knownPeople({ observation, baseline }: BulkGround): readonly NamedPerson[] {
  const observed = Object.values(observation?.people ?? {})
  if (baseline === undefined) return observed
  const { columns, table } = baseline
  const exported = table.records.map((record) => ({
    email: cellAt(record, columns.email.index).trim(),
    ...(columns.firstName === undefined ? {} : { firstName: cellAt(record, columns.firstName.index) }),
    ...(columns.lastName === undefined ? {} : { lastName: cellAt(record, columns.lastName.index) }),
  }))
  return [...new Map([...observed, ...exported].map((person) => [personKey(person.email), person])).values()]
}

/** Both names, folded; half a name is shared by too many. */
function nameKey({ firstName = '', lastName = '' }: NamedPerson): string | undefined {
  const names = [firstName, lastName].map((name) => name.trim().normalize('NFC').toLowerCase())
  return names.includes('') ? undefined : names.join('\n')
}
