import { describe, expect, it } from 'vitest'
import { draftFor } from '../../test/samples.ts'
import { checkOperator, checkTrialAccounts, checkTrialAddresses } from './prerequisites.ts'

describe('checkTrialAccounts', () => {
  it('PRE-1: a person whose address was used for a trial account is named with a warning', () => {
    const draft = draftFor({
      trialAccounts: ['ADA@acme.example '],
      people: [{ email: 'grace@acme.example' }, { email: 'Ada@acme.example' }],
    })
    expect(checkTrialAccounts(draft)).toEqual([
      {
        code: 'trial-account.open',
        severity: 'warning',
        rule: 'PRE-1',
        subject: { kind: 'person', email: 'Ada@acme.example', row: 2 },
        facts: { email: 'Ada@acme.example', row: 2 },
      },
    ])
  })

  it('PRE-3: it is a matter of each person: one who is not among them is named, not dropped', () => {
    const draft = draftFor({
      trialAccounts: ['alan@acme.example', 'ada@acme.example'],
      people: [{ email: 'ada@acme.example' }],
    })
    expect(checkTrialAccounts(draft)).toEqual([
      {
        code: 'trial-account.not-entered',
        severity: 'notice',
        rule: 'PRE-3',
        subject: { kind: 'person', email: 'alan@acme.example' },
        facts: { email: 'alan@acme.example' },
      },
      {
        code: 'trial-account.open',
        severity: 'warning',
        rule: 'PRE-1',
        subject: { kind: 'person', email: 'ada@acme.example', row: 1 },
        facts: { email: 'ada@acme.example', row: 1 },
      },
    ])
  })

  it.each(['1.0', 'new'])('PRE-3: it is the same on platform %s', (platform) => {
    const draft = draftFor({
      platform,
      trialAccounts: ['ada@acme.example'],
      people: [{ email: 'ada@acme.example' }],
    })
    expect(checkTrialAccounts(draft).map(({ code, rule }) => [code, rule])).toEqual([
      ['trial-account.open', 'PRE-1'],
    ])
  })

  it('PRE-1: says nothing where no address was used for one', () => {
    expect(checkTrialAccounts(draftFor({ people: [{ email: 'ada@acme.example' }] }))).toEqual([])
  })
})

describe('checkTrialAddresses', () => {
  it('PRE-1: an address that cannot be one is refused, whoever is entered', () => {
    const trialAccounts = ['ada@acme', ' grace@acme.example ', 'alan turing@acme.example']
    expect(checkTrialAddresses(draftFor({ trialAccounts }))).toEqual(
      [
        { email: 'ada@acme', fault: 'domain-malformed' },
        { email: 'alan turing@acme.example', fault: 'forbidden-character' },
      ].map((facts) => ({
        code: 'person.email-malformed',
        severity: 'error',
        rule: 'PRE-1',
        subject: { kind: 'person', email: facts.email, field: 'email' },
        facts,
      })),
    )
  })
})

describe('checkOperator', () => {
  it.each(['cc-service', 'read-only'] as const)(
    'NEW-28: a token of a %s administrator cannot add people',
    (administrator) => {
      expect(checkOperator({ administrator }, 2)).toEqual([
        {
          code: 'operator.cannot-create',
          severity: 'error',
          rule: 'NEW-28',
          subject: { kind: 'stage' },
          facts: { administrator, people: 2 },
        },
      ])
      expect(checkOperator({ administrator }, 0)).toEqual([])
    },
  )

  it.each(['full', 'user', 'none', 'unknown'] as const)(
    'NEW-28: of one who is "%s" nothing is known against it',
    (administrator) => {
      expect(checkOperator({ administrator }, 2)).toEqual([])
    },
  )
})
