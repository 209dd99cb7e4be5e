import { createWorld, type World } from './compose.ts'
import { type Exit, leave, leaveAtOnce } from './exit.ts'

export async function main(): Promise<never> {
  const world = createWorld(createReaderWatch())
  return leave(await run(world), world.usedStreams())
}

/** Without options there is nothing to parse, and the wizard is on screen the sooner. */
async function run(world: World): Promise<Exit> {
  const [name = 'wizard', ...more] = world.argv
  if (more.length > 0 || (name !== 'wizard' && name !== 'start')) {
    const { runProgram } = await import('./commands/program.ts')
    return runProgram(world)
  }
  const { runCommand } = await import('./commands/run-command.ts')
  return runCommand(world, name, {}, async () =>
    name === 'start'
      ? (await import('./commands/start.ts')).start
      : (await import('./commands/wizard.ts')).wizard,
  )
}

/**
 * `| head` closes the pipe when it has enough, and a terminal that was closed takes no more: no reason to complain, and
 * what is being written to the organization is brought to its end first.
 */
function createReaderWatch(): (world: World, error: NodeJS.ErrnoException) => void {
  let isStopping = false
  return (world, error) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error
    if (isStopping) return
    isStopping = world.interrupt('SIGPIPE')
    if (!isStopping) leaveAtOnce('done')
  }
}
