import {
  disabledCodes,
  labelKeys,
  manualRouteRules,
  problemCodes,
  signInReasons,
  stages,
} from '@wxcc-onboard/core'
import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { createTexts, type Facts, type TextKey } from './texts.ts'

const texts = createTexts(en, 'en')
const keys = Object.keys(en) as TextKey[]

const sample: Facts = {
  row: 3,
  rows: ['2', '3'],
  email: 'ada@example.com',
  license: 'premium',
  held: 'standard',
  wanted: 'premium',
  choice: 'full',
  role: 'cc-service',
  administrator: 'cc-service',
  free: 2,
  short: 3,
  people: 30,
  count: 2,
  batches: ['25', '5'],
  known: ['Sub1', 'Sub2'],
  boxes: ['Organization administrator', 'Full administrator'],
  fault: 'no-at-sign',
  status: 503,
}

describe('the English catalog', () => {
  it.each([
    ['no facts', {}],
    ['facts', sample],
  ])('says every text with %s, without a gap in its grammar', (_, facts) => {
    const broken = keys.filter((key) => {
      try {
        return texts.t(key, facts).trim() === '' || /[{}]|undefined|NaN/.test(texts.t(key, facts))
      } catch {
        return true
      }
    })
    expect(broken).toEqual([])
  })

  it('L15: has a text for every code that core can send', () => {
    const needed = [
      ...stages.map((stage) => `stage.${stage}`),
      ...labelKeys,
      ...problemCodes.flatMap((code) => [`problem.${code}`, `problem.${code}.next`]),
      ...disabledCodes.map((code) => `disabled.${code}`),
      ...signInReasons.map((reason) => `signIn.why.${reason}`),
    ]
    expect(needed.filter((key) => !texts.has(key))).toEqual([])
  })

  it('L13: explains every rule of the manual route', () => {
    expect(manualRouteRules().filter((rule) => !texts.has(`rule.${rule}`))).toEqual([])
  })

  it('shouts at nobody', () => {
    expect(keys.filter((key) => en[key].includes('!'))).toEqual([])
  })

  it('names rows and lists as people write them', () => {
    expect([
      texts.t('problem.people.chained', { people: 30, count: 2, batches: ['25', '5'] }),
      texts.t('problem.person.duplicate', { rows: ['2', '9'] }),
      texts.t('problem.license.units-short', { license: 'premium', free: 2, short: 3 }),
      texts.t('problem.line.unreadable', { line: 4, text: 'hello' }),
    ]).toEqual([
      '30 people go in 2 batches: 25 and 5.',
      'The same address is entered more than once (rows 2 and 9).',
      'Premium Agent: 2 free, 3 too few.',
      'Line 4: no e-mail address in "hello".',
    ])
  })

  it('cuts long lists short', () => {
    const known = Array.from({ length: 9 }, (_, index) => `Sub${index + 1}`)
    expect(texts.t('problem.license.subscription-unknown.next', { known })).toBe(
      'Choose one of these: Sub1, Sub2, Sub3, Sub4, Sub5, Sub6, and +3.',
    )
  })
})
