import { encodeLegacy, legacyEncodings, legacyPage } from './legacy.ts'

/** UTF-8 that was read as a Windows code page, once or several times over. */
const mostOften = 3

/** Prepares finding out what a text was before it was read in the wrong code page; undefined when it was not. */
export function createMojibakeReader(): (text: string) => string | undefined {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const pages = legacyEncodings.map(legacyPage)
  const once = (text: string): string | undefined => {
    for (const page of pages) {
      const bytes = encodeLegacy(text, page)
      const before = bytes === undefined ? undefined : strictly(utf8, bytes)
      if (before !== undefined && before !== text && !/\p{Cc}/u.test(before)) return before
    }
    return undefined
  }
  return (text) => {
    let found: string | undefined
    for (let count = 0; count < mostOften; count += 1) {
      const before = once(found ?? text)
      if (before === undefined) break
      found = before
    }
    return found
  }
}

function strictly(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}
