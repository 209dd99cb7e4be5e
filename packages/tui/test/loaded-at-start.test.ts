import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'tsdown'
import { beforeAll, describe, expect, it } from 'vitest'
import config from '../tsdown.config.ts'

let chunks: readonly Rolldown.OutputChunk[] = []

beforeAll(async () => {
  const cwd = fileURLToPath(new URL('..', import.meta.url))
  const nothingWritten = { write: false, clean: false } as const
  const { bundles } = await build({
    ...config,
    ...nothingWritten,
    config: false,
    copy: [],
    cwd,
    logLevel: 'error',
  })
  chunks = bundles.flatMap((bundle) => bundle.chunks).filter((chunk) => chunk.type === 'chunk')
}, 120_000)

/** The packages whose code is loaded with a module of `src`, ours by the names of their folders. */
function loadedWith(...modules: readonly string[]): readonly string[] {
  const loaded = new Set(modules.map((module) => chunkOf(`/packages/tui/src/${module}`)))
  for (const chunk of loaded)
    for (const file of chunk.imports) {
      const imported = chunks.find(({ fileName }) => fileName === file)
      if (imported !== undefined) loaded.add(imported)
    }
  const paths = [...loaded].flatMap(({ moduleIds }) => moduleIds)
  return [...new Set(paths.flatMap((path) => packageOf(path) ?? []))].toSorted()
}

function chunkOf(end: string): Rolldown.OutputChunk {
  const found = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.replaceAll('\\', '/').endsWith(end)))
  if (found === undefined) throw new Error(`${end} is in no file of the program`)
  return found
}

function packageOf(path: string): string | undefined {
  const normal = path.replaceAll('\\', '/')
  const [, own] = /\/packages\/([^/]+)\/(?!node_modules)/.exec(normal) ?? []
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(normal) ?? []
  return name ?? own
}

const atStart = ['cli.ts', 'main.ts', 'commands/run-command.ts', 'commands/wizard.ts'] as const
const firstPage = [...atStart, 'commands/wizard-run.tsx'] as const
const screens = [...firstPage, 'commands/wizard-resume.tsx', 'commands/wizard-screens.tsx'] as const

/** What reads files, records and answers from a network: none of it is on a first frame. */
const later = [
  'api-client',
  'commander',
  'csv-parse',
  'csv-stringify',
  'durable',
  'sandbox',
  'undici',
  'yaml',
  'zod',
]

describe('What is loaded before something is on screen', () => {
  it('leaves out of the page that asks for the place everything but Ink, the texts and the page', () => {
    const loaded = loadedWith(...firstPage)
    expect(loaded).toEqual(expect.arrayContaining(['ink', 'intl-messageformat', 'react', 'tui']))
    expect(loaded.filter((name) => [...later, 'core', 'xstate'].includes(name))).toEqual([])
  })

  it('leaves out of the first stage what reads files, records and answers', () => {
    const loaded = loadedWith(...screens)
    expect(loaded).toEqual(expect.arrayContaining(['core', 'xstate']))
    expect(loaded.filter((name) => later.includes(name))).toEqual([])
  })

  it('has no package at all for --version and --help', () => {
    expect(loadedWith('cli.ts')).toEqual(['tui'])
    expect(loadedWith('commands/root-help.ts')).toEqual(['tui'])
  })

  it('knows the packages that it looks for', () => {
    const known = new Set(chunks.flatMap(({ moduleIds }) => moduleIds.map(packageOf)))
    expect(later.filter((name) => !known.has(name))).toEqual([])
  })
})
