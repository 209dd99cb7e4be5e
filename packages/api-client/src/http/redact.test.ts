import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { redact, redactCause } from './redact.ts'

const token = 'NjY2Zjk0ZmUtOWEyNS00_P0A1_22222222-2222-4222-8222-222222222222'

describe('redact', () => {
  it.each([
    [`Authorization: Bearer ${token}`, 'Authorization: [redacted]'],
    [`{"authorization":"Bearer ${token}","x":1}`, '{"authorization":"[redacted]","x":1}'],
    ['sent bearer abc.def-ghi to it', 'sent bearer [redacted] to it'],
    ['basic Zm9vOmJhcg==', 'basic [redacted]'],
    [`the token ${token} is bad`, 'the token [redacted] is bad'],
    ['GET /x?access_token=abc&max=1', 'GET /x?access_token=[redacted]&max=1'],
    ['{"refresh_token":"abc","expires_in":1}', '{"refresh_token":"[redacted]","expires_in":1}'],
    ['clientSecret: "s3cret"', 'clientSecret: "[redacted]"'],
  ])('blots the secret of %s', (text, expected) => {
    expect(redact(text)).toBe(expected)
  })

  it('blots the secrets that it is told', () => {
    expect(redact('opaque-1 and opaque-1 and x', ['opaque-1', ''])).toBe('[redacted] and [redacted] and x')
  })

  it('leaves tracking ids, addresses and Webex ids alone', () => {
    const text =
      'ROUTERGW_6542a1b2-0000-4000-8000-000000000000 jane.doe@example.com Y2lzY29zcGFyazovL3VzL1BFT1BMRS8x'
    expect(redact(text)).toBe(text)
  })
})

describe('redactCause', () => {
  it('keeps a cause that has no secret', () => {
    const cause = new Error('other side closed')
    expect(redactCause(cause, [token])).toBe(cause)
  })

  it('replaces one that would print a secret, wherever it holds it', () => {
    const cause = Object.assign(new Error('failed'), { request: { headers: [`Bearer ${token}`] } })
    const copy = redactCause(cause, [token])
    expect(inspect(copy)).not.toContain(token)
    expect(copy).toEqual(new Error('failed'))
  })
})
