import { describe, expect, it } from 'vitest'
import { commandFor } from './command-for.ts'

describe('The command that a person may type', () => {
  it('names the place again, and never a token', () => {
    const options = {
      webexUrl: 'http://127.0.0.1:1',
      region: 'eu1',
      typedToken: 'secret',
      tokenFile: 'my token',
      requestsPerMinute: '120',
    }
    expect(commandFor(options, 'resume', 'run-1')).toBe(
      "wxcc-onboard resume run-1 --token-file 'my token' --webex-url http://127.0.0.1:1 --region eu1 --requests-per-minute 120",
    )
  })

  it('can be pasted into a shell whatever a file is called', () => {
    expect(commandFor({ sandbox: true }, 'plan', "it's $(me).yaml")).toBe(
      `wxcc-onboard plan 'it'\\''s $(me).yaml' --sandbox`,
    )
  })
})
