import { describe, expect, it } from 'vitest'
import { person } from '../../test/views.ts'
import { batchSizes } from './people.tsx'
import { isList, submitted } from './people-form.ts'

describe('the form for people', () => {
  it('NEW-12: reads several addresses on one line', () => {
    const values = { email: 'ada@example.com, grace@example.com', firstName: '', lastName: '' }
    expect(submitted(values, undefined)).toEqual({
      command: { type: 'people.add', people: [{ email: 'ada@example.com' }, { email: 'grace@example.com' }] },
      added: 2,
      unread: [],
    })
  })

  it('ENTRY-6: sends names with the address', () => {
    const values = { email: ' ada@example.com ', firstName: 'Ada', lastName: 'Lovelace' }
    expect(submitted(values, undefined).command).toEqual({
      type: 'people.add',
      people: [{ email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' }],
    })
  })

  it('changes the row that is edited, and corrects nothing by itself', () => {
    const values = { email: 'ada@@example.com', firstName: '', lastName: '' }
    expect(submitted(values, person(4)).command).toEqual({
      type: 'people.edit',
      row: 4,
      person: { email: 'ada@@example.com' },
    })
  })

  it('knows a list from an address', () => {
    expect(
      ['a@b.org', 'a@b.org\nc@d.org', 'Ada <a@b.org>', 'a@b.org c@d.org', 'a@b.org;'].map(isList),
    ).toEqual([false, true, true, true, true])
  })

  it('ENTRY-7: names batches as a sum', () => {
    expect([batchSizes([25, 5]), batchSizes([25, 25, 25, 25, 3]), batchSizes([1, 1])]).toEqual([
      '25 + 5',
      '4 × 25 + 3',
      '1 + 1',
    ])
  })
})
