import { enHelp } from '../i18n/en-help.ts'

export const commandNames = [
  'wizard',
  'start',
  'plan',
  'apply',
  'status',
  'tasks',
  'resume',
  'retry',
  'verify',
  'undo',
  'audit',
  'sandbox',
  'schema',
  'csv',
  'export',
] as const

export type CommandName = (typeof commandNames)[number]

/** The help of the program as a whole. Without commander, whose loading takes longer than reading this. */
export function rootHelp(columns = 100): string {
  const options = [
    ['-V, --version', enHelp['help.version']],
    ['-h, --help', enHelp['help.help']],
  ] as const
  const commands = commandNames.map((name) => [name, enHelp[`help.${name}`]] as const)
  return [
    'Usage: wxcc-onboard [command] [options]',
    wrapped(enHelp['help.program'], columns, ''),
    `Options:\n${tableOf(options, columns)}`,
    `Commands:\n${tableOf(commands, columns)}`,
    enHelp['help.after'],
    '',
  ]
    .join('\n\n')
    .replace(/\n\n$/, '\n')
}

function tableOf(rows: readonly (readonly [string, string])[], columns: number): string {
  const width = Math.max(...rows.map(([term]) => term.length))
  const indent = ' '.repeat(width + 4)
  return rows.map(([term, text]) => `  ${term.padEnd(width)}  ${wrapped(text, columns, indent)}`).join('\n')
}

/** Breaks between words; every line but the first begins with `indent`. */
function wrapped(text: string, columns: number, indent: string): string {
  const room = Math.max(20, Math.min(columns, 100) - indent.length)
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && line.length + 1 + word.length > room) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.join(`\n${indent}`)
}
