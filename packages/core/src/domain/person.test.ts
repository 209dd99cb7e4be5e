import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressFault, personKey } from './person.ts'

/** A domain of exactly so many octets, with no label longer than 63. */
function domainOf(octets: number): string {
  const labels: string[] = []
  for (let left = octets; left > 0; left -= 64) labels.push('d'.repeat(Math.min(63, left)))
  return labels.join('.')
}

describe('personKey', () => {
  it.each([
    [' Ada@Acme.Example ', 'ada@acme.example'],
    ['ADA@ACME.EXAMPLE', 'ada@acme.example'],
    ['jose\u0301@acme.example', 'jos\u00e9@acme.example'],
    ['ada+1@acme.example', 'ada+1@acme.example'],
  ])('ENTRY-8: %j and %j are the same person', (email, key) => {
    expect(personKey(email)).toBe(key)
  })

  it('ENTRY-8: is the key of a key', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        expect(personKey(personKey(email))).toBe(personKey(email))
      }),
    )
  })
})

describe('addressFault', () => {
  it.each([
    ['ada@acme.example'],
    ['ada.lovelace+agents@cc.acme.example'],
    ["o'neil_2!#$%&*/=?^`{|}~@acme.example"],
    ['1@2.example'],
    ['müller@münchen.example'],
    ['ada@xn--mnchen-3ya.example'],
  ])('ENTRY-5: nothing speaks against %s', (email) => {
    expect(addressFault(email)).toBeUndefined()
  })

  it.each([
    ['', 'no-at-sign'],
    ['ada', 'no-at-sign'],
    ['ada@', 'no-at-sign'],
    ['@acme.example', 'no-at-sign'],
    ['ada@home@acme.example', 'two-at-signs'],
    ['ada lovelace@acme.example', 'forbidden-character'],
    ['ada@acme.example ', 'forbidden-character'],
    ['ada\u00a0@acme.example', 'forbidden-character'],
    ['ada\u200b@acme.example', 'forbidden-character'],
    ['ada@acme.example,grace@acme.example', 'forbidden-character'],
    ['ada@acme.example;', 'forbidden-character'],
    ['<ada@acme.example>', 'forbidden-character'],
    ['"ada"@acme.example', 'forbidden-character'],
    ['ada@[192.0.2.1]', 'forbidden-character'],
    ['.ada@acme.example', 'misplaced-dot'],
    ['ada.@acme.example', 'misplaced-dot'],
    ['ada..l@acme.example', 'misplaced-dot'],
    ['ada@acme', 'domain-malformed'],
    ['ada@.example', 'domain-malformed'],
    ['ada@acme..example', 'domain-malformed'],
    ['ada@acme.example.', 'domain-malformed'],
    ['ada@-acme.example', 'domain-malformed'],
    ['ada@acme-.example', 'domain-malformed'],
    ['ada@ac_me.example', 'domain-malformed'],
    [`ada@${'d'.repeat(64)}.example`, 'domain-malformed'],
  ])('ENTRY-5: %j cannot be an address: %s', (email, fault) => {
    expect(addressFault(email)).toBe(fault)
  })

  it.each([
    ['64 octets before the @', `${'l'.repeat(64)}@acme.example`, undefined],
    ['65 octets before the @', `${'l'.repeat(65)}@acme.example`, 'local-part-too-long'],
    ['32 letters of two octets', `${'ü'.repeat(32)}@acme.example`, undefined],
    ['33 letters of two octets', `${'ü'.repeat(33)}@acme.example`, 'local-part-too-long'],
    ['21 letters of three octets', `${'語'.repeat(21)}@acme.example`, undefined],
    ['22 letters of three octets', `${'語'.repeat(22)}@acme.example`, 'local-part-too-long'],
    ['16 letters of four octets', `${'𠮷'.repeat(16)}@acme.example`, undefined],
    ['17 letters of four octets', `${'𠮷'.repeat(17)}@acme.example`, 'local-part-too-long'],
    ['21 times the first letter of three octets', `${'\u0800'.repeat(21)}@acme.example`, undefined],
    [
      '22 times the first letter of three octets',
      `${'\u0800'.repeat(22)}@acme.example`,
      'local-part-too-long',
    ],
    [
      '17 times the first letter of four octets',
      `${'\u{10000}'.repeat(17)}@acme.example`,
      'local-part-too-long',
    ],
    ['254 octets in all', `${'l'.repeat(64)}@${domainOf(189)}`, undefined],
    ['255 octets in all', `${'l'.repeat(64)}@${domainOf(190)}`, 'too-long'],
    ['252 letters in 254 octets', `${'l'.repeat(60)}üü@${domainOf(189)}`, undefined],
    ['253 letters in 255 octets', `${'l'.repeat(61)}üü@${domainOf(189)}`, 'local-part-too-long'],
    ['254 letters in 255 octets', `${'l'.repeat(61)}ü@${domainOf(191)}`, 'too-long'],
  ])('ENTRY-5: by RFC 5321, %s', (_, email, fault) => {
    expect(addressFault(email)).toBe(fault)
  })

  it('ENTRY-5: judges any text and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['string', 'undefined']).toContain(typeof addressFault(text))
      }),
    )
  })

  it.each([
    ['a link', 'mailto:ada@acme.example'],
    ['an invisible joiner', 'ada\u200d@acme.example'],
    ['a soft hyphen', 'ada\u00ad@acme.example'],
    ['a control character', 'ada\u001bc@acme.example'],
    ['a change of direction', 'ada\u202e@acme.example'],
  ])('ENTRY-5: %s is not part of an address', (_, email) => {
    expect(addressFault(email)).toBe('forbidden-character')
  })

  it('ENTRY-5: a domain may be written in a script with combining marks', () => {
    expect(addressFault('ada@उदाहरण.परीक्षा')).toBeUndefined()
  })
})
