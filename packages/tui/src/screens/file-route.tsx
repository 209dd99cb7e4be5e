import { Page } from '../components/page.tsx'
import { choiceLines } from '../components/parts.ts'
import { useShell, useWidth } from '../components/shell.ts'
import type { ScreenProps } from './screen.ts'
import { optionItems, useStageForm } from './use-stage-form.ts'

export function FileRouteScreen(props: ScreenProps) {
  const { texts } = useShell()
  const width = useWidth()
  const { fields } = props.stage
  const form = useStageForm(props, fields.flatMap(optionItems))
  const lines = fields.flatMap((each) => choiceLines(each, form.focus.id, texts, width))
  return (
    <Page
      body={[lines, form.tail]}
      focus={form.focus.id}
      scopes={form.focus.item?.scopes ?? []}
      onAction={form.handle}
      onNext={form.next}
    />
  )
}
