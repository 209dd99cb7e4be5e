import { encodeLegacy, type LegacyPage, legacyEncodings, legacyPage } from './legacy.ts'

/** UTF-8 that was read as a Windows code page, once or several times over. */
const mostOften = 3

/** Prepares finding out what a text was before it was read in the wrong code page; undefined when it was not. */
export function createMojibakeReader(): (text: string) => string | undefined {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const pages = legacyEncodings.map(legacyPage)
  const once = (text: string): readonly string[] =>
    pages.flatMap((page) => {
      const bytes = encodeLegacy(text, page)
      const before = bytes === undefined || !mayBeUtf8(bytes) ? undefined : strictly(utf8, bytes)
      return before === undefined || before === text ? [] : [before]
    })
  const isSuspect = suspectTest(pages)
  return (text) => {
    if (!isSuspect(text)) return undefined
    let found: string | undefined
    let readings: readonly string[] = [text]
    for (let count = 0; count < mostOften && readings.length > 0; count += 1) {
      readings = readings.flatMap(once)
      found = readings.find(isPlausible) ?? found
    }
    return found
  }
}

/** Seen at once in most texts: no page gives their first letters the bytes that begin a character of UTF-8. */
function suspectTest(pages: readonly LegacyPage[]): (text: string) => boolean {
  const pairs = pages.map(({ upperHalf }) => {
    const lettersOf = (from: number, to: number) => upperHalf.slice(from - 0x80, to - 0x80 + 1).join('')
    return `[${lettersOf(0xc2, 0xf4)}][${lettersOf(0x80, 0xbf)}]`
  })
  const suspect = new RegExp(`^\\p{ASCII}*(?:${pairs.join('|')})`, 'u')
  return (text) => suspect.test(text)
}

/** The first byte that is not ASCII must begin a character: a look that spares most names an exception. */
function mayBeUtf8(bytes: Uint8Array): boolean {
  const at = bytes.findIndex((byte) => byte >= 0x80)
  const [first = 0, second = 0] = bytes.subarray(at, at + 2)
  return at >= 0 && first >= 0xc2 && first <= 0xf4 && second >= 0x80 && second <= 0xbf
}

/**
 * Some words are valid UTF-8 by accident: RÓŻA would be a Cyrillic letter in between. What comes out must be
 * letters of one script, and of scripts that need three bytes for a letter more than one.
 */
function isPlausible(before: string): boolean {
  const foreign = before.replaceAll(/[\x20-\x7e]/g, '')
  if (/^[À-ſȘ-ț\u00a0\u2010-\u203a€]*$/u.test(foreign)) return true
  const letters = before.replaceAll(/[^\p{L}]/gu, '')
  if (/^[\u0370-\u03ff]+$|^[\u0400-\u045f]+$/u.test(letters)) return true
  return /^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,}$/u.test(letters)
}

function strictly(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}
