import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { manualRouteRules, type RuleId } from '../packages/core/src/domain/rule.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Readings of what the articles contradict each other in, as far as the manual route follows them. */
const readings: readonly RuleId[] = [
  'C-1',
  'C-2',
  'C-3',
  'C-4',
  'C-5',
  'C-10',
  'C-11',
  'C-12',
  'C-17',
  'C-18',
]
const rules: readonly string[] = [...manualRouteRules(), ...readings]

/** The rows of docs/procedure.md that explain a rule. */
const explained = readFileSync(join(root, 'docs/procedure.md'), 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .flatMap(([, id = '', , does = '', where = '']) =>
    /^[A-Z0-9]+-\d+$/.test(id) ? [{ id, does, where }] : [],
  )

const packages = readdirSync(join(root, 'packages'))

/** The IDs with which the title of a test begins, in the tests of these packages. */
function titledIn(names: readonly string[]): readonly string[] {
  return [...new Set(testFiles(names).flatMap(idsOfTitles))].toSorted()
}

function testFiles(names: readonly string[]): readonly string[] {
  return names
    .flatMap((name) => [join(root, 'packages', name, 'src'), join(root, 'packages', name, 'test')])
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    )
    .filter((file) => /\.test\.tsx?$/.test(file))
}

/** Titles are written `'ENTRY-7: …'`, in place or in the table of an `it.each`. */
function idsOfTitles(file: string): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(/['"`]([A-Z][A-Z0-9]*-\d+): /g)].map(([, id = '']) => id)
}

describe('the rules of the manual route', () => {
  const titled = titledIn(packages)

  it.each(rules)('%s begins the title of a test', (rule) => {
    expect(titled).toContain(rule)
  })

  it('are explained on the page of the procedure, once each', () => {
    const ids = explained.map(({ id }) => id)
    expect(rules.filter((rule) => !ids.includes(rule))).toEqual([])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })
})

describe('the page of the procedure', () => {
  it('explains every rule that a test of the engine is named after', () => {
    const ids = explained.map(({ id }) => id)
    expect(titledIn(['core']).filter((id) => !ids.includes(id))).toEqual([])
  })

  it('says of each rule what the product does, and where', () => {
    expect(explained.filter(({ does, where }) => does === '' || where === '')).toEqual([])
  })

  it('names places that exist', () => {
    const places = explained.flatMap(({ id, where }) =>
      [...where.matchAll(/`([^`]+)`/g)].map(([, path = '']) => ({ id, path })),
    )
    expect(places.length).toBeGreaterThan(rules.length)
    expect(places.filter(({ path }) => !existsSync(join(root, 'packages/core/src', path)))).toEqual([])
  })
})
