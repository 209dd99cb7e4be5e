import type { World } from '../compose.ts'
import { Trouble } from '../exit.ts'
import type { PlaceOptions } from './context.ts'
import { readText } from './read-text.ts'

/** The access token, from a file, standard input or the environment; never from a flag. */
export async function readToken(world: World, options: PlaceOptions): Promise<string> {
  const [source, text] = await findToken(world, options)
  const token = text.trim()
  if (token === '') throw new Trouble('token.empty', { source })
  if (!/^[\x21-\x7e]+$/.test(token)) throw new Trouble('token.malformed', { source })
  return token
}

async function findToken(world: World, options: PlaceOptions): Promise<readonly [string, string]> {
  if (options.typedToken !== undefined) return ['the keyboard', options.typedToken]
  if (options.tokenFile !== undefined) return [options.tokenFile, readText(world, options.tokenFile)]
  if (options.tokenStdin === true) return ['standard input', await readAll(world.stdin)]
  const token = world.env['WEBEX_TOKEN']
  if (token === undefined) throw new Trouble('token.missing')
  return ['WEBEX_TOKEN', token]
}

async function readAll(stream: NodeJS.ReadStream): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
