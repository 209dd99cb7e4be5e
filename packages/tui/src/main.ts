import { runProgram } from './commands/program.ts'
import { createWorld } from './compose.ts'
import { leave, leaveAtOnce } from './exit.ts'

export async function main(): Promise<never> {
  const world = createWorld()
  world.stdout.on('error', leaveWhenNobodyReads)
  return leave(await runProgram(world), world.usedStreams())
}

/** `| head` closes the pipe when it has enough: no reason to complain. */
function leaveWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') leaveAtOnce('done')
  throw error
}
