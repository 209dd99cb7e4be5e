import { personKey, readPeopleList, type View } from '@wxcc-onboard/core'
import type { FocusItem } from '../components/focus.ts'
import { blank, type Line, line, sentence, tone, truncateMiddle } from '../components/line.ts'
import { Page } from '../components/page.tsx'
import { mark, textFieldLine } from '../components/parts.ts'
import { useShell, useWidth } from '../components/shell.ts'
import type { TextFieldState } from '../components/text-field-state.ts'
import { useTextFields } from '../components/use-text-fields.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Action } from '../keys/bindings.ts'
import { symbols } from '../theme.ts'
import type { ScreenProps } from './screen.ts'
import { type StageForm, useStageForm } from './use-stage-form.ts'

const input = 'address'

/** Who has a trial account of their own (PRE-1): addresses, or nobody. */
export function PrerequisitesScreen(props: ScreenProps) {
  const { texts, consoleUrl } = useShell()
  const width = useWidth()
  const emails = trialAccountsOf(props)
  const fields = useTextFields<typeof input>()
  const items: readonly FocusItem[] = [
    { id: input, group: input, scopes: ['text', 'list'], isTyping: true },
    ...emails.map(
      (email): FocusItem => ({ id: `email:${email}`, group: 'emails', scopes: ['addresses', 'list'] }),
    ),
  ]
  const form = useStageForm(props, items, { initial: input })
  const { focus } = form
  const set = (next: readonly string[]) => props.send({ type: 'trialAccounts.set', emails: next })
  const add = (text: string) => set(joined(emails, text))

  const onNext = () => {
    if (fields.value(input).trim() === '') return form.next()
    add(fields.value(input))
    fields.reset()
    form.tryNext()
  }

  const onAction = (action: Action) => {
    if (action === 'button.press') return onNext()
    if (focus.id === input && action === 'text.submit') {
      if (fields.value(input).trim() === '') return focus.focusOn('continue')
      add(fields.value(input))
      return fields.reset()
    }
    if (focus.id === input && fields.edit(input, action)) return
    if (action === 'addresses.remove') return set(emails.filter((email) => `email:${email}` !== focus.id))
    form.handle(action)
  }

  const body = [
    ...connectedLines(props.view, consoleUrl, texts, width),
    ...bodyLines(emails, fields.field(input), form, texts, width),
  ]
  return (
    <Page
      body={[body]}
      focus={focus.id}
      scopes={focus.item?.scopes ?? []}
      isTyping={focus.item?.isTyping ?? false}
      onAction={onAction}
      onNext={onNext}
      onText={(text) => fields.insert(input, text)}
      onPaste={add}
    />
  )
}

function trialAccountsOf({ stage }: ScreenProps): readonly string[] {
  const value = stage.fields.find(({ kind }) => kind === 'addresses')?.value
  return typeof value === 'object' ? value : []
}

/** What is not an address is kept as typed, so that it can be seen and removed. */
function joined(emails: readonly string[], text: string): readonly string[] {
  const { people, problems } = readPeopleList(text)
  const unread = problems.flatMap(({ facts }) => (typeof facts['text'] === 'string' ? [facts['text']] : []))
  const all = [...emails, ...people.map(({ email }) => email), ...unread]
  return [...new Map(all.map((email) => [personKey(email), email])).values()]
}

function bodyLines(
  emails: readonly string[],
  state: TextFieldState,
  { focus, tail }: StageForm,
  texts: Texts,
  width: number,
): Line[] {
  const { t } = texts
  const listed = emails.length === 0 ? t('ui.trial.none') : t('ui.trial.listed', { count: emails.length })
  return [
    blank,
    ...sentence(t('ui.trial.intro'), width),
    blank,
    ...sentence(t('ui.trial.who'), width, 'muted'),
    blank,
    ...sentence(t('ui.trial.hint'), width, 'muted'),
    textFieldLine(state, {
      id: input,
      isFocused: focus.id === input,
      texts,
      width,
      label: t('ui.trial.field'),
      labelWidth: 0,
    }),
    line(tone('muted', `  ${listed}`)),
    ...emails.map((email) => ({
      ...line(mark(focus.id === `email:${email}`), truncateMiddle(email, width - 2)),
      id: `email:${email}`,
    })),
    ...tail,
  ]
}

/** Whose organization this is: the moment to notice that it is the wrong one. */
function connectedLines(
  { organization, operator }: View,
  consoleUrl: string | undefined,
  texts: Texts,
  width: number,
): Line[] {
  const { t } = texts
  if (!organization || !operator) return []
  const { administrator, email } = operator
  return [
    ...sentence(
      t('ui.signIn.connected', { organization: organization.name }),
      width,
      'good',
      tone('good', `${symbols.done} `),
    ),
    ...sentence(t('ui.signIn.as', { email: email ?? 'none', role: administrator }), width, 'muted', {
      text: '  ',
    }),
    ...(consoleUrl
      ? sentence(t('ui.signIn.console', { url: consoleUrl }), width, 'muted', { text: '  ' })
      : []),
  ]
}
