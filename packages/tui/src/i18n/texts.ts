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
      format.format(
        Object.fromEntries(holes.map((hole) => [hole.slot, fill(facts[hole.name], hole, lists)])),
      ),
    )
}

interface Hole {
  readonly name: string
  /** Where the format looks for the value: a fact that is selected by may also be written out, as another value. */
  readonly slot: string
  readonly kind: 'text' | 'number' | 'select'
}

type Ast = ReturnType<IntlMessageFormat['getAst']>

// Numbers of the element types in the parser's syntax tree.
const kinds: Readonly<Record<number, Hole['kind']>> = { 1: 'text', 2: 'number', 5: 'select', 6: 'number' }

function* holesOf(ast: Ast): Generator<Hole> {
  for (const node of ast) {
    const kind = kinds[node.type]
    if (kind && 'value' in node) {
      const name = String(node.value)
      const slot = `${kind}:${name}`
      node.value = slot
      yield { name, slot, kind }
    }
    if (hasOptions(node)) for (const option of Object.values(node.options)) yield* holesOf(option.value)
  }
}

function hasOptions(node: object): node is { options: Record<string, { value: Ast }> } {
  return 'options' in node
}

function fill(value: FactValue | undefined, { kind }: Hole, lists: Intl.ListFormat): string | number {
  if (value === undefined) return kind === 'number' ? 0 : kind === 'select' ? 'none' : '…'
  if (kind === 'number') return typeof value === 'object' ? value.length : Number(value) || 0
  // A selector of a message has no hyphens: `cc-service` is chosen by `cc_service`.
  if (kind === 'select') return String(value).replaceAll('-', '_')
  return typeof value === 'object' ? listed(value, lists) : String(value)
}

function listed(values: readonly (string | number)[], lists: Intl.ListFormat): string {
  const shown = values.slice(0, longestList).map(String)
  const rest = values.length - shown.length
  return lists.format(rest > 0 ? [...shown, `+${rest}`] : shown)
}
