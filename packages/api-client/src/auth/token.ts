/** An access token, or where to get a fresh one; it is asked before every request. */
export type TokenSource = string | (() => Promise<string>)

export async function readToken(source: TokenSource): Promise<string> {
  const token = (typeof source === 'string' ? source : await source()).trim()
  if (token === '') throw new Error('The access token is empty.')
  // An HTTP library would name the offending header value in its error.
  if (!/^[\x21-\x7e]+$/.test(token)) throw new Error('The access token has a character that no token has.')
  return token
}

/**
 * The organization of a Webex access token: the UUID after its last `_`. The layout is observed, not documented, so
 * a token of another shape gives undefined.
 */
export function organizationOfToken(token: string): string | undefined {
  const uuid = /_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i.exec(token.trim())?.[1]
  return uuid?.toLowerCase()
}
