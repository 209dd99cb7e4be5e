import { type Exit, Trouble } from '../exit.ts'
import type { Context, PlaceOptions } from './context.ts'

/** Walks through the procedure on screen. */
export async function wizard(context: Context<PlaceOptions>): Promise<Exit> {
  const { world } = context
  if (!world.hasTerminal) {
    const missing = world.stdin.isTTY === true ? 'standard output' : 'standard input'
    throw new Trouble('command.no-terminal', { missing })
  }
  const { runWizard } = await withoutFetch(() => import('./wizard-run.tsx'))
  return runWizard(context)
}

/**
 * Yoga's WebAssembly is inlined, yet it fetches its own data URL where it finds `fetch`, which loads Node's whole HTTP
 * client before the first frame; without `fetch` it decodes the bytes itself.
 */
async function withoutFetch<T>(load: () => Promise<T>): Promise<T> {
  const { fetch } = globalThis
  Object.assign(globalThis, { fetch: undefined })
  try {
    return await load()
  } finally {
    Object.assign(globalThis, { fetch })
  }
}
