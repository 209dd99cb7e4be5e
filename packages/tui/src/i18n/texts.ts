import type { FactValue } from '@wxcc-onboard/core'
import { IntlMessageFormat } from 'intl-messageformat'
import type { en } from './en.ts'

export type TextKey = keyof typeof en

/** Every text of the wizard in one language; a language that lacks one does not compile. */
export type Catalog = Readonly<Record<TextKey, string>>

export type Facts = Readonly<Record<string, FactValue | undefined>>

export interface Texts<K extends string = TextKey> {
  readonly locale: string
  /** The sentence of the key. Facts that are missing leave a gap, never an error. */
  t(key: K, facts?: Facts): string
  has(key: string): key is K
}

const longestList = 6

/** Turns keys and facts into sentences of one language. */
export function createTexts<K extends string>(
  catalog: Readonly<Record<K, string>>,
  locale: string,
): Texts<K> {
  const compiled = new Map<K, Message>()
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    locale,
    has: (key): key is K => Object.hasOwn(catalog, key),
    t(key, facts = {}) {
      const message = compiled.get(key) ?? compile(catalog[key], locale)
      compiled.set(key, message)
      return message(facts, lists)
    },
  }
}

type Message = (facts: Facts, lists: Intl.ListFormat) => string

function compile(text: string, locale: string): Message {
  if (!text.includes('{')) return () => text
  const format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true })
  const holes = [...holesOf(format.getAst())]
  return (facts, lists) =>
    String(
      format.format(Object.fromEntries(holes.map(([name, kind]) => [name, fill(facts[name], kind, lists)]))),
    )
}

type Hole = 'text' | 'number' | 'select'
type Ast = ReturnType<IntlMessageFormat['getAst']>

// Numbers of the element types in the parser's syntax tree.
const kinds: Readonly<Record<number, Hole>> = { 1: 'text', 2: 'number', 5: 'select', 6: 'number' }

function* holesOf(ast: Ast): Generator<[string, Hole]> {
  for (const node of ast) {
    const kind = kinds[node.type]
    if (kind && 'value' in node) yield [String(node.value), kind]
    if (hasOptions(node)) for (const option of Object.values(node.options)) yield* holesOf(option.value)
  }
}

function hasOptions(node: object): node is { options: Record<string, { value: Ast }> } {
  return 'options' in node
}

function fill(value: FactValue | undefined, kind: Hole, lists: Intl.ListFormat): string | number {
  if (value === undefined) return kind === 'number' ? 0 : kind === 'select' ? 'none' : '…'
  if (typeof value === 'number') return value
  if (kind === 'number') return Array.isArray(value) ? value.length : Number(value) || 0
  return typeof value === 'object' ? listed(value, lists) : String(value)
}

function listed(values: readonly (string | number)[], lists: Intl.ListFormat): string {
  const shown = values.slice(0, longestList).map(String)
  const rest = values.length - shown.length
  return lists.format(rest > 0 ? [...shown, `+${rest}`] : shown)
}
