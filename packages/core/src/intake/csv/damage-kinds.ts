import { readFlag, translatedFlag } from './cells.ts'
import { createMojibakeReader } from './mojibake.ts'

/** What can happen to a cell between the export and the import. */
export type DamageKind =
  | 'plus-lost'
  | 'scientific'
  | 'decimal'
  | 'date'
  | 'zeros-lost'
  | 'spaces'
  | 'smart-quotes'
  | 'mojibake'
  | 'auto-link'
  | 'formula'
  | 'text-marker'
  | 'flag-translated'

export type CellClass = 'email' | 'name' | 'phone' | 'extension' | 'flag' | 'text' | 'free'

export interface Finding {
  readonly kind: DamageKind
  readonly proposed?: string
}

export type Inspect = (cell: string, before: string | undefined) => Finding | undefined

/**
 * Prepares the inspection of one column. Columns repeat themselves, so what is clean without a look at the export is
 * remembered.
 */
export function createInspector(cellClass: CellClass): Inspect {
  const readMojibake = createMojibakeReader()
  const checks: readonly Inspect[] = [
    (cell) => (cellClass === 'flag' ? translated(cell) : undefined),
    (cell, before) => mojibake(cell, before, readMojibake, cellClass),
    (cell, before) => spaces(cell, before, cellClass),
    smartQuotes,
    formula,
    ...(cellClass === 'email' ? [autoLink] : []),
    ...(cellClass === 'phone' || cellClass === 'extension' ? numberChecks : []),
    ...(cellClass === 'phone' ? [plusLost] : []),
    comparedWithExport,
  ]
  const clean = new Set<string>()
  const plain = plainCells[cellClass]
  let lastPlain = ''
  return (cell, before) => {
    if (cellClass === 'free') return undefined
    if (before === undefined && (cell === lastPlain || clean.has(cell))) return undefined
    if (before === undefined && plain.test(cell)) {
      lastPlain = cell
      return undefined
    }
    for (const check of checks) {
      const finding = check(cell, before)
      if (finding !== undefined) return finding
    }
    if (before === undefined && clean.size < mostRemembered) clean.add(cell)
    return undefined
  }
}

const mostRemembered = 1_000

/**
 * Words with Latin letters. Text that was read in a wrong code page has two characters beyond ASCII side by side, or an
 * Ã or Ă before a space that was one.
 */
const plainText =
  /^(?!.*[^\0-\x7f]{2})[A-Za-z\dÀ-ÂÄ-ÖØ-öø-āă-ž](?:[\wÀ-ÂÄ-ÖØ-öø-āă-ž .,&()/:-]*[\wÀ-ÂÄ-ÖØ-öø-āă-ž.)])?$/

/** Cells that no check can object to, seen at once; most cells of most files. */
const plainCells: Readonly<Record<CellClass, RegExp>> = {
  email: /^[\w.+-]+@[\w.-]*\w$/,
  name: plainText,
  phone: /^\+\d{7,15}$/,
  extension: /^\d{1,15}$/,
  flag: /^(?:true|false|t|f)$/i,
  text: plainText,
  free: /^/,
}

function translated(cell: string): Finding | undefined {
  const proposed = readFlag(cell) === 'invalid' ? translatedFlag(cell) : undefined
  return proposed === undefined ? undefined : { kind: 'flag-translated', proposed }
}

function mojibake(
  cell: string,
  before: string | undefined,
  read: (cell: string) => string | undefined,
  cellClass: CellClass,
): Finding | undefined {
  const isAscii = !/[^\x20-\x7e]/.test(cell)
  const proposed = isAscii ? undefined : read(cell)
  if (proposed !== undefined) return { kind: 'mojibake', proposed }
  const isLost = isAscii
    ? cellClass === 'name' && /\p{L}\?\p{L}|\?\p{L}{2}/u.test(cell)
    : /\ufffd|[ÃĂ](?:\s|$)/u.test(cell)
  if (!isLost && !isAskedAway(cell, before)) return undefined
  return { kind: 'mojibake', ...(before === undefined ? {} : { proposed: before }) }
}

/** A code page without the letter writes a question mark: the export tells where one stands for a letter. */
function isAskedAway(cell: string, before: string | undefined): boolean {
  if (before === undefined || !cell.includes('?') || cell.length !== before.length) return false
  return [...cell].every((character, index) => {
    const was = before[index] ?? ''
    return character === was || (character === '?' && was > '\u007f')
  })
}

function spaces(cell: string, before: string | undefined, cellClass: CellClass): Finding | undefined {
  if (cellClass === 'flag') return undefined
  const tidy = cell
    .replaceAll(/[\u00a0\u2007\u202f]/gu, ' ')
    .replaceAll(/[\u200b\u2060\ufeff\u00ad]/gu, '')
    .trim()
  if (tidy !== cell) return { kind: 'spaces', proposed: before?.trim() === tidy ? before : tidy }
  return before !== undefined && before.trim() === cell ? { kind: 'spaces', proposed: before } : undefined
}

function smartQuotes(cell: string): Finding | undefined {
  if (!/[‘’‚‛“”„‟]/u.test(cell)) return undefined
  return {
    kind: 'smart-quotes',
    proposed: cell.replaceAll(/[‘’‚‛]/gu, "'").replaceAll(/[“”„‟]/gu, '"'),
  }
}

