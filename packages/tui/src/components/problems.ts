import type { Problem } from '@wxcc-onboard/core'
import type { TextKey, Texts } from '../i18n/texts.ts'
import { symbols, type Tone } from '../theme.ts'
import { type Line, line, sentence, tone } from './line.ts'
import { numbersText } from './numbers.ts'

const problemTones: Readonly<Record<Problem['severity'], readonly [Tone, string]>> = {
  error: ['bad', symbols.failed],
  question: ['caution', symbols.question],
  warning: ['caution', symbols.caution],
  notice: ['muted', symbols.notice],
}

export function problemTone({ severity }: Problem): readonly [Tone, string] {
  return problemTones[severity]
}

export function problemText(problem: Problem, texts: Texts): string {
  return bareText(problem, texts) + ruleText(problem, texts)
}

export function nextText(problem: Problem, { t }: Texts): string {
  return t(`problem.${problem.code}.next`, factsOf(problem))
}

const severities = ['error', 'question', 'warning', 'notice'] as const

/**
 * Many problems, the gravest first. What is alike is said once, with the people it concerns and one next step, so that
 * a list of any length stays short.
 */
export function problemsLines(problems: readonly Problem[], texts: Texts, width: number): Line[] {
  return groupsOf(problems).flatMap((alike) => groupLines(alike, texts, width))
}

/** Problems of the same code and gravity, in the order of gravity. */
export function groupsOf(problems: readonly Problem[]): Problem[][] {
  const groups = new Map<string, Problem[]>()
  for (const problem of problems) {
    const id = `${severities.indexOf(problem.severity)} ${problem.code}`
    const group = groups.get(id)
    if (group) group.push(problem)
    else groups.set(id, [problem])
  }
  return [...groups.values()].sort(([a], [b]) => gravityOf(a) - gravityOf(b))
}

const longestList = 3

function groupLines(alike: readonly Problem[], texts: Texts, width: number): Line[] {
  const [first] = alike
  if (!first) return []
  const [name, symbol] = problemTone(first)
  const lead = tone(name, `${symbol} ${texts.t(`ui.severity.${first.severity}`)}: `)
  const said = sayings(alike, texts)
  const rest = said.slice(longestList).reduce((sum, { problems }) => sum + problems.length, 0)
  return [
    ...said.slice(0, longestList).flatMap((each) => sentence(sayingText(each, texts), width, name, lead)),
    ...(rest > 0 ? [line(tone('muted', `    ${texts.t('ui.andMore', { count: rest })}`))] : []),
    ...nextLines(first, texts, width),
  ]
}

function nextLines(problem: Problem, texts: Texts, width: number): Line[] {
  if (problem.severity === 'notice') return []
  return sentence(texts.t('ui.next', { text: nextText(problem, texts) }), width, 'plain', { text: '    ' })
}

interface Saying {
  readonly text: string
  readonly problems: readonly Problem[]
}

/** What is to be said of problems of one code: the sentences that differ, each with those whom it concerns. */
function sayings(alike: readonly Problem[], texts: Texts): Saying[] {
  const forMany = `group.${alike[0]?.code}`
  const said = new Map<string, string>()
  const byText = new Map<string, Problem[]>()
  for (const problem of alike) {
    const signature = signatureOf(problem)
    const text =
      said.get(signature) ??
      (alike.length > 1 && texts.has(forMany) ? texts.t(forMany, factsOf(problem)) : bareText(problem, texts))
    said.set(signature, text)
    const same = byText.get(text)
    if (same) same.push(problem)
    else byText.set(text, [problem])
  }
  return [...byText].map(([text, problems]) => ({ text, problems }))
}

/** The facts that make the sentence; whom it concerns is told beside it. Formatting thousands would take too long. */
function signatureOf({ subject, facts }: Problem): string {
  if (subject.kind !== 'person') return JSON.stringify([subject, facts])
  const { row: _row, email: _email, ...rest } = facts
  return JSON.stringify(rest)
}

/** `Row 2 · ada@example.com: The …` for one person; for several how many and which rows. */
function sayingText({ text, problems }: Saying, texts: Texts): string {
  const [first] = problems
  if (!first) return text
  const subjects = problems.flatMap(({ subject }) => (subject.kind === 'person' ? [subject] : []))
  if (subjects.length < 2) return located(first, text, texts) + ruleText(first, texts)
  const { t } = texts
  const rows = subjects.flatMap(({ row }) => (row === undefined ? [] : [row]))
  const where =
    rows.length === subjects.length
      ? t('ui.group.rows', { rows: numbersText(rows) })
      : t('ui.group.addresses', { emails: subjects.map(({ email }) => email) })
  const facts = { people: subjects.length, text: text.replace(/\.$/, ''), where }
  return t('ui.group', facts) + ruleText(first, texts)
}

function located({ subject }: Problem, text: string, { t }: Texts): string {
  if (subject.kind !== 'person') return text
  if (subject.row === undefined) return t('ui.about', { email: subject.email, text })
  return t('ui.row', { row: subject.row, email: subject.email, text })
}

function bareText(problem: Problem, { t }: Texts): string {
  const key: TextKey = `problem.${problem.code}`
  return t(key, factsOf(problem))
}

function ruleText({ rule }: Problem, { t }: Texts): string {
  return rule ? ` ${t('ui.rule', { rule })}` : ''
}

function gravityOf(problem: Problem | undefined): number {
  return problem ? severities.indexOf(problem.severity) : severities.length
}

function factsOf({ subject, facts }: Problem): Problem['facts'] {
  if (subject.kind === 'person')
    return { email: subject.email, ...(subject.row === undefined ? {} : { row: subject.row }), ...facts }
  return subject.kind === 'request' ? { path: subject.path, ...facts } : facts
}
