/** @module What a command tells: text for people, one JSON document, or facts as lines of JSON. */
import { type Exit, exitCodes, type PlacedProblem, type Trouble } from '../exit.ts'
import type { Sentences, TroubleText } from './sentences.ts'

/** Raised when a reader of --json or --ndjson has to change. */
export const outputVersion = 1

export type Format = 'text' | 'json' | 'ndjson'

export interface Output {
  readonly format: Format
  /** What happened, as it happens. */
  fact(fact: { readonly type: string }): void
  /** For people: on standard output. */
  say(text: string): void
  /** For people, beside the matter: on standard error. */
  note(text: string): void
  /** What the command found out; members of the one document, or a line of its own. */
  result(name: string, value: unknown): void
  end(exit: Exit, trouble?: Trouble): void
}

/** The last words of a command as data: the same in --json and --ndjson. */
export function endingOf(exit: Exit, trouble: Trouble | undefined, sentences: Sentences) {
  return {
    exit,
    exitCode: exitCodes[exit],
    ...(trouble === undefined ? {} : { error: errorOf(trouble, sentences) }),
  }
}

function errorOf(trouble: Trouble, sentences: Sentences) {
  const { message, next }: TroubleText = sentences.trouble(trouble)
  return {
    code: trouble.code,
    message,
    next,
    facts: trouble.facts,
    problems: trouble.problems.map((problem) => problemData(problem, sentences)),
  }
}

/** A problem with its sentence, for programs that show it to people. */
export function problemData(problem: PlacedProblem, sentences: Sentences) {
  return { ...problem, ...sentences.problem(problem) }
}
