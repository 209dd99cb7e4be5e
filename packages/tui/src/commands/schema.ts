import { requestJsonSchema } from '@wxcc-onboard/core'
import type { Exit } from '../exit.ts'
import type { Context } from './context.ts'

/** The same text as docs/request.schema.json. */
export function schemaText(): string {
  return `${JSON.stringify(requestJsonSchema(), undefined, 2)}\n`
}

export async function schema({ world }: Context): Promise<Exit> {
  world.stdout.write(schemaText())
  return 'done'
}
