/** @module The CSV commands and options, as data for commander. */
import { type Command, CommanderError, Option } from 'commander'
import { enCsvHelp } from '../i18n/en-csv-help.ts'
import type { CommandFunction } from './run-command.ts'

export type Run = (name: string, options: object, load: () => Promise<CommandFunction>) => Promise<void>

/** Options that other commands have as well. */
interface CommonOptions {
  place(command: Command): Command
  format(command: Command): Command
  operator(): Option
}

export function defineCsv(command: Command, run: Run, { place, format, operator }: CommonOptions): void {
  const verb = (name: keyof typeof enCsvHelp) => format(command.command(name).description(enCsvHelp[name]))
  addCsvOptions(verb('check').argument('<file>', enCsvHelp.file)).action((path, options) =>
    run('csv check', options, async () => {
      const { checkCsv } = await import('./csv-check.ts')
      return (context) => checkCsv(context, path)
    }),
  )
  addReadOptions(verb('repair').argument('<file>', enCsvHelp.file))
    .addOption(repairOption())
    .addOption(option('-o, --output <file>', 'output').makeOptionMandatory())
    .addOption(option('--force', 'force'))
    .action((path, options) =>
      run('csv repair', options, async () => {
        const { repairCsv } = await import('./csv-repair.ts')
        return (context) => repairCsv(context, path)
      }),
    )
  addReadOptions(verb('split').argument('<file>', enCsvHelp.file))
    .addOption(option('--rows <count>', 'rows'))
    .addOption(option('-d, --directory <folder>', 'directory'))
    .addOption(option('--force', 'force'))
    .action((path, options) =>
      run('csv split', options, async () => {
        const { splitCsv } = await import('./csv-split.ts')
        return (context) => splitCsv(context, path)
      }),
    )
  place(verb('resume').argument('<run>', enCsvHelp.import))
    .addOption(operator())
    .addOption(option('--imported <number>', 'imported'))
    .action((id, options) =>
      run('csv resume', options, async () => {
        const { resumeImport } = await import('./csv-resume.ts')
        return (context) => resumeImport(context, id)
      }),
    )
  place(verb('cancel').argument('<run>', enCsvHelp.import)).action((id, options) =>
    run('csv cancel', options, async () => {
      const { cancelImport } = await import('./csv-resume.ts')
      return (context) => cancelImport(context, id)
    }),
  )
  defineAgents(place(verb('agents').argument('<file-or-run>', enCsvHelp['file-or-run'])), run)
  command.action(() => {
    throw new CommanderError(
      2,
      'csv.verb',
      'error: csv needs check, repair, split, resume, cancel or agents behind it',
    )
  })
}

function defineAgents(command: Command, run: Run): void {
  addDialectOptions(command)
    .addOption(option('--via <way>', 'agents-via').choices(['api', 'control-hub']))
    .addOption(option('--approve <hash>', 'agents-approve').conflicts('yes'))
    .addOption(option('--yes', 'agents-yes'))
    .addOption(option('--acknowledge <code>', 'acknowledge').argParser(collected))
    .addOption(option('--rows <count>', 'agents-rows'))
    .addOption(option('-d, --directory <folder>', 'directory'))
    .addOption(option('--template <file>', 'agents-template'))
    .addOption(option('--column <theirs=ours>', 'agents-column').argParser(collected))
    .addOption(option('-o, --output <file>', 'agents-output'))
    .addOption(option('--force', 'force'))
    .action((given, options) =>
      run('csv agents', options, async () => {
        const { agentDetails } = await import('./csv-agents.ts')
        return (context) => agentDetails(context, given)
      }),
    )
}

export function defineExport(command: Command, run: Run, { place, format }: CommonOptions): void {
  format(place(command))
    .addOption(option('--people', 'people').conflicts('template'))
    .addOption(option('--template', 'template'))
    .addOption(option('--minimal', 'minimal'))
    .addOption(option('--all-columns', 'all-columns').conflicts('minimal'))
    .addOption(option('-o, --output <file>', 'output'))
    .addOption(option('--force', 'force'))
    .action((options) => run('export', options, async () => (await import('./export.ts')).exportPeople))
}

/** What is asked about a file before it can be planned. */
export function addCsvOptions(command: Command): Command {
  return addReadOptions(command)
    .addOption(option('--mode <mode>', 'mode'))
    .addOption(repairOption())
    .addOption(option('--subscription <id>', 'subscription').argParser(collected))
    .addOption(option('--both-true <choice>', 'both-true').choices(['reject', 'keep-premium']))
    .addOption(option('--acknowledge <code>', 'acknowledge').argParser(collected))
    .addOption(option('--roles <file>', 'roles'))
    .addOption(option('--via <way>', 'via').choices(['api', 'control-hub']))
    .addOption(option('--all-columns', 'carry-all'))
    .addOption(option('--rows <count>', 'rows'))
}

/** What is asked before a file is planned. */
export function addPlanOptions(command: Command): Command {
  return addCsvOptions(command).addOption(option('-d, --directory <folder>', 'directory'))
}

/** What is asked before a file is carried out. */
export function addCarryOutOptions(command: Command): Command {
  return addPlanOptions(command).addOption(option('--confirm-removals <count>', 'confirm-removals'))
}

function addReadOptions(command: Command): Command {
  return addDialectOptions(command).addOption(option('--baseline <file>', 'baseline'))
}

function addDialectOptions(command: Command): Command {
  return command
    .addOption(option('--delimiter <name>', 'delimiter').choices(['comma', 'semicolon', 'tab']))
    .addOption(option('--encoding <name>', 'encoding').choices(['windows-1250', 'windows-1252']))
}

function repairOption(): Option {
  return option('--repair <which>', 'which').choices(['all', 'none', 'ask'])
}

function option(flags: string, name: keyof typeof enCsvHelp): Option {
  return new Option(flags, enCsvHelp[name])
}

function collected(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}
