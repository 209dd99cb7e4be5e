import type { MenuPath } from '@wxcc-onboard/core'
import type { Texts } from '../i18n/texts.ts'
import { type Line, line, lineWidth, sentence, tone, widthOf } from './line.ts'

/** Ways through Control Hub's menus: as named today first, as documented beside it. */
export function menuLines(paths: readonly MenuPath[], { t }: Texts, width: number, indent = '  '): Line[] {
  const ordered = [...paths].sort((a, b) => a.vintage.localeCompare(b.vintage))
  return ordered.flatMap(({ vintage, path }) => {
    const rows = sentence(path.join(' > '), width, vintage === 'current' ? 'strong' : 'plain', {
      text: indent,
    })
    const hint = `(${t(vintage === 'current' ? 'ui.platform.current' : 'ui.platform.documented')})`
    const last = rows.at(-1)
    if (last && lineWidth(last) + 1 + widthOf(hint) <= width)
      return [...rows.slice(0, -1), line(...last.segments, tone('muted', ` ${hint}`))]
    return [...rows, line(indent, tone('muted', hint))]
  })
}
