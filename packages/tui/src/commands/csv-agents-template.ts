/** @module The agent update template of 1.0, filled from a file; only the Management Portal knows its header (CSV-17). */
import { fillTemplate } from '@wxcc-onboard/core'
import { readTableFile, type TableFile } from '../csv/agents.ts'
import { besideName, withHeader } from '../csv/file.ts'
import { stringifyCsv } from '../csv/stringify.ts'
import { type Exit, repeatable, Trouble } from '../exit.ts'
import { safe } from '../output/safe.ts'
import type { Context } from './context.ts'
import type { AgentsOptions } from './csv-agents.ts'
import { refuseOverwriting } from './csv-repair.ts'
import { writeText } from './read-text.ts'

export function fillAgentTemplate(context: Context<AgentsOptions>, path: string): Exit {
  const { options, output, sentences, world } = context
  if (options.template === undefined) throw new Trouble('agents.template-missing')
  if (options.via === 'api' || options.approve !== undefined || options.yes === true)
    throw new Trouble('agents.no-api')
  const template = readTableFile(world, options.template)
  const file = readTableFile(world, path, options)
  const sources = Object.fromEntries((options.column ?? []).map((given) => readSource(given, template, file)))
  const { records, open, unused } = fillTemplate(template.table, file.table, sources)
  if (open.length > 0)
    throw new Trouble('agents.template-open', {
      path: options.template,
      headers: open.join(', '),
      first: open[0] ?? '',
    })
  const target = options.output ?? besideName(path, 'agent-update')
  refuseOverwriting(context, target)
  writeText(world, target, withHeader(template, stringifyCsv(records, template.layout)))
  const rows = file.table.records.length
  output.say(safe(sentences.t('output.agents.filled', { path: target, rows })))
  if (unused.length > 0) output.say(safe(sentences.t('output.agents.unused', { headers: unused.join(', ') })))
  if (template.table.records.length > 0)
    output.say(sentences.t('output.agents.template-rows', { count: template.table.records.length }))
  output.say(sentences.t('output.agents.how-to-upload'))
  output.result('written', [target])
  output.result('unused', unused)
  return 'done'
}

/** `Login=Email`: the template's column, then the file's; nothing behind the sign leaves it blank. */
function readSource(given: string, template: TableFile, file: TableFile): [string, string] {
  const at = given.lastIndexOf('=')
  const [theirs, ours] = [given.slice(0, at).trim(), given.slice(at + 1).trim()]
  const isThere = ({ table }: TableFile, name: string) =>
    table.headers.some((header) => header.trim().toLowerCase() === name.toLowerCase())
  if (at >= 1 && isThere(template, theirs) && (ours === '' || isThere(file, ours))) return [theirs, ours]
  throw new Trouble('agents.column-unknown', { given: repeatable(given) })
}
