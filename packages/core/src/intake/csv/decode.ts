import type { Problem } from '../../domain/problem.ts'
import { binaryKind, looksLikeMarkup } from './binary.ts'
import { csvProblem } from './csv-problem.ts'
import { decodeLegacy, type LegacyEncoding } from './legacy.ts'

export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | LegacyEncoding

export type Newline = 'crlf' | 'lf' | 'cr'

export interface DecodedCsv {
  readonly ok: true
  /** Without the byte order mark. */
  readonly text: string
  /** The same in UTF-8, where the file is. */
  readonly utf8?: Uint8Array
  readonly encoding: CsvEncoding
  /** Whether another code page would have given another text, so that a person should look at the names. */
  readonly isGuess: boolean
  readonly hasBom: boolean
  readonly newline: Newline
}

export type DecodeCsv = DecodedCsv | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Bytes of a file to text: UTF-8 and UTF-16 with and without byte order mark, and what Excel in Polish, Czech or
 * German writes. Files that are no text are named, not decoded.
 */
export function decodeCsv(bytes: Uint8Array, options: { readonly legacy?: LegacyEncoding } = {}): DecodeCsv {
  if (bytes.length === 0) return refused('csv.empty')
  const kind = binaryKind(bytes)
  if (kind !== undefined) return refused('csv.binary', { kind })
  const bom = bomOf(bytes)
  const encoding = bom?.encoding ?? wideByNuls(bytes)
  if (encoding === 'utf-16le' || encoding === 'utf-16be')
    return decodedWide(bytes, encoding, bom !== undefined)
  if (bytes.includes(0)) return refused('csv.binary', { kind: 'nul-bytes', offset: bytes.indexOf(0) })
  const text = strictly('utf-8', bytes)
  if (text !== undefined) {
    const utf8 = bom === undefined ? bytes : bytes.subarray(3)
    return decoded(text, { utf8, encoding: 'utf-8', isGuess: false, hasBom: bom !== undefined })
  }
  const guess = decodeLegacy(bytes, options.legacy)
  return decoded(guess.text, { encoding: guess.encoding, isGuess: guess.isGuess, hasBom: false })
}

function decodedWide(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', hasBom: boolean): DecodeCsv {
  const text = strictly(encoding, bytes)
  if (text === undefined) return refused('csv.binary', { kind: 'cut-off', encoding })
  if (text.includes('\0')) return refused('csv.binary', { kind: 'nul-bytes', offset: text.indexOf('\0') * 2 })
  return decoded(text, { encoding, isGuess: false, hasBom })
}

function decoded(text: string, how: Pick<DecodedCsv, 'utf8' | 'encoding' | 'isGuess' | 'hasBom'>): DecodeCsv {
  if (!/\S/.test(text)) return refused('csv.empty')
  const kind = looksLikeMarkup(text)
  if (kind !== undefined) return refused('csv.binary', { kind })
  return { ok: true, text, ...how, newline: newlineOf(text) }
}

function refused(
  code: 'csv.empty' | 'csv.binary',
  facts: Parameters<typeof csvProblem>[3] = {},
): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems: [csvProblem(code, 'error', 'CSV-6', facts)] }
}

function bomOf(bytes: Uint8Array): { readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' } | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8' }
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le' }
  return first === 0xfe && second === 0xff ? { encoding: 'utf-16be' } : undefined
}

/** Text whose every other byte is zero is UTF-16 without its mark: headers are ASCII. */
function wideByNuls(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 1024)
  let even = 0
  let odd = 0
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] !== 0) continue
    if (index % 2 === 0) even += 1
    else odd += 1
  }
  const pairs = Math.floor(sample.length / 2)
  if (odd > pairs * 0.4 && even < pairs * 0.1) return 'utf-16le'
  return even > pairs * 0.4 && odd < pairs * 0.1 ? 'utf-16be' : undefined
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function newlineOf(text: string): Newline {
  const at = text.search(/[\r\n]/)
  if (at < 0 || text[at] === '\n') return 'lf'
  return text[at + 1] === '\n' ? 'crlf' : 'cr'
}
