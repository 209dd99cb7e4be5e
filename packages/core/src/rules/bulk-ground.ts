import type { Observation } from '../domain/organization.ts'
import type { ImportMode } from '../intake/csv/mode.ts'
import type { CsvReading, CsvSheet } from '../intake/csv/rows.ts'
import type { CsvScope, CsvVia } from '../intake/csv/way.ts'

/** Somebody of the organization, as far as a name is compared. */
export interface NamedPerson {
  readonly email: string
  readonly firstName?: string
  readonly lastName?: string
}

/** Everything that the rules of a file look at. What is undefined is not known yet. */
export interface BulkGround {
  readonly sheet: CsvSheet
  readonly reading: CsvReading
  readonly mode: ImportMode
  readonly via: CsvVia
  /** @default 'licenses' */
  readonly scope?: CsvScope
  /** Rows a file that is imported in Control Hub may have. @default 1000 */
  readonly rowLimit?: number
  readonly observation?: Pick<Observation, 'people' | 'pools'>
  /** Everyone of the organization by name, where that was read. */
  readonly everyone?: readonly NamedPerson[]
  /** The export that the file was made from. */
  readonly baseline?: CsvSheet
  /** How long ago it was exported. */
  readonly exportAgeInHours?: number
  /** Whether the organization assigns licenses by itself. */
  readonly hasAutomaticLicenses?: boolean
}
