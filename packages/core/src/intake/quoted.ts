/** The longest piece of someone's input that a problem repeats. */
const longest = 60

/** As long as a Webex token or a key, and no word: text that may be a secret is not repeated at all. */
const maybeSecret = /[\p{L}\p{N}_.~+/=-]{32}/u

/** A given value as a problem may repeat it: short, and never a secret pasted into the wrong place. */
export function quoted(value: unknown): string {
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'object' && value !== null) return 'mapping'
  const text = String(value)
  if (typeof value === 'string' && maybeSecret.test(text)) return '…'
  const characters = Array.from(text.slice(0, longest * 2))
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text
}
