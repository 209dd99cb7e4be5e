import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { createFakeOnboarding } from './fake-onboarding.ts'
import { fixtures } from './fixtures.ts'
import { showApp } from './show.tsx'

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
