import type { World } from '../compose.ts'
import { repeatable, Trouble } from '../exit.ts'
import type { PlaceOptions } from './context.ts'

/** Requests a minute that a host may be sent; undefined for what Cisco documents, `Infinity` for `unlimited`. */
export function readBudget(world: World, options: PlaceOptions): number | undefined {
  const given = options.requestsPerMinute ?? world.env['WXCC_ONBOARD_REQUESTS_PER_MINUTE']
  if (given === undefined || given === '') return undefined
  if (given === 'unlimited') return Number.POSITIVE_INFINITY
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new Trouble('budget.malformed', { given: repeatable(given) })
  return Number(given)
}
