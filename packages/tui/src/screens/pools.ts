import type { LicensePool } from '@wxcc-onboard/core'
import { headingLine } from '../components/legend.ts'
import { blank, cell, type Line, line, pad, sentence, tone, widthOf } from '../components/line.ts'
import type { TextKey, Texts } from '../i18n/texts.ts'

const columns = ['free', 'assigned', 'activated', 'total'] as const

type Column = (typeof columns)[number]

const narrowest = 56

/** What is left to give: free, assigned and signed in with (C-17), as a table where there is room for one. */
export function poolLines(pools: readonly LicensePool[], texts: Texts, width: number): Line[] {
  if (pools.length === 0) return []
  return [...(width < narrowest ? sentences(pools, texts, width) : table(pools, texts, width)), blank]
}

function sentences(pools: readonly LicensePool[], texts: Texts, width: number): Line[] {
  return [
    headingLine(texts.t('ui.licenses.units')),
    ...pools.flatMap((pool) => {
      const facts = { ...numbersOf(pool), name: poolName(pool, pools, texts) }
      const key: TextKey = pool.activated === undefined ? 'ui.licenses.pool' : 'ui.licenses.poolActivated'
      return sentence(texts.t(key, facts), width, facts.free === 0 ? 'caution' : 'plain', { text: '  ' })
    }),
  ]
}

function table(pools: readonly LicensePool[], texts: Texts, width: number): Line[] {
  const shown = columns.filter(
    (column) => column !== 'activated' || pools.some(({ activated }) => activated !== undefined),
  )
  const format = new Intl.NumberFormat(texts.locale)
  const written = (pool: LicensePool, column: Column) => {
    const value = numbersOf(pool)[column]
    return value === undefined ? '–' : format.format(value)
  }
  const title = (column: Column) => texts.t(`ui.licenses.units.${column}`)
  const widths = shown.map((column) =>
    Math.max(widthOf(title(column)), ...pools.map((pool) => written(pool, column).length)),
  )
  const names = pools.map((pool) => poolName(pool, pools, texts))
  const used = widths.reduce((sum, each) => sum + each + 2, 2)
  const name = Math.max(12, Math.min(width - used, Math.max(...names.map(widthOf))))
  const right = (text: string, index: number) => `  ${text.padStart(widths[index] ?? 0)}`
  return [
    line(
      tone('strong', pad(texts.t('ui.licenses.units'), name + 2)),
      tone('muted', shown.map((column, index) => right(title(column), index)).join('')),
    ),
    ...pools.map((pool, row) =>
      line(
        '  ',
        cell(names[row] ?? '', name),
        tone(
          numbersOf(pool).free === 0 ? 'caution' : 'plain',
          shown.map((column, index) => right(written(pool, column), index)).join(''),
        ),
      ),
    ),
  ]
}

function numbersOf({ total, assigned, activated }: LicensePool) {
  return { free: Math.max(0, total - assigned), assigned, activated, total }
}

/** License and subscription; the pool's own name where these do not tell it from another. */
export function poolName(
  pool: Pick<LicensePool, 'license' | 'name' | 'subscriptionId'>,
  pools: readonly Pick<LicensePool, 'license' | 'subscriptionId'>[],
  { t }: Texts,
): string {
  const { license, name, subscriptionId } = pool
  const isAlone = pools.filter((other) => other.license === license).length < 2
  if (subscriptionId !== undefined) return `${t(`ui.license.${license}`)}, ${subscriptionId}`
  return isAlone ? t(`ui.license.${license}`) : name
}
