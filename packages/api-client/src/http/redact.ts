import { inspect } from 'node:util'

const mask = '[redacted]'

const tokenLayout =
  /[\w~+/=-]{16,}_[A-Za-z0-9]{4}_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
const scheme = /\b(bearer|basic)\s+[\w.~+/=-]+/gi
const authorization = /\b(authorization["']?\s*[:=]\s*["']?)[^\r\n"',}]+/gi
const field =
  /\b((?:access|refresh|id)_?token|client_?secret|device_?code|code_?verifier|password)(["']?\s*[:=]\s*["']?)[^\s"'&,;}]+/gi

/** The text without what opens doors: the given secrets, and whatever looks like a token, header or credential. */
export function redact(text: string, secrets: readonly string[] = []): string {
  const known = secrets
    .filter((secret) => secret !== '')
    .reduce((rest, secret) => rest.replaceAll(secret, mask), text)
  return known
    .replace(tokenLayout, mask)
    .replace(authorization, `$1${mask}`)
    .replace(scheme, `$1 ${mask}`)
    .replace(field, `$1$2${mask}`)
}

/** The cause as it is, or a bare copy where printing it would show a secret. */
export function redactCause(cause: unknown, secrets: readonly string[]): unknown {
  const printed = inspect(cause, { depth: 4 })
  if (redact(printed, secrets) === printed) return cause
  const copy = new Error(redact(cause instanceof Error ? cause.message : String(cause), secrets))
  copy.stack = `${copy.name}: ${copy.message}`
  return copy
}
