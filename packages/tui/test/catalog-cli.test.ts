import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { enCli } from '../src/i18n/en-cli.ts'
import { createSentences } from '../src/output/sentences.ts'

describe('The texts of the command line', () => {
  it('are all readable ICU messages', () => {
    const broken = Object.entries(enCli).filter(([, text]) => {
      try {
        new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true })
        return false
      } catch {
        return true
      }
    })
    expect(broken).toEqual([])
  })

  it('tell for every trouble what to do next', () => {
    const { t } = createSentences()
    const silent = Object.keys(enCli).filter(
      (key) => key.startsWith('next.') && t(key as 'output.severity.error') === '',
    )
    expect(silent).toEqual([])
  })
})
