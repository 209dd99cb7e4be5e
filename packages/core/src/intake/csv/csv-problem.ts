import type { FactValue, Problem, ProblemCode, Severity, Subject } from '../../domain/problem.ts'
import type { RuleId } from '../../domain/rule.ts'

type Facts = Readonly<Record<string, FactValue | undefined>>

/** A problem of a file or of one of its rows. Facts that are undefined are left out. */
export function csvProblem(
  code: ProblemCode,
  severity: Severity,
  rule: RuleId,
  facts: Facts = {},
  subject: Subject = { kind: 'stage' },
): Problem {
  return { code, severity, rule, subject, facts: known(facts) }
}

/** What a row's problem is about: the person where the row has an address, always with the line of the file. */
export function rowSubject(email: string, line: number): Subject {
  return email === '' ? { kind: 'stage' } : { kind: 'person', email, row: line }
}

function known(facts: Facts): Readonly<Record<string, FactValue>> {
  return Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, FactValue] => entry[1] !== undefined),
  )
}
