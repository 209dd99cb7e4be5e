import type { World } from '../compose.ts'
import { version } from '../version.ts'
import { endingOf, type Output, outputVersion } from './output.ts'
import type { Sentences } from './sentences.ts'

/** Facts as they happen, one document a line; the first tells the version, the last how it ended. */
export function createNdjsonOutput(world: World, sentences: Sentences, command: string): Output {
  const line = (message: object) => world.stdout.write(`${JSON.stringify(message)}\n`)
  line({ type: 'output.opened', version: outputVersion, command, program: version })
  return {
    format: 'ndjson',
    fact: line,
    say: () => undefined,
    note: () => undefined,
    result: (name, value) => line({ type: `output.${name}`, [name]: value }),
    end: (exit, trouble) => line({ type: 'output.ended', ...endingOf(exit, trouble, sentences) }),
  }
}
