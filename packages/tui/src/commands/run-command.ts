import type { StreamName, World } from '../compose.ts'
import { type Exit, repeatable, Trouble, troubleOf } from '../exit.ts'
import { loadCatalogs } from '../i18n/catalogs.ts'
import { languageOf } from '../i18n/languages.ts'
import { createJsonOutput } from '../output/json.ts'
import { createNdjsonOutput } from '../output/ndjson.ts'
import type { Format, Output } from '../output/output.ts'
import { createSentences, type Sentences } from '../output/sentences.ts'
import { createTextOutput } from '../output/text.ts'
import type { Context, FormatOptions } from './context.ts'
import { reasonOf } from './read-text.ts'

/** What a command does; it answers how the program is to end, or throws trouble. */
export type CommandFunction = (context: Context) => Promise<Exit>

export async function runCommand(
  world: World,
  name: string,
  options: FormatOptions & { token?: unknown },
  load: () => Promise<CommandFunction>,
): Promise<Exit> {
  const sentences = await readSentences(world, options.lang)
  const format = options.json === true ? 'json' : options.ndjson === true ? 'ndjson' : 'text'
  const output = createOutput(world, sentences, name, format)
  try {
    if (options.token !== undefined) throw new Trouble('token.on-command-line')
    const command = await load()
    const exit = await command({ world, output, sentences, options })
    output.end(exit)
    return exit
  } catch (error) {
    const trouble = troubleOf(error)
    if (trouble.code === 'program.bug' && world.env['WXCC_ONBOARD_DEBUG'] === '1') {
      world.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    }
    output.end(trouble.exit, trouble)
    return trouble.exit
  }
}

/** Arguments that make no command. They are repeated without anything that may be a secret. */
export async function refuseArguments(world: World, message: string): Promise<Exit> {
  const asked = (['json', 'ndjson'] as const).find((format) => world.argv.includes(`--${format}`))
  const sentences = await readSentences(world, undefined)
  const reason = repeatable(message.replace(/^error: /, '').replaceAll(/(--[\w-]+)=[^'\s]*/g, '$1'))
  const trouble = new Trouble('command.misused', { reason })
  createOutput(world, sentences, '', asked ?? 'text').end(trouble.exit, trouble)
  return trouble.exit
}

/** On standard error, where that is not the stream that broke: what a person can do about it. */
export async function tellBrokenStream(world: World, error: Error, name: StreamName): Promise<Exit> {
  const code = name === 'stdin' ? 'input.unreadable' : 'output.unwritable'
  const trouble = new Trouble(code, { reason: reasonOf(error) }, { cause: error })
  if (name !== 'stderr')
    createTextOutput(world, await readSentences(world, undefined)).end(trouble.exit, trouble)
  return trouble.exit
}

function createOutput(world: World, sentences: Sentences, name: string, format: Format): Output {
  if (format === 'json') return createJsonOutput(world, sentences, name)
  return format === 'ndjson' ? createNdjsonOutput(world, sentences, name) : createTextOutput(world, sentences)
}

/** The flag, then WXCC_ONBOARD_LANG, then the terminal's language; English where there is no catalog for it. */
async function readSentences({ env }: World, chosen: string | undefined): Promise<Sentences> {
  const ofTerminal = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']
  return createSentences(await loadCatalogs(languageOf(chosen || env['WXCC_ONBOARD_LANG'] || ofTerminal)))
}
