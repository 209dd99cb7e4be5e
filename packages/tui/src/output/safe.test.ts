import { describe, expect, it } from 'vitest'
import { safe } from './safe.ts'

describe('Text from outside', () => {
  it('keeps letters of all scripts, tabs and line breaks', () => {
    expect(safe('Łódź\t東京\n👍🏽')).toBe('Łódź\t東京\n👍🏽')
  })

  it('cannot move the cursor, hide text or turn its direction', () => {
    expect(safe('a\u001b[2Jb\rc\u0007\u202ed\u009b')).toBe('a\\u001b[2Jb\\u000dc\\u0007\\u202ed\\u009b')
  })
})
