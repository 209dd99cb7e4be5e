/** A request that the organization turns down; each API words it in its own dialect. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly errorCode: number | undefined
  readonly scimType: string | undefined
  readonly next: string | undefined
  readonly facts: { readonly [key: string]: unknown }
  readonly headers: { readonly [name: string]: string }

  constructor(status: number, message: string, more: RefusalDetail = {}) {
    super(message)
    this.status = status
    this.errorCode = more.errorCode
    this.scimType = more.scimType
    this.next = more.next
    this.facts = more.facts ?? {}
    this.headers = more.headers ?? {}
  }
}

interface RefusalDetail {
  errorCode?: number
  /** RFC 7644 keyword, shown by the SCIM dialect only. */
  scimType?: string
  /** What the reader can do, shown by the console only. */
  next?: string
  /** Further members of the console's answer. */
  facts?: { readonly [key: string]: unknown }
  headers?: { readonly [name: string]: string }
}
