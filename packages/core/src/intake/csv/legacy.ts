/** Code pages of Windows that Excel writes in Central and Western Europe. */
export type LegacyEncoding = 'windows-1250' | 'windows-1252'

export const legacyEncodings: readonly LegacyEncoding[] = ['windows-1250', 'windows-1252']

/** A code page in both directions. */
export interface LegacyPage {
  /** The characters of the bytes 0x80 to 0xFF. */
  readonly upperHalf: readonly string[]
  readonly bytes: ReadonlyMap<string, number>
}

export function legacyPage(encoding: LegacyEncoding): LegacyPage {
  const half = Uint8Array.from({ length: 128 }, (_, index) => 0x80 + index)
  const upperHalf = [...new TextDecoder(encoding).decode(half)]
  return { upperHalf, bytes: new Map(upperHalf.map((character, index) => [character, 0x80 + index])) }
}

/** Text that is not UTF-8, in the code page under which fewer signs stand inside words. */
export function decodeLegacy(
  bytes: Uint8Array,
  chosen?: LegacyEncoding,
): { readonly text: string; readonly encoding: LegacyEncoding; readonly isGuess: boolean } {
  const { differing, votes } = weigh(bytes)
  const encoding = chosen ?? (votes > 0 ? 'windows-1250' : 'windows-1252')
  const text = new TextDecoder(encoding).decode(bytes)
  return { text, encoding, isGuess: chosen === undefined && differing > 0 }
}

/** The bytes that a text had in a code page, or undefined where it has a character that is not in the page. */
export function encodeLegacy(text: string, page: LegacyPage): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    const byte = code < 0x80 ? code : page.bytes.get(text[index] ?? '')
    if (byte === undefined) return undefined
    bytes[index] = byte
  }
  return bytes
}

/** Above zero speaks for 1250, below for 1252. `differing`: how many bytes the two read differently. */
function weigh(bytes: Uint8Array): { readonly differing: number; readonly votes: number } {
  const pages = {
    central: legacyPage('windows-1250').upperHalf,
    western: legacyPage('windows-1252').upperHalf,
  }
  let differing = 0
  let votes = 0
  let hints = 0
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0
    if (byte < 0x80) continue
    const central = pages.central[byte - 0x80] ?? ''
    const western = pages.western[byte - 0x80] ?? ''
    if (/[šžŠŽ]/.test(central)) hints += 1
    if (central === western) continue
    differing += 1
    const next = bytes[index + 1] ?? 0
    if (!isInWord(bytes[index - 1] ?? 0, next)) continue
    votes += Number(isLetter(central)) - Number(isLetter(western))
    if ((central === 'ń' || central === 'ć') && !isVowel(next)) hints += 1
  }
  return { differing, votes: votes === 0 && differing > 0 ? hints : votes }
}

function isInWord(before: number, after: number): boolean {
  return isWordByte(before) || isWordByte(after)
}

function isWordByte(byte: number): boolean {
  return byte >= 0xc0 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
}

function isVowel(byte: number): boolean {
  return 'aeiouyAEIOUY'.includes(String.fromCharCode(byte))
}

function isLetter(character: string): boolean {
  return /\p{L}/u.test(character) && !/[ºª]/.test(character)
}
