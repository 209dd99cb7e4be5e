import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createWorkspace } from './run-cli.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

interface Documented {
  readonly words: readonly string[]
  /** As its comment says it: "ends with 3". */
  readonly code: number
}

/** The commands below a heading, as they stand there. */
function commandsBelow(path: string, heading: string): readonly Documented[] {
  const text = readFileSync(join(root, path), 'utf8')
  const section = text.slice(text.indexOf(`\n${heading}\n`)).split('\n## ')[1] ?? ''
  const [, block = ''] = /```sh\n([^`]*)```/.exec(section) ?? []
  return block
    .trim()
    .split('\n')
    .map((line) => {
      const [command = '', comment = ''] = line.split(/\s+# /)
      const [, code = '0'] = /ends with (\d+)/.exec(comment) ?? []
      return { words: command.split(' ').slice(1), code: Number(code) }
    })
}

describe.each([
  ['README.md', "## With Control Hub's CSV file", 4],
  ['docs/csv.md', '## Try it', 9],
])('%s', (path, heading, count) => {
  it('shows commands that do on the examples what is said of them', { timeout: 60_000 }, async () => {
    const at = createWorkspace()
    try {
      cpSync(join(root, 'examples'), join(at.directory, 'examples'), { recursive: true })
      const commands = commandsBelow(path, heading)
      expect(commands).toHaveLength(count)
      for (const { words, code } of commands) {
        const done = await at.cli(words)
        expect([words.join(' '), done.code, done.err]).toEqual([words.join(' '), code, expect.any(String)])
      }
    } finally {
      at.remove()
    }
  })
})
