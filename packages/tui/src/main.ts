import { createWorld, type Interruption, type StreamName, type World } from './compose.ts'
import { type Exit, flush, leaveAtOnce } from './exit.ts'

export async function main(): Promise<never> {
  const watch = createStreamWatch()
  const world = createWorld(watch.onBroken)
  const exit = await run(world)
  await flush(world.usedStreams())
  return leaveAtOnce((await watch.ending()) ?? exit)
}

/** For what is answered before there is a world. */
export function giveUpOutput(error: Error): void {
  const watch = createStreamWatch()
  watch.onBroken(createWorld(watch.onBroken), error, 'stdout')
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

/** What becomes of the program when a stream takes or gives no more. */
function createStreamWatch() {
  let isStopping = false
  let ending: Promise<Exit> | undefined
  return {
    /** How the program ends where it cannot end as its command did. */
    ending: () => ending,
    onBroken(world: World, error: NodeJS.ErrnoException, name: StreamName): void {
      if (isStopping) return
      isStopping = true
      if (hasNoReader(error)) stop(world, 'SIGPIPE', 'done')
      else {
        ending = tell(world, error, name)
        void ending.then((exit) => stop(world, 'unwritable', exit))
      }
    },
  }
}

/** What is being written to the organization is brought to its end first. */
function stop(world: World, cause: Interruption, exit: Exit): void {
  if (!world.interrupt(cause)) leaveAtOnce(exit)
}

/** `| head` closes the pipe when it has enough, and a terminal that was closed takes no more: no reason to complain. */
function hasNoReader({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EPIPE' || code === 'EIO'
}

async function tell(world: World, error: NodeJS.ErrnoException, name: StreamName): Promise<Exit> {
  const { tellBrokenStream } = await import('./commands/run-command.ts')
  return tellBrokenStream(world, error, name)
}
