import { isAgentLicense } from '../organization/licenses.ts'
import { isAddress } from '../organization/people.ts'
import {
  type AttributeColumn,
  attributeColumns,
  emailHeader,
  type Field,
  type ServiceColumn,
} from './columns.ts'
import { refusedFile, type Sheet, type SheetRow } from './file.ts'

/** One row of an import as the job keeps it. */
export interface ImportRow {
  readonly number: number
  readonly email: string
  /** Blank cells are absent. */
  readonly fields: { readonly [field in Field]?: string }
  readonly services: readonly ServiceWish[]
  /** Found before anything was sent. */
  readonly error?: RowError
}

interface ServiceWish {
  readonly licenseId: string
  readonly isWanted: boolean
}

export interface RowError {
  /** What the server answered; null where it was not asked. */
  readonly httpStatus: number | null
  readonly code: string
  readonly message: string
}

interface KnownColumns {
  readonly attributes: ReadonlyMap<number, AttributeColumn>
  readonly services: ReadonlyMap<number, ServiceColumn>
}

/** Reads the rows of a sheet whose headers are all known, or refuses the whole file. */
export function readRows(sheet: Sheet, services: readonly ServiceColumn[]): ImportRow[] {
  const columns = locate(sheet.headers, services)
  for (const row of sheet.rows) refuseSuspended(row, columns)
  const seen = new Map<string, number>()
  return sheet.rows.map((row) => {
    const read = readRow(row, columns)
    const first = seen.get(read.email)
    if (first === undefined) seen.set(read.email, row.number)
    const error = rowError(read, first, columns, row)
    return error === undefined ? read : { ...read, error }
  })
}

/** Each column is found by its name. Two subscriptions are in use here, so a header that is unknown refuses the file. */
function locate(headers: readonly string[], services: readonly ServiceColumn[]): KnownColumns {
  if (!headers.includes(emailHeader)) {
    throw refusedFile('missing-header', `The column "${emailHeader}" is missing.`, { header: emailHeader })
  }
  const attributes = new Map<number, AttributeColumn>()
  const found = new Map<number, ServiceColumn>()
  for (const [index, header] of headers.entries()) {
    if (headers.indexOf(header) !== index) {
      throw refusedFile('repeated-header', `The column "${header}" is there twice.`, { header })
    }
    const attribute = attributeColumns.find((column) => column.header === header)
    const service = services.find((column) => column.header === header)
    if (attribute !== undefined) attributes.set(index, attribute)
    else if (service !== undefined) found.set(index, service)
    else throw refusedFile('unknown-header', `This organization has no column "${header}".`, { header })
  }
  return { attributes, services: found }
}

function refuseSuspended({ number, cells }: SheetRow, { services }: KnownColumns): void {
  for (const [index, { header, isSuspended }] of services) {
    if (!isSuspended || readLicenseValue(cells[index] ?? '') !== true) continue
    const message = `Row ${number} has TRUE under "${header}", and that service is suspended.`
    throw refusedFile('suspended-service', message, { header, row: number })
  }
}

function readRow({ number, cells }: SheetRow, columns: KnownColumns): ImportRow {
  const filled = [...columns.attributes].flatMap(([index, { field }]) => {
    const value = cells[index] ?? ''
    return field === undefined || value === '' ? [] : [[field, value] as const]
  })
  const fields: ImportRow['fields'] = Object.fromEntries(filled)
  const services = [...columns.services].flatMap(([index, { license }]) => {
    const isWanted = readLicenseValue(cells[index] ?? '')
    return typeof isWanted === 'boolean' ? [{ licenseId: license.id, isWanted }] : []
  })
  return { number, email: fields.email ?? '', fields, services }
}

const before = (code: string, message: string): RowError => ({ httpStatus: null, code, message })

/** The first thing that is wrong in a row; nothing of such a row is carried out. */
function rowError(
  { email, fields, services }: ImportRow,
  first: number | undefined,
  columns: KnownColumns,
  { cells }: SheetRow,
): RowError | undefined {
  if (email === '') return before('email-missing', 'The e-mail address is missing.')
  if (!isImportable(email)) return before('email-invalid', `${email} is not a valid e-mail address.`)
  if (first !== undefined) return before('email-duplicate', `${email} is in row ${first} already.`)
  return licenseValueError(columns, cells) ?? bothAgentLicenses(columns, services) ?? numberError(fields)
}

/** The local part is limited to 64 characters (afv3q8). */
const isImportable = (email: string): boolean => isAddress(email) && email.indexOf('@') <= 64

function licenseValueError({ services }: KnownColumns, cells: readonly string[]): RowError | undefined {
  for (const [index, { header }] of services) {
    const cell = cells[index] ?? ''
    if (readLicenseValue(cell) === 'unknown') {
      return before('license-value', `"${cell}" under "${header}" is neither TRUE nor FALSE.`)
    }
  }
  return undefined
}

/** Sandbox choice: nobody documents Standard and Premium in one row; the licenses API has this code for it. */
function bothAgentLicenses({ services }: KnownColumns, wishes: readonly ServiceWish[]): RowError | undefined {
  const wanted = new Set(wishes.filter(({ isWanted }) => isWanted).map(({ licenseId }) => licenseId))
  const agent = [...services.values()].filter(
    ({ license }) => isAgentLicense(license) && wanted.has(license.id),
  )
  if (agent.length < 2) return undefined
  const headers = agent.map(({ header }) => `"${header}"`).join(' and ')
  return before('400413', `A person takes one contact center license: ${headers} are both TRUE.`)
}

/** Sandbox choice: a lost `+` or zero passes, as it would in Control Hub for all that is known; `4.8E+10` does not. */
function numberError({ phoneNumber, callerIdNumber, extension }: ImportRow['fields']): RowError | undefined {
  const wrong = [phoneNumber, callerIdNumber].find(
    (value) => value !== undefined && !/^(REMOVE\|)?\+?\d{3,15}$/.test(value),
  )
  if (wrong !== undefined) return before('phone-number', `"${wrong}" is not a phone number.`)
  if (extension === undefined || /^(REMOVE\|)?\d{1,10}$/.test(extension)) return undefined
  return before('extension', `"${extension}" is not an extension.`)
}

/** `T` and `F` count too, in any case. */
function readLicenseValue(cell: string): boolean | 'blank' | 'unknown' {
  if (cell === '') return 'blank'
  if (/^t(rue)?$/i.test(cell)) return true
  return /^f(alse)?$/i.test(cell) ? false : 'unknown'
}
