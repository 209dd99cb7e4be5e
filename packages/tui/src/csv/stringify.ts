import type { CsvStringifier } from '@wxcc-onboard/core'
import { stringify } from 'csv-stringify/sync'

export const newlines = { crlf: '\r\n', lf: '\n', cr: '\r' } as const

/** Quotes what needs it and changes nothing; a line break of any kind needs it, whatever ends the rows. */
export const stringifyCsv: CsvStringifier = (records, { delimiter, newline, hasBom }) => {
  const text = stringify(
    records.map((cells) => [...cells]),
    { delimiter, record_delimiter: newlines[newline], quoted_match: /[\r\n]/ },
  )
  return `${hasBom ? '\ufeff' : ''}${text}`
}
