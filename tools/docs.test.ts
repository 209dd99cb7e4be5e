import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { bindings } from '../packages/tui/src/keys/bindings.ts'
import { withFrame } from './docs/frame.ts'
import { keysPage } from './docs/keys-page.ts'

describe('what is made from the program', () => {
  it('M17, M22: is as the program is; otherwise `pnpm docs:generate` writes it anew', () => {
    const { status, stderr } = spawnSync(process.execPath, ['tools/docs.ts', '--check'], { encoding: 'utf8' })
    expect({
      status,
      stderr: stderr.replaceAll(/^.*ExperimentalWarning.*\n|^\(Use `node.*\n/gm, ''),
    }).toEqual({
      status: 0,
      stderr: '',
    })
  })

  it('M17: tells of every key', () => {
    const page = keysPage()
    const rows = page.split('\n').filter((row) => row.startsWith('| `'))
    expect(rows).toHaveLength(Object.values(bindings).flatMap((scope) => Object.keys(scope)).length)
    expect(page).not.toContain('undefined')
  })

  it('puts a frame between its marks and leaves the rest alone', () => {
    const page = 'before\n<!-- frame:begin -->\nold\n<!-- frame:end -->\nafter\n'
    expect(withFrame(page, 'new')).toBe(
      'before\n<!-- frame:begin -->\n```text\nnew\n```\n<!-- frame:end -->\nafter\n',
    )
    expect(() => withFrame('no marks', 'new')).toThrow('no <!-- frame:begin -->')
  })
})
