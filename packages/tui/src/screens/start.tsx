import { type FocusItem, useFocus } from '../components/focus.ts'
import { blank, type Line, line, sentence, tone } from '../components/line.ts'
import { Page } from '../components/page.tsx'
import { mark, textFieldLine } from '../components/parts.ts'
import { useShell, useWidth } from '../components/shell.ts'
import { useTextFields } from '../components/use-text-fields.ts'
import type { Action } from '../keys/bindings.ts'
import { Standalone, type StandaloneProps } from './standalone.tsx'

/** A place to work in. `label` and `hint` are sentences already. */
interface StartChoice {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly needsToken?: boolean
}

export interface StartScreenProps extends StandaloneProps {
  /** The question, as a sentence. @default where people are to be added */
  readonly title?: string
  readonly choices: readonly StartChoice[]
  onChoose(id: string, token?: string): void
}

/** Where the work is to happen, asked before there is a run. */
export function StartScreen(props: StartScreenProps) {
  return (
    <Standalone heading={props.texts.t('ui.start.heading')} {...props}>
      <StartPage {...props} />
    </Standalone>
  )
}

function StartPage({ title, choices, onChoose }: StartScreenProps) {
  const { texts, notify } = useShell()
  const width = useWidth()
  const fields = useTextFields<string>()
  const focus = useFocus(choices.flatMap(itemsOf))
  const choice = choices.find(({ id }) => focus.id === id || focus.id === tokenId(id))

  const onAction = (action: Action) => {
    if (focus.move(action) || !choice || !focus.id) return
    if (focus.item?.isTyping && fields.edit(focus.id, action)) return
    if (!choice.needsToken) return onChoose(choice.id)
    if (!focus.item?.isTyping) return focus.focusOn(tokenId(choice.id))
    const token = fields.value(focus.id).trim()
    if (token === '') return notify(texts.t('ui.start.tokenEmpty'))
    onChoose(choice.id, token)
  }

  const body: Line[] = [
    ...sentence(title ?? texts.t('ui.start.title'), width, 'strong'),
    blank,
    ...choices.flatMap(({ id, label, hint, needsToken }): Line[] => [
      { ...line(mark(focus.id === id), tone(focus.id === id ? 'focus' : 'plain', label)), id },
      ...(hint ? sentence(hint, width, 'muted', { text: '    ' }) : []),
      ...(needsToken
        ? [
            textFieldLine(fields.field(tokenId(id)), {
              id: tokenId(id),
              isFocused: focus.id === tokenId(id),
              texts,
              width,
              label: `  ${texts.t('ui.start.token')}`,
              labelWidth: 0,
              isMasked: true,
            }),
            ...sentence(texts.t('ui.start.tokenHint'), width, 'muted', { text: '    ' }),
          ]
        : []),
    ]),
  ]
  return (
    <Page
      body={[body]}
      focus={focus.id}
      scopes={focus.item?.scopes ?? []}
      isTyping={focus.item?.isTyping ?? false}
      onAction={onAction}
      onText={(text) => focus.id && fields.insert(focus.id, text)}
      onPaste={(text) => focus.id && focus.item?.isTyping && fields.insert(focus.id, text.trim())}
    />
  )
}

function itemsOf({ id, needsToken }: StartChoice): FocusItem[] {
  return [
    { id, group: id, scopes: ['option', 'list'] },
    ...(needsToken
      ? [{ id: tokenId(id), group: id, scopes: ['text', 'list'], isTyping: true } as const]
      : []),
  ]
}

function tokenId(id: string): string {
  return `token:${id}`
}
