import { randomBytes } from 'node:crypto'
import type { Organization } from './organization/organization.ts'
import { Refusal } from './refusal.ts'

/** Every scope that the sandbox asks for somewhere (source: developer.webex.com, scopes per operation). */
export const SANDBOX_TOKEN_SCOPES: readonly string[] = [
  'spark:people_read',
  'spark-admin:people_read',
  'spark-admin:people_write',
  'spark-admin:licenses_read',
  'spark-admin:roles_read',
  'spark-admin:organizations_read',
  'identity:people_read',
  'identity:people_rw',
  'identity:organizations_read',
  'identity:organizations_rw',
  'cjp:config_read',
  'cjp:config_write',
]

/** Whose token it is: what this administrator may do limits the token beside its scopes. */
export type TokenHolder =
  | 'full-administrator'
  | 'cc-service-administrator'
  | 'user-administrator'
  | 'read-only-administrator'

export interface Token {
  readonly holder: TokenHolder
  readonly scopes: readonly string[]
}

/** What an operation asks of the token: one scope of every group, and one of the holders. */
export interface Access {
  readonly scopes: readonly (readonly string[])[]
  readonly holders: readonly TokenHolder[]
}

export interface TokenOptions {
  /** @default SANDBOX_TOKEN_SCOPES */
  scopes?: readonly string[]
  /** An expired token answers 401 everywhere. @default false */
  expired?: boolean
  /** @default 'full-administrator' */
  holder?: TokenHolder
}

const cluster = 'P0A1'

export function issueToken(org: Organization, options: TokenOptions = {}): string {
  const token = `${randomBytes(24).toString('base64url').replaceAll('_', '-')}_${cluster}_${org.id}`
  org.state.run(
    'INSERT INTO tokens (token, holder, scopes, expired) VALUES (?, ?, ?, ?)',
    token,
    options.holder ?? 'full-administrator',
    (options.scopes ?? SANDBOX_TOKEN_SCOPES).join(' '),
    options.expired === true ? 1 : 0,
  )
  return token
}

/** The token of an `Authorization` header, or a refusal worded as the Webex APIs word it. */
export function readToken(org: Organization, authorization: string | undefined): Token {
  const bearer = authorization?.match(/^Bearer +(\S+)$/i)?.[1]
  const row = bearer === undefined ? undefined : findToken(org, bearer)
  if (row === undefined || row.expired === 1) throw unauthorized()
  return { holder: row.holder, scopes: row.scopes.split(' ') }
}

export function requireAccess(token: Token, access: Access): void {
  const missing = access.scopes.find((group) => !group.some((scope) => token.scopes.includes(scope)))
  if (missing !== undefined) {
    throw new Refusal(403, `The access token lacks the required scope: ${missing.join(' or ')}.`)
  }
  if (!access.holders.includes(token.holder)) {
    throw new Refusal(403, `The administrator role of this token (${token.holder}) does not allow this.`)
  }
}

const unauthorized = () =>
  new Refusal(401, 'The request requires a valid access token set in the Authorization request header.', {
    headers: { 'www-authenticate': 'Bearer' },
  })

const findToken = (org: Organization, token: string) =>
  org.state.get<{ holder: TokenHolder; scopes: string; expired: number }>(
    'SELECT holder, scopes, expired FROM tokens WHERE token = ?',
    token,
  )
