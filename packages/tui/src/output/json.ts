import type { World } from '../compose.ts'
import { endingOf, type Output, outputVersion } from './output.ts'
import type { Sentences } from './sentences.ts'

/** One document on standard output, when the command ends. */
export function createJsonOutput(world: World, sentences: Sentences, command: string): Output {
  const results: Record<string, unknown> = {}
  return {
    format: 'json',
    fact: () => undefined,
    say: () => undefined,
    note: () => undefined,
    result: (name, value) => {
      results[name] = value
    },
    end: (exit, trouble) => {
      const document = { version: outputVersion, command, ...endingOf(exit, trouble, sentences), ...results }
      world.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`)
    },
  }
}
