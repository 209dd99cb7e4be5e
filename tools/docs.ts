/**
 * Writes what in the documentation is made from the program: the page of keys, and the frame in the README, which the
 * built wizard draws. With `--check` it writes nothing, and fails when something is stale.
 * @module
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { captureReview, withFrame } from './docs/frame.ts'
import { keysPage } from './docs/keys-page.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '')

const pages = [
  ['docs/keys.md', keysPage()],
  ['README.md', withFrame(read('README.md'), await captureReview())],
] as const
const stale = pages.filter(([path, text]) => read(path) !== text)

if (process.argv.includes('--check')) {
  for (const [path] of stale) console.error(`${path} is stale: pnpm docs:generate writes it anew`)
  process.exitCode = stale.length > 0 ? 1 : 0
} else {
  for (const [path, text] of stale) writeFileSync(join(root, path), text)
  console.log(stale.length > 0 ? `Written: ${stale.map(([path]) => path).join(', ')}` : 'Nothing was stale.')
}
