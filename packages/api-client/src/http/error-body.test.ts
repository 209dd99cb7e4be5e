import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type ErrorBody, readErrorBody } from './error-body.ts'

const scimError = 'urn:ietf:params:scim:api:messages:2.0:Error'
const webexError = 'urn:scim:schemas:extension:cisco:webexidentity:api:messages:2.0:Error'

const cases: readonly [string, unknown, ErrorBody][] = [
  [
    'REST',
    {
      message: 'The requested resource could not be found.',
      errors: [{ description: 'No such person.' }],
      trackingId: 'ROUTERGW_1',
    },
    { dialect: 'rest', description: 'No such person.', trackingId: 'ROUTERGW_1' },
  ],
  [
    'REST with several errors, of which one has a code',
    { message: 'Bad.', errors: [{ description: 'One.' }, { description: 'Two.', code: '400087' }] },
    { dialect: 'rest', description: 'One. Two.', errorCode: '400087' },
  ],
  ['REST with a message alone', { message: 'Gone.' }, { dialect: 'rest', description: 'Gone.' }],
  [
    'licenses, with a numeric code',
    {
      message: 'License assignment failed',
      errors: [{ errorCode: 400000, description: 'License not recognized X' }],
      trackingId: 'NA_2',
    },
    { dialect: 'rest', description: 'License not recognized X', errorCode: '400000', trackingId: 'NA_2' },
  ],
  [
    'SCIM as RFC 7644 has it, with what Webex adds',
    {
      schemas: [scimError],
      status: '409',
      scimType: 'uniqueness',
      detail: 'Exists.',
      [webexError]: { trackingId: 'NA_3', errorCode: '409', details: 'Exists already.' },
    },
    { dialect: 'scim', description: 'Exists.', errorCode: '409', trackingId: 'NA_3' },
  ],
  [
    'SCIM as a live system was seen to answer',
    { schemas: [scimError], status: '400', scimType: 'invalidFilter', details: 'No such table.' },
    { dialect: 'scim', description: 'No such table.', errorCode: 'invalidFilter' },
  ],
  [
    'SCIM inside a bulk answer, with a numeric code',
    { schemas: [scimError], status: '403', [webexError]: { errorCode: 400090, details: 'Elsewhere.' } },
    { dialect: 'scim', description: 'Elsewhere.', errorCode: '400090' },
  ],
  [
    'Contact Center',
    {
      trackingId: 'ccconfig_4',
      error: { key: '403', reason: 'Access denied', message: [{ description: 'Client is forbidden.' }] },
    },
    {
      dialect: 'contact-center',
      description: 'Client is forbidden.',
      errorCode: '403',
      trackingId: 'ccconfig_4',
    },
  ],
  [
    'Contact Center with a reason alone',
    { trackingId: 'ccconfig_5', error: { key: '412', reason: 'Still referenced', message: [] } },
    {
      dialect: 'contact-center',
      description: 'Still referenced',
      errorCode: '412',
      trackingId: 'ccconfig_5',
    },
  ],
  [
    'Contact Center with a bare string',
    { trackingId: 'ccconfig_6', error: 'Bad page' },
    { dialect: 'contact-center', description: 'Bad page', trackingId: 'ccconfig_6' },
  ],
  [
    "Contact Center's framework",
    { timestamp: '1970-01-01T00:00:00.000Z', status: 405, error: 'Method Not Allowed', path: '/x' },
    { dialect: 'contact-center', description: 'Method Not Allowed' },
  ],
  ['JSON of another shape', { fault: 7 }, { dialect: 'unknown', description: '{"fault":7}' }],
]

it.each(cases)('reads %s', (_name, answer, expected) => {
  expect(readErrorBody(JSON.stringify(answer))).toEqual(expected)
})

it("reads a gateway's page by its title", () => {
  const page = '<html><head><title>503 Service Unavailable</title></head><body>…</body></html>'
  expect(readErrorBody(page)).toEqual({ dialect: 'html', description: '503 Service Unavailable' })
})

it('reads an empty body and plain text', () => {
  expect(readErrorBody(' \r\n')).toEqual({ dialect: 'empty' })
  expect(readErrorBody('upstream reset')).toEqual({ dialect: 'unknown', description: 'upstream reset' })
})

it('keeps descriptions short and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 3_000 }), fc.json()), (content) => {
      expect((readErrorBody(content).description ?? '').length).toBeLessThanOrEqual(500)
    }),
  )
})
