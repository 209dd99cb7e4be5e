import type { World } from '../compose.ts'
import { repeatable, Trouble } from '../exit.ts'
import type { PlaceOptions } from './context.ts'

/** Regions of the Contact Center APIs; each has a host of its own. */
export const regions = ['us1', 'eu1', 'eu2', 'anz1', 'ca1', 'jp1', 'sg1', 'in1'] as const

export interface Addresses {
  readonly webexUrl: string
  /** Absent on platform 1.0, which has no Contact Center API. */
  readonly contactCenterUrl?: string
}

export function readAddresses(world: World, options: PlaceOptions): Addresses {
  const webexUrl = options.webexUrl ?? world.env['WXCC_ONBOARD_WEBEX_URL'] ?? 'https://webexapis.com'
  const contactCenterUrl = contactCenterAddress(world, options)
  return {
    webexUrl: checkAddress('--webex-url', webexUrl),
    ...(contactCenterUrl === undefined
      ? {}
      : { contactCenterUrl: checkAddress('--contact-center-url', contactCenterUrl) }),
  }
}

function contactCenterAddress(world: World, options: PlaceOptions): string | undefined {
  const given = options.contactCenterUrl ?? world.env['WXCC_ONBOARD_CONTACT_CENTER_URL']
  if (given !== undefined) return given
  const region = options.region ?? world.env['WXCC_ONBOARD_REGION']
  if (region === undefined) throw new Trouble('region.missing', { regions: regions.join(', ') })
  if (region === 'none') return undefined
  if (!regions.some((known) => known === region)) {
    throw new Trouble('region.unknown', { region: repeatable(region), regions: regions.join(', ') })
  }
  return `https://api.wxcc-${region}.cisco.com`
}

function checkAddress(option: string, url: string): string {
  const parsed = URL.parse(url)
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.pathname !== '/') {
    throw new Trouble('address.malformed', { option, url: redacted(url, parsed) })
  }
  return parsed.origin
}

/** An address may carry a password, or a token pasted into the wrong place. */
function redacted(url: string, parsed: URL | null): string {
  return parsed === null ? repeatable(url) : `${parsed.origin}${parsed.pathname}`
}
