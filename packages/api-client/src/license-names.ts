import { decodeWebexId } from './ids.ts'

/** The two licenses of Webex Contact Center that a person can hold. */
export type AgentLicense = 'standard' | 'premium'

const offers: Readonly<Record<string, AgentLicense>> = { CJPSTD: 'standard', CJPPRM: 'premium' }

// One spelling for REST ("Contact center Standard Agent"), Control Hub's CSV ("Webex Contact Center Premium Agent
// [Sub121331]", "… (Suspended)") and what migration tools write.
const spelling =
  /^(?:cisco )?(?:webex )?contact cent(?:er|re) (standard|premium)(?: agent)?(?: ?(?:\[sub[^\]]*\]|\(suspended\)))*$/i

/**
 * Which agent license this is, or undefined for any other. The offer code inside the id wins over the name. Source:
 * observed answers of `GET /licenses` and CSV exports; Cisco publishes no list.
 */
export function agentLicenseOf(license: {
  readonly id?: string
  readonly name: string
}): AgentLicense | undefined {
  return agentLicenseOfId(license.id ?? '') ?? agentLicenseOfName(license.name)
}

/** By the offer code CJPSTD or CJPPRM in the id, `ciscospark://us/LICENSE/<organization>:<OFFER>_<uuid>`. */
export function agentLicenseOfId(id: string): AgentLicense | undefined {
  const decoded = decodeWebexId(id)
  const offer = decoded?.type === 'LICENSE' ? /^[^:]*:([^_]+)_/.exec(decoded.raw)?.[1] : undefined
  return offer === undefined ? undefined : offers[offer.toUpperCase()]
}

function agentLicenseOfName(name: string): AgentLicense | undefined {
  const kind = spelling.exec(name.trim().replace(/\s+/g, ' '))?.[1]?.toLowerCase()
  return kind === 'standard' || kind === 'premium' ? kind : undefined
}
