import { describe, expect, it } from 'vitest'
import { draftFor, observationFor } from '../../test/samples.ts'
import { emptyDraft } from '../intake/draft.ts'
import { blockersOf, checkStage, type Ground } from './check.ts'

const ada = 'ada@acme.example'

function groundFor(written: object, more: Partial<Ground> = {}): Ground {
  return {
    draft: draftFor(written),
    connection: undefined,
    reading: { suggestion: 'new', evidence: 'contact-center-api-answers' },
    observation: observationFor(),
    ...more,
  }
}

function codes(stage: Parameters<typeof checkStage>[0], ground: Ground): readonly string[] {
  return checkStage(stage, ground).map(({ code }) => code)
}

describe('checkStage', () => {
  it('PRE-3: before people are entered, trial accounts are only taken down', () => {
    const ground = groundFor({ people: [], trialAccounts: [ada] })
    expect(codes('prerequisites', ground)).toEqual([])
    expect(codes('people', ground)).toEqual(['people.none'])
  })

  it('PRE-3: once they are entered, both stages know who of them it concerns', () => {
    const ground = groundFor({ people: [{ email: ada }], trialAccounts: [ada, 'alan@acme.example'] })
    expect(codes('prerequisites', ground)).toEqual(['trial-account.open', 'trial-account.not-entered'])
    expect(codes('people', ground)).toEqual(['trial-account.open'])
  })

  it('PRE-1: an address that cannot be one stops at the first question', () => {
    const ground = groundFor({ people: [], trialAccounts: ['ada'] })
    expect(codes('prerequisites', ground)).toEqual(['person.email-malformed'])
  })

  it('PLAT-6: licenses and roles are not judged before the organization was looked at', () => {
    const ground = groundFor({ people: [{ email: ada, administrator: 'full' }] }, { observation: undefined })
    expect(codes('licenses', ground)).toEqual([])
    expect(codes('adminRoles', ground)).toEqual([])
    expect(codes('review', ground)).toEqual([])
  })

  it('PLAT-6: what was not answered still keeps from saving at the review', () => {
    const ground = groundFor({ people: [{ email: ada, license: 'premium' }] })
    const draft = { ...ground.draft, platform: undefined }
    const blockers = blockersOf(checkStage('review', { ...ground, draft }), draft)
    expect(blockers.map(({ code }) => code)).toEqual(['platform.unanswered'])
  })

  it('ENTRY-10: the stage of licenses says first who exists already', () => {
    const observation = observationFor({
      people: [{ email: ada, licenseIds: ['standard-a'] }],
      operator: { administrator: 'cc-service' },
    })
    const people = [{ email: ada, license: 'premium' }, { email: 'new@acme.example' }]
    expect(codes('licenses', groundFor({ people }, { observation }))).toEqual([
      'operator.cannot-create',
      'person.exists',
      'license.replaced',
    ])
  })

  it('SAVE-2: the review warns that invitations cannot be called back, and counts them', () => {
    const observation = observationFor({ people: [{ email: ada }] })
    const people = [ada, 'b@acme.example', 'c@acme.example'].map((email) => ({ email, license: 'premium' }))
    expect(checkStage('review', groundFor({ people }, { observation }))).toEqual([
      {
        code: 'invitation.irrevocable',
        severity: 'warning',
        rule: 'SAVE-2',
        subject: { kind: 'stage' },
        facts: { people: 2 },
      },
    ])
  })

  it('SAVE-2: where the setting may not be read, invitations are to be expected', () => {
    const observation = observationFor({ invitationEmails: undefined })
    const people = [{ email: ada, license: 'premium' }]
    expect(codes('review', groundFor({ people }, { observation }))).toEqual(['invitation.irrevocable'])
  })

  it('SAVE-2: where they are switched off, that is told instead (NEW-15)', () => {
    const observation = observationFor({ invitationEmails: false })
    const people = [{ email: ada, license: 'premium' }]
    expect(checkStage('review', groundFor({ people }, { observation }))).toEqual([
      {
        code: 'invitation.suppressed',
        severity: 'notice',
        rule: 'NEW-15',
        subject: { kind: 'stage' },
        facts: { people: 1 },
      },
    ])
  })

  it('SAVE-2: nobody is invited who exists already', () => {
    const observation = observationFor({ people: [{ email: ada }] })
    const people = [{ email: ada, license: 'premium' }]
    expect(codes('review', groundFor({ people }, { observation }))).toEqual([])
  })

  it('ENTRY-10: the review does not miss names of people who exist, for they keep theirs', () => {
    const observation = observationFor({ people: [{ email: ada }], invitationEmails: undefined })
    const people = [ada, 'new@acme.example'].map((email) => ({ email, license: 'premium' }))
    const problems = checkStage('review', groundFor({ entry: 'names-and-email', people }, { observation }))
    expect(problems.map(({ code, subject }) => [code, subject.kind === 'person' ? subject.row : 0])).toEqual([
      ['person.first-name-missing', 2],
      ['person.last-name-missing', 2],
      ['invitation.irrevocable', 0],
    ])
  })

  it('the review repeats what stops or warns, not what only informs', () => {
    const people = Array.from({ length: 26 }, (_, index) => ({
      email: `p${index}@acme.example`,
      license: 'standard',
      administrator: 'full',
    }))
    const ground = groundFor(
      { people },
      { observation: observationFor({ people: people.map(({ email }) => ({ email })) }) },
    )
    expect(codes('people', ground)).toEqual(['people.chained'])
    expect(new Set(codes('review', ground))).toEqual(new Set(['administrator.standard-useless']))
  })
})

describe('blockersOf', () => {
  it('C-5: a question stops until it is acknowledged', () => {
    const people = [{ email: ada, license: 'premium-supervisor', administrator: 'full' }]
    const observation = observationFor({ platform: '1.0' })
    const ground = groundFor({ platform: '1.0', people }, { observation })
    const problems = checkStage('adminRoles', ground)
    const acknowledged = { ...ground.draft, acknowledged: ['administrator.supervisor-unusual'] as const }
    expect(blockersOf(problems, ground.draft).map(({ code }) => code)).toEqual([
      'administrator.supervisor-unusual',
    ])
    expect(blockersOf(problems, acknowledged)).toEqual([])
  })

  it('ADMNEW-2: an error stops whatever is acknowledged', () => {
    const people = [{ email: ada, license: 'premium-supervisor', administrator: 'full' }]
    const ground = groundFor({ people })
    const draft = { ...ground.draft, acknowledged: ['administrator.supervisor-excluded'] as const }
    expect(blockersOf(checkStage('adminRoles', { ...ground, draft }), draft)).toHaveLength(1)
  })

  it('ENTRY-9: an empty draft stops at people', () => {
    const ground = { ...groundFor({ people: [] }), draft: emptyDraft() }
    expect(blockersOf(checkStage('people', ground), ground.draft).map(({ rule }) => rule)).toEqual([
      'ENTRY-9',
    ])
  })
})