/** Formulas, what is left of them, and the marks with which people keep a spreadsheet from calculating. */
function formula(cell: string, before: string | undefined): Finding | undefined {
  if (/^'(?=[+=@\d-])/.test(cell)) return { kind: 'text-marker', proposed: cell.slice(1) }
  if (/^#(?:[\p{Lu}\d/]+[!?]|N\/A|NV|N\/D|#+)$/u.test(cell))
    return { kind: 'formula', ...(before === undefined ? {} : { proposed: before }) }
  if (!cell.startsWith('=')) return undefined
  const proposed =
    /^="(.*)"$/.exec(cell)?.[1]?.replaceAll('""', '"') ??
    /^=(\+?\d+)$/.exec(cell)?.[1] ??
    /^=HYPERLINK\("[^"]*"[,;] ?"([^"]*)"\)$/i.exec(cell)?.[1] ??
    /^=HYPERLINK\("mailto:([^"]*)"\)$/i.exec(cell)?.[1] ??
    before
  return { kind: 'formula', ...(proposed === undefined ? {} : { proposed }) }
}

/** Addresses that an editor made links of, or that were copied out of a mail with what stood around them. */
function autoLink(cell: string): Finding | undefined {
  const proposed = cell
    .replace(/^\[[^\]]*\]\((.*)\)$/, '$1')
    .replace(/^[^<>@]*<([^<>]*)>$/, '$1')
    .replace(/^[^<>\s]+@[^<>\s]+\s*<([^<>]*)>$/, '$1')
    .replace(/^mailto:/i, '')
    .replace(/^["'](.*)["']$/, '$1')
    .replace(/[.,;:]+$/, '')
    .trim()
  return proposed === cell ? undefined : { kind: 'auto-link', proposed }
}

const numberChecks: readonly Inspect[] = [scientific, decimal, date]

function scientific(cell: string, before: string | undefined): Finding | undefined {
  const parts = /^([+-]?)(\d)(?:[.,](\d+))?E([+-]?\d+)$/i.exec(cell)
  if (parts === null) return undefined
  const [, , whole = '', decimals = '', exponent = ''] = parts
  if (before !== undefined && isRoundingOf(before, whole, decimals, Number(exponent)))
    return { kind: 'scientific', proposed: before }
  const isExact = Number(exponent) >= 0 && decimals.replace(/0+$/, '').length === Number(exponent)
  return {
    kind: 'scientific',
    ...(isExact ? { proposed: `${whole}${decimals.slice(0, Number(exponent))}` } : {}),
  }
}

function isRoundingOf(before: string, whole: string, decimals: string, exponent: number): boolean {
  const digits = before.replaceAll(/\D/g, '')
  if (digits === '' || digits.length > 30) return false
  const [mantissa, power] = Number(digits).toExponential(decimals.length).split('e')
  return Number(mantissa) === Number(`${whole}.${decimals || '0'}`) && Number(power) === exponent
}

function decimal(cell: string): Finding | undefined {
  const digits = /^(\+?\d{3,})[.,]0{1,2}$/.exec(cell)?.[1]
  return digits === undefined ? undefined : { kind: 'decimal', proposed: digits }
}

/** `1-2` becomes the first of February, in the words of the spreadsheet's language. */
const dateShapes =
  /^(?:\d{1,2}[-./ ]{1,2}(?:\d{1,2}|\p{L}{3,4}\.?)(?:[-./ ]\d{2,4})?|\p{L}{3,4}\.?[-./ ]\d{2,4}|\d{4}-\d{2}-\d{2}(?:[ T].*)?|\d{1,2}:\d{2}(?::\d{2})?)$/u

function date(cell: string, before: string | undefined): Finding | undefined {
  if (!dateShapes.test(cell)) return undefined
  return { kind: 'date', ...(before === undefined ? {} : { proposed: before }) }
}

/** E.164 has up to 15 digits and begins with a country code, which never begins with 0. */
function plusLost(cell: string, before: string | undefined): Finding | undefined {
  if (!/^[1-9]\d{7,14}$/.test(cell)) return undefined
  if (before?.startsWith('+') && before.replaceAll(/\D/g, '') === cell)
    return { kind: 'plus-lost', proposed: before }
  return { kind: 'plus-lost', ...(cell.length >= 11 ? { proposed: `+${cell}` } : {}) }
}

/** What only the export can tell, in any column. */
function comparedWithExport(cell: string, before: string | undefined): Finding | undefined {
  if (before === undefined) return undefined
  if (/^0+\d+$/.test(before) && before.replace(/^0+/, '') === cell)
    return { kind: 'zeros-lost', proposed: before }
  if (before === `+${cell}`) return { kind: 'plus-lost', proposed: before }
  if (/\d{1,4}[-./]\d{1,4}/.test(before) && dateShapes.test(cell)) return { kind: 'date', proposed: before }
  const rounded = /^\d{5,}$/.test(before.replace(/^\+/, '')) ? scientific(cell, before) : undefined
  return rounded?.proposed === before ? rounded : undefined
}
