import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { en } from '../src/i18n/en.ts'
import { pl } from '../src/i18n/pl.ts'
import { type Catalog, createTexts, type TextKey } from '../src/i18n/texts.ts'
import { createFakeOnboarding } from './fake-onboarding.ts'
import { fixtures } from './fixtures.ts'
import { showApp, wide } from './show.tsx'

const sizes = [
  { columns: 80, rows: 24 },
  { columns: 60, rows: 24 },
  { columns: 40, rows: 15 },
  { columns: 132, rows: 50 },
  { columns: 24, rows: 8 },
]

const pictured = ['80x24', '60x24', '40x15']

describe.each(sizes)('in a terminal of $columns × $rows', (size) => {
  it.each(Object.entries(fixtures))('M18: %s stays within it', async (name, view) => {
    const screen = await showApp(createFakeOnboarding(view), {
      size,
      notice: { isSandbox: true },
      equivalent: () => ['wxcc-onboard plan request.yaml --output plan.json'],
    })
    const frame = screen.frame()
    screen.unmount()
    const rows = frame.split('\n')
    expect(frame).not.toContain('ERROR')
    expect(rows.length).toBeLessThanOrEqual(size.rows - 1)
    expect(Math.max(...rows.map((row) => stringWidth(row)))).toBeLessThan(size.columns)
    const picture = `${size.columns}x${size.rows}`
    if (pictured.includes(picture))
      await expect(`${frame}\n`).toMatchFileSnapshot(`frames/${name}.${picture}.txt`)
  })
})

/** Half as long again and full of accents, as other languages are. */
function pseudo(text: string): string {
  if (text.includes('{')) return `⟦${text}⟧`
  return `⟦${text.replace(/[aeiou]/g, (vowel) => `${vowel}\u0301${vowel}`)}⟧`
}

const pseudoCatalog: Catalog = Object.fromEntries(
  Object.entries(en).map(([key, text]) => [key, pseudo(text)]),
) as Record<TextKey, string>

describe('in another language', () => {
  it.each(Object.entries(fixtures))('L15: %s fits when its words are half as long again', async (_, view) => {
    const screen = await showApp(createFakeOnboarding(view), { texts: createTexts(pseudoCatalog, 'en') })
    const frame = screen.frame()
    screen.unmount()
    expect(frame).not.toContain('ERROR')
    const rows = frame.split('\n')
    expect(rows.length).toBeLessThanOrEqual(wide.rows - 1)
    expect(Math.max(...rows.map((row) => stringWidth(row)))).toBeLessThan(wide.columns)
  })
})

describe('in Polish', () => {
  const size = { columns: 60, rows: 24 }
  const cuts = (frame: string) => frame.split('\n').slice(2).join('\n').split('…').length - 1

  it.each(Object.entries(fixtures))('L15: of %s nothing is cut in 60 columns', async (name, view) => {
    const english = await showApp(createFakeOnboarding(view), { size })
    const polish = await showApp(createFakeOnboarding(view), { size, texts: createTexts(pl, 'pl') })
    const frames = [english.frame(), polish.frame()] as const
    english.unmount()
    polish.unmount()
    expect(frames[1]).not.toContain('ERROR')
    expect(Math.max(...frames[1].split('\n').map((row) => stringWidth(row)))).toBeLessThan(size.columns)
    expect(cuts(frames[1])).toBeLessThanOrEqual(cuts(frames[0]))
    await expect(`${frames[1]}\n`).toMatchFileSnapshot(`frames/pl/${name}.60x24.txt`)
  })
})
