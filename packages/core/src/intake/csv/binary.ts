/** What a file is that is no CSV file, by its first bytes. */
export type BinaryKind =
  | 'xlsx'
  | 'ods'
  | 'xls'
  | 'zip'
  | 'gzip'
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'sqlite'
  | 'html'
  | 'xml'
  | 'rtf'

const signatures: readonly (readonly [kind: BinaryKind, magic: string])[] = [
  ['xls', '\xd0\xcf\x11\xe0'],
  ['gzip', '\x1f\x8b'],
  ['pdf', '%PDF'],
  ['png', '\x89PNG'],
  ['jpeg', '\xff\xd8\xff'],
  ['gif', 'GIF8'],
  ['sqlite', 'SQLite format 3'],
]

/** How far into a zip its first names are looked for. */
const lookahead = 4096

export function binaryKind(bytes: Uint8Array): BinaryKind | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, lookahead))
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006')) return zipKind(start)
  return signatures.find(([, magic]) => asDecoded(magic) === start.slice(0, magic.length))?.[0]
}

/** A page saved instead of the export, for example the one that asks to sign in. */
export function looksLikeMarkup(text: string): 'html' | 'xml' | 'rtf' | undefined {
  const start = text.slice(0, 200).trimStart().toLowerCase()
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'html'
  if (start.startsWith('<?xml')) return 'xml'
  return start.startsWith('{\\rtf') ? 'rtf' : undefined
}

function zipKind(start: string): BinaryKind {
  if (start.includes('opendocument.spreadsheet')) return 'ods'
  return start.includes('xl/') || start.includes('[Content_Types].xml') ? 'xlsx' : 'zip'
}

/** "latin1" means windows-1252 to a TextDecoder; the signatures must go through the same. */
function asDecoded(magic: string): string {
  return new TextDecoder('latin1').decode(Uint8Array.from(magic, (character) => character.charCodeAt(0)))
}
