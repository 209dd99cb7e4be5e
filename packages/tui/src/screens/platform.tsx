import { controlHubUrl, menuPaths } from '@wxcc-onboard/core'
import { blank, type Line, sentence } from '../components/line.ts'
import { menuLines } from '../components/menu.ts'
import { choiceLines } from '../components/parts.ts'
import { useShell, useWidth } from '../components/shell.ts'
import { FormPage } from './form-page.tsx'
import type { ScreenProps } from './screen.ts'
import { optionItems, useStageForm } from './use-stage-form.ts'

/** Where to look in Control Hub, and what the field there shows (PLAT-1 to PLAT-5). */
export function PlatformScreen(props: ScreenProps) {
  const { texts, consoleUrl } = useShell()
  const width = useWidth()
  const choices = props.stage.fields.filter(({ kind }) => kind === 'choice')
  const chosen = choices[0]
  const first = chosen?.options.find(({ value, isSuggested }) =>
    chosen.value === undefined ? isSuggested : value === chosen.value,
  )
  const form = useStageForm(props, choices.flatMap(optionItems), {
    initial: chosen && first ? `${chosen.id}=${first.value}` : undefined,
  })
  const body: Line[] = [
    ...sentence(texts.t('ui.platform.where', { url: consoleUrl ?? controlHubUrl }), width),
    ...menuLines(menuPaths.serviceDetails, texts, width),
    ...sentence(texts.t('ui.platform.read'), width),
    blank,
    ...choices.flatMap((field) => choiceLines(field, form.focus.id, texts, width)),
    ...form.tail,
  ]
  return <FormPage form={form} body={[body]} onAction={form.handle} />
}
