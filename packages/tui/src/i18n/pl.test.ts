import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { type CliKey, enCli } from './en-cli.ts'
import { languageOf } from './languages.ts'
import { pl } from './pl.ts'
import { plCli } from './pl-cli.ts'
import { createTexts, type TextKey } from './texts.ts'

const pairs: readonly (readonly [string, string, string])[] = [
  ...Object.entries(pl).map(([key, text]) => [key, en[key as TextKey], text] as const),
  ...Object.entries(plCli).map(([key, text]) => [key, enCli[key as CliKey] ?? '', text] as const),
]

type Ast = ReturnType<IntlMessageFormat['getAst']>

/** Name and way of each argument: written out, counted or selected by, with the answers that it knows. */
function argumentsOf(text: string, locale: string): string[] {
  const found = new Set<string>()
  const walk = (nodes: Ast) => {
    for (const node of nodes) {
      if (node.type === 1) found.add(`${node.value}`)
      if (node.type === 2) found.add(`${node.value}, number`)
      if (node.type === 5) found.add(`${node.value}, select: ${Object.keys(node.options).toSorted()}`)
      if (node.type === 6) found.add(`${node.value}, number`)
      if (node.type === 5 || node.type === 6)
        for (const option of Object.values(node.options)) walk(option.value)
    }
  }
  walk(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst())
  return [...found].toSorted()
}

/** The forms of each plural of the text. */
function pluralsOf(text: string, locale: string): string[][] {
  const found: string[][] = []
  const walk = (nodes: Ast) => {
    for (const node of nodes) {
      if (node.type === 6) found.push(Object.keys(node.options).filter((form) => !form.startsWith('=')))
      if (node.type === 5 || node.type === 6)
        for (const option of Object.values(node.options)) walk(option.value)
    }
  }
  walk(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst())
  return found
}

describe('the Polish catalog', () => {
  it('L15: has every text of the wizard and nothing else', () => {
    expect(Object.keys(pl).toSorted()).toEqual(Object.keys(en).toSorted())
  })

  it('L15: has every text of the command line but its help', () => {
    const missing = Object.keys(enCli).filter((key) => !key.startsWith('help.') && !(key in plCli))
    expect(missing).toEqual([])
  })

  it('says the same facts as English', () => {
    const differing = pairs
      .map(([key, english, polish]) => [key, argumentsOf(english, 'en'), argumentsOf(polish, 'pl')] as const)
      .filter(([, english, polish]) => english.join('|') !== polish.join('|'))
    expect(differing).toEqual([])
  })

  it('counts as Polish does: one, few, many, other', () => {
    const lacking = pairs.filter(([, , polish]) =>
      pluralsOf(polish, 'pl').some((forms) => forms.toSorted().join() !== 'few,many,one,other'),
    )
    expect(lacking.map(([key]) => key)).toEqual([])
  })

  it('translates what is not a name on a screen of Webex', () => {
    const words = /\b(the|of|is|are|and|was|with|this|not|people|person|press|choose)\b/i
    const english = pairs.filter(([, , polish]) =>
      words.test(
        polish.replaceAll(
          /„[^”]*”|add-(?:only|and-remove)|\{[^{}]*[,}]|[A-Z][\w/-]*( (of|and|or|only|[A-Z]\w*))*/g,
          '',
        ),
      ),
    )
    expect(english.map(([key]) => key)).toEqual([])
  })

  it('has numbers in their cases', () => {
    const { t } = createTexts(pl, 'pl')
    expect([1, 3, 5, 22, 25].map((people) => t('ui.people.count', { people }))).toEqual([
      '1 osoba',
      '3 osoby',
      '5 osób',
      '22 osoby',
      '25 osób',
    ])
  })
})

describe('the language that is wanted', () => {
  it.each([
    ['pl', 'pl'],
    ['pl_PL.UTF-8', 'pl'],
    ['PL-pl', 'pl'],
    ['en_US.UTF-8', 'en'],
    ['C.UTF-8', 'en'],
    ['plt_MG', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('%s is %s', (wanted, language) => {
    expect(languageOf(wanted)).toBe(language)
  })
})
