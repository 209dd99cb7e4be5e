import { describe, expect, it } from 'vitest'
import { HttpError } from '../errors.ts'
import { readCreateRefusal } from './create-person.ts'
import { readLicenseRefusal } from './licenses.ts'

const refusal = (status: number, description: string, errorCode?: string) =>
  new HttpError(
    { status, description, errorCode, dialect: 'rest', retryAfter: undefined },
    { operation: 'PATCH /v1/licenses/users', trackingId: 'NA_1' },
  )

describe('readLicenseRefusal', () => {
  it.each([
    ['No units are left of the following license(s): X', undefined],
    ['License assignment failed', '700000'],
    ['Insufficient licenses', '400112'],
    ['Not enough licenses available.', undefined],
    ['No available licenses for Contact Center Premium Agent', undefined],
    ['The license is not available.', undefined],
    ['Subscription exhausted', undefined],
  ])('takes "%s" (%s) for units that are used up', (description, errorCode) => {
    expect(readLicenseRefusal(refusal(400, description, errorCode))).toBe('no-units')
  })

  it.each([
    ['License not recognized X', '400000'],
    ['Changing Webex Calling Professional to Standard is not allowed', '400112'],
    [
      'the user can be assigned only one of licenses with the offer code from the list: CJPPRM, CJPSTD',
      '400413',
    ],
    ['Unable to find location', '400'],
    ['User management of Messenger license is not supported', '400118'],
  ])('takes "%s" (%s) for something else', (description, errorCode) => {
    expect(readLicenseRefusal(refusal(400, description, errorCode))).toBeUndefined()
  })

  it('leaves other statuses to the usual reading', () => {
    expect(readLicenseRefusal(refusal(403, 'No licenses may be assigned by you'))).toBeUndefined()
  })
})

describe('PRE-1: readCreateRefusal', () => {
  it.each(['400084', '400090', '400091', '400108'])(
    '%s means another organization, whatever the status',
    (code) => {
      expect(readCreateRefusal(refusal(403, 'x', code))).toBe('another-organization')
      expect(readCreateRefusal(refusal(400, 'x', code))).toBe('another-organization')
    },
  )

  it.each(['400081', 'uniqueness'])('%s means that the person exists', (code) => {
    expect(readCreateRefusal(refusal(400, 'x', code))).toBe('conflict')
  })

  it.each(['400110', '403', undefined])('%s says nothing of the address', (code) => {
    expect(readCreateRefusal(refusal(403, 'x', code))).toBeUndefined()
  })
})
