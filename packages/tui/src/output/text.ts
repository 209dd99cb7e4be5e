import type { World } from '../compose.ts'
import type { PlacedProblem, Trouble } from '../exit.ts'
import type { Output } from './output.ts'
import { createPaint, type Paint } from './paint.ts'
import { safe } from './safe.ts'
import type { Sentences } from './sentences.ts'

export function createTextOutput(world: World, sentences: Sentences): Output {
  const paint = createPaint(world.stderr)
  const write = (stream: NodeJS.WriteStream, text: string) => stream.write(`${text}\n`)
  return {
    format: 'text',
    fact: () => undefined,
    say: (text) => write(world.stdout, text),
    note: (text) => write(world.stderr, text),
    result: () => undefined,
    end: (_, trouble) => {
      if (trouble !== undefined) write(world.stderr, troubleLines(trouble, sentences, paint).join('\n'))
    },
  }
}

function troubleLines(trouble: Trouble, sentences: Sentences, paint: Paint): string[] {
  const { message, next } = sentences.trouble(trouble)
  return [
    `${paint('red', '✗')} ${paint('bold', safe(message))}`,
    ...trouble.problems.flatMap((problem) => problemLines(problem, sentences, paint)),
    ...next
      .split('\n')
      .map((line, index) => (index === 0 ? `${paint('cyan', '→')} ${safe(line)}` : `  ${safe(line)}`)),
  ]
}

const signs = { error: '✗', question: '?', warning: '!', notice: '·' } as const
const styles = { error: 'red', question: 'yellow', warning: 'yellow', notice: 'dim' } as const

/** One problem: where, what, which rule; below it what to do. */
export function problemLines(problem: PlacedProblem, sentences: Sentences, paint: Paint): string[] {
  const { severity, rule, facts } = problem
  const { message, next } = sentences.problem(problem)
  const nearest = facts['nearest']
  const hint = nearest === undefined ? next : sentences.t('output.nearest', { nearest })
  const head = [
    paint(styles[severity], signs[severity]),
    `${sentences.t(`output.severity.${severity}`)}:`,
    ...whereOf(problem, sentences),
    message,
    ...(rule === undefined ? [] : [paint('dim', `[${rule}]`)]),
  ]
  return [`  ${safe(head.join(' '))}`, `      ${safe(hint)}`]
}

function whereOf(problem: PlacedProblem, sentences: Sentences): string[] {
  const { place, subject, facts } = problem
  if (place !== undefined) {
    const header = place.header === undefined ? '' : ` ${place.header}`
    return [`${place.file}:${place.line}:${place.column}${header}:`]
  }
  const row = subject.kind === 'person' ? subject.row : facts['row']
  const rowText = row === undefined ? [] : [`${sentences.t('output.problem.row', { row })}:`]
  if (subject.kind === 'person') return [...rowText, `${subject.email}:`]
  return rowText
}
