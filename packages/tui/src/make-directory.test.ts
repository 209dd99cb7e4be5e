import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeDirectory } from './make-directory.ts'

let directory: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'wxcc-folder-'))
})

afterEach(() => rmSync(directory, { recursive: true, force: true }))

describe('makeDirectory', () => {
  it('makes a folder and those above it, and leaves one that is there', () => {
    const path = join(directory, 'a', 'b', 'c')
    makeDirectory(path, 0o700)
    makeDirectory(path, 0o755)
    expect(statSync(path).mode & 0o777).toBe(0o700)
  })

  it('says so where a file is in the way', () => {
    const file = join(directory, 'file')
    writeFileSync(file, '')
    expect(() => makeDirectory(file)).toThrow(expect.objectContaining({ code: 'EEXIST' }))
    expect(() => makeDirectory(join(file, 'a'))).toThrow(expect.objectContaining({ code: 'ENOTDIR' }))
  })

  it('ends where the system has no such folder in one that is there', (context) => {
    context.skip(!existsSync('/proc/self'), 'there is no /proc here')
    expect(() => makeDirectory('/proc/nowhere/parts')).toThrow(expect.objectContaining({ code: 'ENOENT' }))
  })
})
