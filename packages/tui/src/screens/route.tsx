import { choiceLines } from '../components/parts.ts'
import { useShell, useWidth } from '../components/shell.ts'
import type { Action } from '../keys/bindings.ts'
import { FormPage } from './form-page.tsx'
import type { ScreenProps } from './screen.ts'
import { optionItems, useStageForm } from './use-stage-form.ts'

/** One by one, or with a file: as Control Hub asks under Manage Users (ENTRY-3, CSV-5). */
export function RouteScreen(props: ScreenProps) {
  const { texts } = useShell()
  const width = useWidth()
  const { fields } = props.stage
  const [field] = fields
  const form = useStageForm(props, fields.flatMap(optionItems), {
    initial: field && `${field.id}=${field.value}`,
  })
  const onAction = (action: Action) => {
    const option = field?.options.find(({ value }) => form.focus.id === `${field.id}=${value}`)
    form.handle(action)
    // There is nothing else to say here: Enter answers and goes on.
    if (action === 'option.accept' && option && !option.disabled) form.tryNext()
  }
  const lines = fields.flatMap((each) => choiceLines(each, form.focus.id, texts, width))
  return <FormPage form={form} body={[lines, form.tail]} onAction={onAction} />
}
