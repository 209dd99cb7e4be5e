import { type Exit, Trouble } from '../exit.ts'
import type { Context, PlaceOptions } from './context.ts'

/** Walks through the procedure on screen. */
export async function wizard({ world }: Context<PlaceOptions>): Promise<Exit> {
  if (!world.hasTerminal) {
    const missing = world.stdin.isTTY === true ? 'standard output' : 'standard input'
    throw new Trouble('command.no-terminal', { missing })
  }
  return 'done'
}
