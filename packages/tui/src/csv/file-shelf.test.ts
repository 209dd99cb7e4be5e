import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createWorld } from '../compose.ts'
import { createFileShelf } from './file-shelf.ts'

const directory = mkdtempSync(join(tmpdir(), 'wxcc-shelf-'))

afterEach(() => rmSync(join(directory, 'data'), { recursive: true, force: true }))

/** A shelf over real folders, with its own place to remember in. */
function openShelf() {
  const world = createWorld(() => undefined)
  return createFileShelf({ ...world, dataDirectory: async () => join(directory, 'data') })
}

function put(name: string, seconds: number): string {
  const path = join(directory, name)
  writeFileSync(path, name)
  utimesSync(path, seconds, seconds)
  return path
}

describe('the shelf of files', () => {
  it('CSV-12: shows user files first and the newest of them first, then folders, then the rest', async () => {
    const shelf = await openShelf()
    put('old.csv', 1_000)
    put('new.csv', 2_000)
    put('notes.txt', 3_000)
    put('.hidden.csv', 4_000)
    mkdirSync(join(directory, 'a-folder'), { recursive: true })
    expect(shelf.list(directory)?.map(({ name }) => name)).toEqual([
      'new.csv',
      'old.csv',
      'a-folder',
      'notes.txt',
    ])
    expect(shelf.list(join(directory, 'nowhere'))).toBeUndefined()
    expect(shelf.list(join(directory, 'old.csv'))).toBeUndefined()
  })

  it('remembers what was used, the latest first, and forgets what is gone', async () => {
    const paths = Array.from({ length: 10 }, (_, index) => put(`used-${index}.csv`, index))
    const shelf = await openShelf()
    for (const path of [...paths, paths[9]!]) shelf.remember(path)
    rmSync(paths[8]!)
    expect((await openShelf()).recent()).toEqual([9, 7, 6, 5, 4, 3, 2].map((index) => paths[index]))
  })

  it('takes a list that somebody broke for none', async () => {
    mkdirSync(join(directory, 'data'), { recursive: true })
    writeFileSync(join(directory, 'data', 'recent-files.json'), '{"files": "no')
    expect((await openShelf()).recent()).toEqual([])
  })

  it('finds the folder of a path under way, and a name that is free', async () => {
    const shelf = await openShelf()
    expect(shelf.placeOf(join(directory, 'ol'))).toEqual({ folder: directory, part: 'ol' })
    expect(shelf.placeOf(`${directory}/`)).toEqual({ folder: directory, part: '' })
    put('people.csv', 1)
    expect(shelf.free(join(directory, 'people.csv'))).toBe(join(directory, 'people-2.csv'))
  })
})
