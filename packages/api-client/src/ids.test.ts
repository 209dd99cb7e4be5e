import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bareId, decodeWebexId, encodeWebexId } from './ids.ts'

const word = fc.stringMatching(/^[A-Za-z_]{1,12}$/)

it('takes apart what it put together, of any region and type', () => {
  fc.assert(
    fc.property(word, word, fc.string({ minLength: 1, unit: 'grapheme' }), (region, type, raw) => {
      const id = { region, type, raw }
      expect(decodeWebexId(encodeWebexId(id))).toEqual(id)
    }),
  )
})

it('reads the example of the documentation', () => {
  expect(
    decodeWebexId('Y2lzY29zcGFyazovL3VzL1BFT1BMRS9mNWIzNjE4Ny1jOGRkLTQ3MjctOGIyZi1mOWM0NDdmMjkwNDY'),
  ).toEqual({
    region: 'us',
    type: 'PEOPLE',
    raw: 'f5b36187-c8dd-4727-8b2f-f9c447f29046',
  })
})

it.each(['', 'F5B36187-c8dd-4727-8b2f-f9c447f29046', 'not an id', 'aHR0cHM6Ly94'])(
  'does not take %s apart',
  (id) => {
    expect(decodeWebexId(id)).toBeUndefined()
  },
)

it('gives the same bare id for a REST id and for the UUID in it', () => {
  fc.assert(
    fc.property(fc.uuid(), word, (uuid, region) => {
      expect(bareId(encodeWebexId({ region, type: 'PEOPLE', raw: uuid }))).toBe(bareId(uuid.toUpperCase()))
    }),
  )
})
