/** @module The command line as data for commander; each command is loaded only when it is called. */
import { Command, CommanderError, Option } from 'commander'
import type { World } from '../compose.ts'
import type { Exit } from '../exit.ts'
import { enHelp, type HelpKey } from '../i18n/en-help.ts'
import { languages } from '../i18n/languages.ts'
import { version } from '../version.ts'
import { regions } from './addresses.ts'
import { operatorModes } from './context.ts'
import { addCarryOutOptions, addPlanOptions, defineCsv, defineExport, type Run } from './csv-program.ts'
import { type CommandName, commandNames, rootHelp } from './root-help.ts'

/** Runs the command that the arguments name, and tells how the program is to end. */
export async function runProgram(world: World): Promise<Exit> {
  let exit: Exit = 'done'
  const program = createProgram(world, async (name, options, load) => {
    const { runCommand } = await import('./run-command.ts')
    exit = await runCommand(world, name, options, load)
  })
  try {
    await program.parseAsync(world.argv, { from: 'user' })
    return exit
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return 'done'
    const { refuseArguments } = await import('./run-command.ts')
    return refuseArguments(world, error.message)
  }
}

function createProgram(world: World, run: Run): Command {
  const program = new Command('wxcc-onboard')
    .description(help('program'))
    .version(version, '-V, --version')
    .helpCommand(false)
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: () => undefined,
      outputError: () => undefined,
      getOutHelpWidth: () => world.stdout.columns ?? 100,
    })
  program.helpInformation = () => rootHelp(world.stdout.columns)
  for (const name of commandNames) {
    const command = program.command(name, { isDefault: name === 'wizard' }).description(help(name))
    if (name === 'wizard' || world.argv.includes(name)) commands[name](command, run)
  }
  return program
}

/** Options are made for the command that is called only: making them all takes longer than printing the help. */
const commands: Readonly<Record<CommandName, (command: Command, run: Run) => void>> = {
  wizard: defineWizard,
  start: defineStart,
  plan: definePlan,
  apply: defineApply,
  status: defineStatus,
  tasks: defineTasks,
  resume: defineResume,
  retry: defineResume,
  verify: defineVerify,
  undo: defineUndo,
  audit: defineAudit,
  sandbox: defineSandbox,
  schema: defineSchema,
  csv: (command, run) => defineCsv(command, run, common),
  export: (command, run) => defineExport(command, run, common),
}

const common = { place: addPlaceOptions, format: addFormatOptions, operator: operatorOption }

function defineWizard(command: Command, run: Run): void {
  addLanguageOption(addPlaceOptions(command))
    .argument('[unknown...]')
    .usage('[options]')
    .action((unknown: string[], options) => {
      if (unknown.length > 0) throw unknownCommand(String(unknown[0]))
      return run('wizard', options, async () => (await import('./wizard.ts')).wizard)
    })
}

function defineStart(command: Command, run: Run): void {
  addFormatOptions(command)
    .addOption(option('--platform <platform>', 'platform').default('new'))
    .action((options) => run('start', options, async () => (await import('./start.ts')).start))
}

function definePlan(command: Command, run: Run): void {
  addPlanOptions(addFormatOptions(addPlaceOptions(command)))
    .argument('<request>', help('argument.request'))
    .addOption(option('-o, --output <file>', 'output'))
    .action((path, options) =>
      run('plan', options, async () => {
        const { plan } = await import('./plan.ts')
        return (context) => plan(context, path)
      }),
    )
}

function defineApply(command: Command, run: Run): void {
  addCarryOutOptions(addFormatOptions(addPlaceOptions(command)))
    .argument('<request-or-plan>', help('argument.request-or-plan'))
    .addOption(option('--approve <hash>', 'approve').conflicts('yes'))
    .addOption(option('--yes', 'yes'))
    .addOption(operatorOption())
    .action((path, options) =>
      run('apply', options, async () => {
        const { apply } = await import('./apply.ts')
        return (context) => apply(context, path)
      }),
    )
}

function defineStatus(command: Command, run: Run): void {
  addFormatOptions(addPlaceOptions(command))
    .argument('[run]', help('argument.run'))
    .addOption(option('--drift', 'drift'))
    .action((id, options) =>
      run('status', options, async () => {
        if (options.drift === true) {
          const { drift } = await import('./drift.ts')
          return (context) => drift(context, id)
        }
        const { status } = await import('./status.ts')
        return (context) => status(context, id)
      }),
    )
}

function defineTasks(command: Command, run: Run): void {
  addFormatOptions(command)
    .argument('[run]', help('argument.run'))
    .addArgument(command.createArgument('[verb]', help('argument.verb')).choices(['done', 'skip']))
    .argument('[task]', help('argument.task'))
    .action((id, verb, task, options) =>
      run('tasks', options, async () => {
        const { tasks } = await import('./tasks.ts')
        return (context) => tasks(context, id, verb, task)
      }),
    )
}

