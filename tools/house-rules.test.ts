import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const core = 'packages/core/src'

/** Where a file would stand, and what it may not import from there. */
const forbidden: readonly [string, string][] = [
  [`${core}/domain/x.ts`, '../intake/draft.ts'],
  [`${core}/domain/x.ts`, 'zod'],
  [`${core}/intake/x.ts`, '../rules/check.ts'],
  [`${core}/rules/x.ts`, '../plan/build.ts'],
  [`${core}/rules/x.ts`, '../machine/view.ts'],
  [`${core}/plan/x.ts`, '../rules/check.ts'],
  [`${core}/ports/x.ts`, '../machine/view.ts'],
  [`${core}/machine/x.ts`, '../run/onboarding.ts'],
  [`${core}/run/x.ts`, 'xstate'],
  [`${core}/run/x.ts`, '../rules/check.ts'],
  [`${core}/machine/x.ts`, 'node:fs'],
  ['packages/sandbox/src/x.ts', '@wxcc-onboard/core'],
  ['packages/api-client/src/http/x.ts', '@wxcc-onboard/core'],
  ['packages/tui/src/screens/x.tsx', '@wxcc-onboard/api-client'],
  ['packages/tui/src/components/x.tsx', 'node:fs'],
]

const allowed: readonly [string, string][] = [
  [`${core}/rules/x.ts`, '../intake/draft.ts'],
  [`${core}/plan/x.ts`, '../domain/person.ts'],
  [`${core}/machine/x.ts`, '../rules/check.ts'],
  [`${core}/machine/x.ts`, 'xstate'],
  ['packages/api-client/src/ports.ts', '@wxcc-onboard/core'],
]

describe('the rooms', () => {
  const edge = /noRestrictedImports|noNodejsModules/
  const found = lintAll([...forbidden, ...allowed])

  it.each(forbidden.map(([file, specifier], index) => ({ file, specifier, said: found[index] ?? '' })))(
    '$file may not import $specifier',
    ({ said }) => expect(said).toMatch(edge),
  )

  it.each(
    allowed.map(([file, specifier], index) => ({
      file,
      specifier,
      said: found[forbidden.length + index] ?? '',
    })),
  )('$file may import $specifier', ({ said }) => expect(said).not.toMatch(edge))
})

describe('what is published of core', () => {
  it('does not mention the library that the machine is written with', () => {
    expect(readFileSync('packages/core/dist/index.d.ts', 'utf8')).not.toMatch(/xstate/i)
  })

  it('needs nothing of Node, so that it runs in a browser', () => {
    const code = readFileSync('packages/core/dist/index.js', 'utf8')
    expect(
      code
        .match(/^import .* from ["'](.+)["'];?$/gm)
        ?.map((line) => /["'](.+)["']/.exec(line)?.[1] ?? '')
        .toSorted(),
    ).toEqual(['xstate', 'zod'])
    expect(code).not.toMatch(/\bprocess\.|\brequire\(|["']node:/)
  })
})

describe('what is tracked', () => {
  it('names no address of a package registry and no folder of a machine', () => {
    const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean)
    const text = /\.(ts|tsx|js|json|md|ya?ml|toml)$|^[^.]+$/
    const leaks = tracked
      .filter((file) => text.test(file))
      .filter((file) =>
        /(^|[^A-Za-z.~$])\/(work|farm|root)\/[a-z]|tarball: *https?:/m.test(readFileSync(file, 'utf8')),
      )
    expect(leaks).toEqual([])
  })
})

/** Lints one import in every given place, in a folder of its own that has this project's rules. */
function lintAll(imports: readonly (readonly [string, string])[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'house-rules-'))
  const rules = JSON.parse(readFileSync('biome.json', 'utf8'))
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...rules, $schema: undefined, vcs: undefined }))
  const files = imports.map(([place, specifier], index) => {
    const file = place.replace(/x(\.tsx?)$/, `x${index}$1`)
    mkdirSync(join(folder, dirname(file)), { recursive: true })
    writeFileSync(join(folder, file), `import { thing } from '${specifier}'\n\nexport const mine = thing\n`)
    return file
  })
  const biome = resolve('node_modules/.bin/biome')
  const { stdout } = spawnSync(biome, ['lint', '--reporter=github', '--max-diagnostics=none'], {
    cwd: folder,
    encoding: 'utf8',
  })
  rmSync(folder, { recursive: true })
  return files.map((file) =>
    stdout
      .split('\n')
      .filter((line) => line.includes(`/${file},line=`))
      .join('\n'),
  )
}
