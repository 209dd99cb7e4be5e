/** One person as entered, before anything is known about them. `row` counts from 1 in the order of entry. */
export interface PersonEntry {
  readonly row: number
  readonly email: string
  readonly firstName?: string
  readonly lastName?: string
  /** The subscription that pays for their license, where a file says so person by person. */
  readonly subscription?: string
}

/** How people are entered: exactly one of the two radio buttons (ENTRY-4). */
export type EntryMode = 'email' | 'names-and-email'

/** The identity of a person: the address without surrounding blanks, folded to one case. */
export function personKey(email: string): string {
  return isKey.test(email) ? email : email.trim().normalize('NFC').toLowerCase()
}

/** RFC 5321 sizes: 64 octets before the @, 254 for the whole address that a mail can be sent to. */
export const addressLimits = { local: 64, whole: 254 } as const

/** ASCII without capitals and blanks is its own key, which spares thousands of addresses three copies each. */
const isKey = /^[!-@[-~]*$/

/** What RFC 5321 lets nobody write without quotes, and what cannot be seen: controls, joiners, changes of direction. */
const forbidden = /[\s\p{C}:,;<>"()[\]\\]/u

/** Short addresses in ASCII, as most are: no label of theirs is too long, and they are seen at once to be one. */
const plain = {
  length: 63,
  pattern: /^[\w+-]+(?:\.[\w+-]+)*@[a-z\d]+(?:-+[a-z\d]+)*(?:\.[a-z\d]+(?:-+[a-z\d]+)*)+$/i,
} as const

/** Why an address cannot be one, or undefined when nothing speaks against it. Never corrects anything. */
export function addressFault(email: string): AddressFault | undefined {
  if (email.length <= plain.length && plain.pattern.test(email)) return undefined
  const at = email.lastIndexOf('@')
  const local = email.slice(0, at)
  const domain = email.slice(at + 1)
  if (at < 1 || domain === '') return 'no-at-sign'
  if (forbidden.test(email)) return 'forbidden-character'
  if (local.includes('@')) return 'two-at-signs'
  if (isLonger(local, addressLimits.local)) return 'local-part-too-long'
  if (isLonger(email, addressLimits.whole)) return 'too-long'
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return 'misplaced-dot'
  return isDomain(domain) ? undefined : 'domain-malformed'
}

export type AddressFault =
  | 'no-at-sign'
  | 'two-at-signs'
  | 'forbidden-character'
  | 'local-part-too-long'
  | 'too-long'
  | 'misplaced-dot'
  | 'domain-malformed'

function isDomain(domain: string): boolean {
  const labels = domain.split('.')
  return (
    labels.length > 1 &&
    labels.every(
      (label) => label.length <= 63 && /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u.test(label),
    )
  )
}

/** No character of a string takes more than three octets, so that short ones need no counting. */
function isLonger(text: string, limit: number): boolean {
  return text.length * 3 > limit && octets(text) > limit
}

function octets(text: string): number {
  let count = 0
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0
    count += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return count
}