/** Trying again is going on with what is left. */
function defineResume(command: Command, run: Run): void {
  addFormatOptions(addPlaceOptions(command))
    .argument('<run>', help('argument.run'))
    .addOption(option('--approve <hash>', 'approve-moved').conflicts('yes'))
    .addOption(option('--yes', 'yes-moved'))
    .addOption(option('--confirm-removals <number>', 'confirm-removals'))
    .addOption(option('--only <classes>', 'only').argParser(listed))
    .addOption(operatorOption())
    .action((id, options) =>
      run(command.name(), options, async () => {
        const { resume } = await import('./resume.ts')
        return (context) => resume(context, id)
      }),
    )
}

function defineVerify(command: Command, run: Run): void {
  addFormatOptions(addPlaceOptions(command))
    .argument('<run>', help('argument.run'))
    .action((id, options) =>
      run('verify', options, async () => {
        const { verify } = await import('./verify.ts')
        return (context) => verify(context, id)
      }),
    )
}

function defineUndo(command: Command, run: Run): void {
  addFormatOptions(addPlaceOptions(command))
    .argument('<run>', help('argument.run'))
    .addOption(option('--plan-only', 'plan-only').conflicts(['approve', 'yes']))
    .addOption(option('-o, --output <file>', 'undo-output'))
    .addOption(option('--delete-created', 'delete-created'))
    .addOption(option('--approve <hash>', 'approve').conflicts('yes'))
    .addOption(option('--yes', 'yes'))
    .addOption(option('--confirm-removals <count>', 'confirm-removals'))
    .addOption(operatorOption())
    .action((id, options) =>
      run('undo', options, async () => {
        const { undo } = await import('./undo.ts')
        return (context) => undo(context, id)
      }),
    )
}

function defineAudit(command: Command, run: Run): void {
  addLanguageOption(command)
    .argument('<run>', help('argument.run'))
    .addOption(option('-o, --output <file>', 'audit-output'))
    .addOption(option('--pseudonymize', 'pseudonymize'))
    .action((id, options) =>
      run('audit', options, async () => {
        const { audit } = await import('./audit.ts')
        return (context) => audit(context, id)
      }),
    )
  addFormatOptions(command.command('verify').description(help('audit.verify')))
    .argument('<file>', help('argument.audit-file'))
    .action((path, options) =>
      run('audit verify', options, async () => {
        const { verifyAuditFile } = await import('./audit.ts')
        return (context) => verifyAuditFile(context, path)
      }),
    )
}

function defineSandbox(command: Command, run: Run): void {
  addLanguageOption(command)
    .addOption(option('--port <port>', 'port').default('0'))
    .addOption(option('--platform <platform>', 'platform'))
    .addOption(option('--memory', 'state-memory'))
    .addOption(option('--json', 'json'))
    .action(({ json: isAddressJson, ...options }) =>
      run('sandbox', { ...options, isAddressJson }, async () => (await import('./sandbox.ts')).serveSandbox),
    )
  addFormatOptions(command.command('reset').description(help('sandbox.reset'))).action((options) =>
    run('sandbox reset', options, async () => (await import('./sandbox.ts')).resetSandbox),
  )
}

function defineSchema(command: Command, run: Run): void {
  addLanguageOption(command).action((options) =>
    run('schema', options, async () => (await import('./schema.ts')).schema),
  )
}

/** Names with commas between them, from one option or from several. */
function listed(given: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...given.split(',').map((name) => name.trim())]
}

function addPlaceOptions(command: Command): Command {
  return command
    .addOption(option('--sandbox', 'sandbox'))
    .addOption(option('--sandbox-fresh', 'sandbox-fresh').conflicts('sandbox'))
    .addOption(option('--platform <platform>', 'platform'))
    .addOption(option('--token-file <file>', 'token-file').conflicts('tokenStdin'))
    .addOption(option('--token-stdin', 'token-stdin'))
    .addOption(option('--webex-url <url>', 'webex-url'))
    .addOption(option('--region <region>', 'region').conflicts('contactCenterUrl'))
    .addOption(option('--contact-center-url <url>', 'contact-center-url'))
    .addOption(option('--org <id>', 'org'))
    .addOption(option('--requests-per-minute <n>', 'requests-per-minute'))
    .addOption(new Option('--token [value]').hideHelp())
}

function addFormatOptions(command: Command): Command {
  return addLanguageOption(command)
    .addOption(option('--json', 'json').conflicts('ndjson'))
    .addOption(option('--ndjson', 'ndjson'))
}

function addLanguageOption(command: Command): Command {
  return command.addOption(option('--lang <language>', 'lang').choices(languages))
}

function operatorOption(): Option {
  return option('--operator <mode>', 'operator').choices(operatorModes)
}

function option(flags: string, name: string): Option {
  return new Option(flags, help(`option.${name}`))
}

function help(name: string): string {
  const key: string = `help.${name}`
  return (key in enHelp ? enHelp[key as HelpKey] : key).replace('{regions}', regions.join(', '))
}

function unknownCommand(name: string): CommanderError {
  const message = `error: unknown command '${name}' (there are ${commandNames.join(', ')})`
  return new CommanderError(2, 'commander.unknownCommand', message)
}
