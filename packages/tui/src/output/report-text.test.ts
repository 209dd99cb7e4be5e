import type { Expectation, PersonReport, Plan, ReportView, StepOutcome, TaskView } from '@wxcc-onboard/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCatalogs } from '../i18n/catalogs.ts'
import { mostInFull, mostNamed } from './most.ts'
import { planLines } from './plan-text.ts'
import { reportLines } from './report-text.ts'
import { createSentences } from './sentences.ts'
import { taskLines } from './task-text.ts'

const sentences = createSentences()
const paint = (_: unknown, text: string) => text
const command = 'wxcc-onboard verify run-1 --json'

const emailOf = (index: number) => `p${index}@acme.example`

function reportOf(outcomes: readonly StepOutcome[]): ReportView {
  const people = outcomes.map((outcome, index): PersonReport => {
    const isWell = outcome === 'done' || outcome === 'already'
    return {
      row: index + 1,
      email: emailOf(index),
      outcome,
      signIn: isWell ? 'yes' : 'no',
      why: isWell ? [] : ['license-missing'],
      verifiedBy: isWell ? 'reading' : 'nothing',
      problems: [],
    }
  })
  const counts = Object.fromEntries(
    [...Map.groupBy(outcomes, (outcome) => outcome)].map(([outcome, some]) => [outcome, some.length]),
  ) as ReportView['counts']
  return { people, counts, tasks: [], isComplete: false, canRetry: false }
}

const linesOf = (report: ReportView) => reportLines(report, sentences, paint, command)

const named = (lines: readonly string[]) =>
  lines.flatMap((line) => /^ *\d+ {2}. (p\d+@acme\.example) /.exec(line)?.[1] ?? [])

const outcome = fc.constantFrom<StepOutcome>('done', 'already', 'failed', 'waiting', 'invisible', 'skipped')

describe('the report', () => {
  it('M8: names everyone of few, and of many those who need somebody; nobody is left out of the numbers', () => {
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 200 }), (outcomes) => {
        const report = reportOf(outcomes)
        const lines = linesOf(report)
        const text = lines.join('\n')
        const attention = report.people.filter(({ outcome: one }) => one !== 'done' && one !== 'already')
        for (const [one, count] of Object.entries(report.counts))
          expect(text).toContain(`${count} ${sentences.shared.t(`outcome.${one as StepOutcome}`)}`)
        if (outcomes.length <= mostInFull.report) {
          expect(named(lines)).toEqual(report.people.map(({ email }) => email))
          return
        }
        expect(named(lines).length).toBe(Math.min(attention.length, mostNamed))
        const isCut = attention.length > mostNamed
        expect(text.includes(`… and ${attention.length - mostNamed} more. Everyone: ${command}`)).toBe(isCut)
      }),
    )
  })

  it('M8: names failed people before those who only wait, and stays short for thousands', () => {
    const outcomes = Array.from({ length: 5_000 }, (_, index): StepOutcome => {
      if (index % 100 === 99) return 'failed'
      return index < 3_000 ? 'waiting' : 'done'
    })
    const lines = linesOf(reportOf(outcomes))
    expect(named(lines)[0]).toBe(emailOf(99))
    expect(named(lines)).toHaveLength(50)
    expect(lines.length).toBeLessThan(60)
    expect(lines).toContain('2,970 waits for Control Hub, 50 failed, 1,980 done')
    expect(lines).toContain('3,020 cannot sign in yet (the license is missing: 3,020)')
  })

  it('M8: says the same in Polish', async () => {
    const outcomes = Array.from({ length: 60 }, (): StepOutcome => 'failed')
    const text = reportLines(reportOf(outcomes), createSentences(await loadCatalogs('pl')), paint).join('\n')
    expect(text).toContain('… i jeszcze 10; wszystkich wymienia --json')
    expect(text).toContain('Nie mogą się jeszcze zalogować: 60 (')
  })
})

const expectation = (index: number, isLosing: boolean) =>
  ({
    email: emailOf(index),
    row: index + 1,
    licenseIds: isLosing ? [] : ['standard'],
    lostLicenseIds: isLosing ? ['standard'] : [],
  }) as unknown as Expectation

describe('a plan for many', () => {
  it('M5: is told in numbers, with those who lose something before the others', () => {
    const people = Array.from({ length: 200 }, (_, index) => expectation(index, index >= 190))
    const plan = {
      organization: { id: 'o', name: 'Acme' },
      platform: 'new',
      people,
      steps: people.map(({ email, row }) => ({ kind: 'person.delete', key: `delete:${email}`, email, row })),
      tasks: [],
      units: [],
      forecast: { calls: 0 },
      invitations: 0,
      hash: 'f'.repeat(64),
    } as unknown as Plan
    const lines = planLines(plan, sentences, paint, { pace: 300 })
    const shown = lines.flatMap((line) => /^ *\d+ {2}(p\d+@acme\.example)$/.exec(line)?.[1] ?? [])
    expect(shown).toHaveLength(50)
    expect(shown.slice(0, 10)).toEqual(people.slice(190).map(({ email }) => email))
    expect(lines.join('\n')).toContain('10 to lose it, 0 to change roles, 200 to be deleted')
    expect(lines).toContain('  … and 150 more; --json names them all')
  })
})

describe('a task for many', () => {
  it('names the first of them, and everyone where somebody asks for the task', () => {
    const task = {
      id: 'synchronize',
      kind: 'synchronize',
      rule: 'SYNC-1',
      people: Array.from({ length: 300 }, (_, index) => emailOf(index)),
      where: [],
      url: 'https://admin.webex.com',
      verifiedBy: 'reading',
      facts: {},
    } as unknown as TaskView
    const short = taskLines(task, 1, sentences, paint).join('\n')
    expect(short).toContain(`${emailOf(9)} and 290 more; \`tasks RUN\` names all`)
    expect(short).not.toContain(emailOf(10))
    expect(taskLines(task, 1, sentences, paint, { isWhole: true }).join('\n')).toContain(emailOf(299))
  })
})
