import { type Damage, damageKey, type OpenedFile } from '@wxcc-onboard/core'
import { useMemo } from 'react'
import type { FocusItem } from '../components/focus.ts'
import { headingLine } from '../components/legend.ts'
import { type Block, blank, type LazyLines, type Line, line, sentence, tone } from '../components/line.ts'
import { choiceLines, mark } from '../components/parts.ts'
import { useShell, useWidth } from '../components/shell.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Action } from '../keys/bindings.ts'
import { symbols } from '../theme.ts'
import { understoodLines } from './file-lines.ts'
import { FormPage } from './form-page.tsx'
import type { ScreenProps } from './screen.ts'
import { optionItems, useStageForm } from './use-stage-form.ts'

/** What was understood of the file, before anything is done with it; then each cell that was damaged (CSV-2 to CSV-4). */
export function FileScreen(props: ScreenProps) {
  const { opened } = props.view.file ?? {}
  return opened === undefined ? undefined : <FilePage {...props} opened={opened} />
}

function FilePage(props: ScreenProps & { readonly opened: OpenedFile }) {
  const { view, stage, send, files, opened } = props
  const { texts } = useShell()
  const width = useWidth()
  const { damages } = opened
  const { answers } = view.file ?? {}
  const [field] = stage.fields
  const items = useMemo(() => (field ? optionItems(field) : []), [field])
  const after = useMemo(() => damages.map(damageItem), [damages])
  const chosen = answers?.repair ?? 'all'
  const form = useStageForm(props, items, {
    after,
    initial: field && !answers?.repair ? `repair=${chosen}` : 'continue',
  })
  const { focus } = form
  const agreed = useMemo(() => new Set(answers?.agreed), [answers?.agreed])
  const isRepaired = (damage: Damage) =>
    damage.proposed !== undefined &&
    (answers?.repair === 'all' || (answers?.repair === 'each' && agreed.has(damageKey(damage))))

  const onAction = (action: Action) => {
    if (action === 'damages.toggle') {
      const damage = damages[damageIndex(focus.id)]
      if (damage?.proposed === undefined) return
      return send({ type: 'damage.choose', key: damageKey(damage), isRepaired: !isRepaired(damage) })
    }
    form.handle(action)
  }

  const understood = useMemo(
    () => understoodLines(opened, files.shorten(opened.path), texts, width),
    [opened, files, texts, width],
  )
  const body: Block[] = [
    understood,
    field === undefined
      ? [blank, line(tone('good', `${symbols.done} `), texts.t('ui.file.undamaged'))]
      : [
          blank,
          ...sentence(
            texts.t('ui.file.damaged', { count: damages.length }),
            width,
            'caution',
            tone('caution', `${symbols.caution} `),
          ),
          ...choiceLines(field, focus.id, texts, width),
        ],
    form.tail,
    field === undefined ? [] : [blank, headingLine(texts.t('ui.file.damages', { count: damages.length }))],
    damageLines(damages, isRepaired, focus.id, texts),
  ]
  return <FormPage form={form} body={body} holdsTop onAction={onAction} />
}

function damageItem({ proposed }: Damage, index: number): FocusItem {
  const scopes = proposed === undefined ? (['list'] as const) : (['damages', 'list'] as const)
  return { id: `damage:${index}`, group: 'damages', scopes }
}

function damageIndex(id: string | undefined): number {
  return id?.startsWith('damage:') ? Number(id.slice('damage:'.length)) : -1
}

/** One line for each damaged cell: where, what it is now, what it would be. */
function damageLines(
  damages: readonly Damage[],
  isRepaired: (damage: Damage) => boolean,
  focus: string | undefined,
  { t }: Texts,
): LazyLines {
  const numbers = String(damages.at(-1)?.line ?? 1).length
  return {
    size: damages.length,
    indexOf: damageIndex,
    at(index): Line {
      const damage = damages[index]
      if (damage === undefined) return line()
      const id = `damage:${index}`
      const isFocused = focus === id
      const { proposed, found, header, rule } = damage
      const box = proposed === undefined ? '   ' : isRepaired(damage) ? symbols.checked : symbols.unchecked
      return {
        ...line(
          mark(isFocused),
          tone(isFocused ? 'focus' : 'plain', `${box} `),
          tone('muted', `${String(damage.line).padStart(numbers)} `),
          tone(isFocused ? 'focus' : 'plain', `"${found}"`),
          proposed === undefined
            ? tone('caution', ` ${t('ui.file.damage.lost')}`)
            : tone('good', ` ${symbols.arrow} "${proposed}"`),
          tone('muted', `  ${header} (${rule})`),
        ),
        id,
      }
    },
  }
}
