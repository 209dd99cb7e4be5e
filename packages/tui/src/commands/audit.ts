import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { faultOf } from '@wxcc-onboard/core'
import type { World } from '../compose.ts'
import { type Exit, Trouble } from '../exit.ts'
import type { Context } from './context.ts'
import { readText, writeText } from './read-text.ts'
import { findSummary, loadEntries } from './run-list.ts'

interface AuditOptions {
  readonly output?: string
  readonly pseudonymize?: boolean
}

/** Prints what was done in a run, line by line as JSON, or saves it. */
export async function audit(context: Context<AuditOptions>, run: string): Promise<Exit> {
  const { world, options, output, sentences } = context
  const { auditLines, createPseudonyms } = await import('@wxcc-onboard/durable/audit')
  const entries = await loadEntries(world, await findSummary(world, run))
  const fault = faultOf(entries)
  if (fault !== undefined) throw new Trouble(`run.${fault.kind}`, { run, ...fault })
  const isPlain = options.pseudonymize !== true
  const lines = auditLines(
    run,
    entries,
    isPlain ? {} : { pseudonym: createPseudonyms(await pseudonymKey(world)) },
  )
  const text = `${lines.join('\n')}\n`
  if (options.output === undefined) {
    world.stdout.write(text)
    return 'done'
  }
  writeText(world, options.output, text)
  output.say(sentences.t('output.audit.saved', { run, path: options.output, lines: lines.length }))
  return 'done'
}

/** Says whether a saved trail is whole, or which line is the first that is not. */
export async function verifyAuditFile(context: Context, path: string): Promise<Exit> {
  const { verifyAudit } = await import('@wxcc-onboard/durable/audit')
  const verdict = verifyAudit(readText(context.world, path))
  if (!verdict.ok) throw new Trouble('audit.broken', { path, line: verdict.line, damage: verdict.damage })
  const { lines, head } = verdict
  context.output.result('audit', { path, lines, head })
  context.output.say(context.sentences.t('output.audit.whole', { path, lines, head }))
  return 'done'
}

/** Made once for this machine, so that an address has the same pseudonym in every bundle; it is never printed. */
async function pseudonymKey(world: World): Promise<string> {
  const path = join(await world.dataDirectory(), 'pseudonym.key')
  if (world.files.stat(path) !== undefined) return new TextDecoder().decode(world.files.read(path))
  const key = randomBytes(32).toString('hex')
  writeText(world, path, key)
  return key
}
