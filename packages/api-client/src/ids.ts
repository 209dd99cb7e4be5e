/** A Webex id, taken apart: unpadded base64url of `ciscospark://<region>/<type>/<raw>`. */
export interface WebexId {
  /** The cluster, normally `us`. */
  readonly region: string
  /** As in `PEOPLE`, `ORGANIZATION`, `ROLE`, `LICENSE`. */
  readonly type: string
  /** A UUID for people and organizations, a role's name, `<organization>:<OFFER>_<uuid>` for licenses. */
  readonly raw: string
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The id that the REST API uses for something. */
export function encodeWebexId(id: WebexId): string {
  return Buffer.from(`ciscospark://${id.region}/${id.type}/${id.raw}`).toString('base64url')
}

/** The parts of a REST id of any region; undefined for anything else, a bare UUID too. */
export function decodeWebexId(id: string): WebexId | undefined {
  const [, region, type, raw] =
    /^ciscospark:\/\/([^/]+)\/([^/]+)\/(.+)$/s.exec(Buffer.from(id, 'base64url').toString('utf8')) ?? []
  return region === undefined || type === undefined || raw === undefined ? undefined : { region, type, raw }
}

/** The part that SCIM and Contact Center call the id: what a REST id has inside, or the bare id itself. */
export function bareId(id: string): string {
  const raw = decodeWebexId(id)?.raw ?? id
  return isUuid(raw) ? raw.toLowerCase() : raw
}

const isUuid = (text: string): boolean => uuid.test(text)
