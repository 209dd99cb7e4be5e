import type { KeptDraft, RunSummary } from '@wxcc-onboard/core'
import { stages } from '@wxcc-onboard/core'
import { type FocusItem, useFocus } from '../components/focus.ts'
import { blank, type Line, line, sentence, tone } from '../components/line.ts'
import { Page } from '../components/page.tsx'
import { mark } from '../components/parts.ts'
import { useShell, useWidth } from '../components/shell.ts'
import type { Action } from '../keys/bindings.ts'
import { Standalone, type StandaloneProps } from './standalone.tsx'

export interface ResumeScreenProps extends StandaloneProps {
  readonly runs: readonly RunSummary[]
  /** Answers that were not approved. */
  readonly drafts?: readonly KeptDraft[]
  /** The id of a run or of a draft; undefined starts a new run. */
  onChoose(runId: string | undefined): void
  /** Throws the draft of a run away. */
  onRemove?(runId: string): void
}

/** Runs that are not finished: go on with one, or start anew. */
export function ResumeScreen(props: ResumeScreenProps) {
  return (
    <Standalone heading={props.texts.t('ui.resume.heading')} {...props}>
      <ResumePage {...props} />
    </Standalone>
  )
}

const anew = 'anew'

function ResumePage({ runs, drafts = [], onChoose, onRemove }: ResumeScreenProps) {
  const { texts } = useShell()
  const width = useWidth()
  const items = [
    ...runs.map(({ runId: id }): FocusItem => ({ id, group: id, scopes: ['option', 'list'] })),
    ...drafts.map(({ runId: id }): FocusItem => ({ id, group: id, scopes: ['option', 'draft', 'list'] })),
    { id: anew, group: anew, scopes: ['option', 'list'] } satisfies FocusItem,
  ]
  const focus = useFocus(items)
  const onAction = (action: Action) => {
    if (focus.move(action) || !focus.id) return
    if (action === 'draft.remove') return onRemove?.(focus.id)
    onChoose(focus.id === anew ? undefined : focus.id)
  }
  const dates = new Intl.DateTimeFormat(texts.locale, { dateStyle: 'medium', timeStyle: 'short' })
  const body: Line[] = [
    ...sentence(texts.t('ui.resume.title', { runs: runs.length + drafts.length }), width, 'strong'),
    blank,
    ...runs.map((run): Line => {
      const facts = {
        organization: run.organization.name,
        people: run.people,
        kind: run.kind ?? 'people',
        state: run.state,
        when: dates.format(run.changedAt),
      }
      return {
        ...line(
          mark(focus.id === run.runId),
          tone(focus.id === run.runId ? 'focus' : 'plain', texts.t('ui.resume.run', facts)),
        ),
        id: run.runId,
      }
    }),
    ...drafts.map(({ runId, organization, request, stage, changedAt }): Line => {
      const known = stages.find((one) => one === stage) ?? 'people'
      const facts = {
        organization: organization.name,
        people: request.people.length,
        stage: texts.t(`stage.${known}`),
        when: dates.format(changedAt),
      }
      return {
        ...line(
          mark(focus.id === runId),
          tone(focus.id === runId ? 'focus' : 'plain', texts.t('ui.resume.draft', facts)),
        ),
        id: runId,
      }
    }),
    {
      ...line(
        mark(focus.id === anew),
        tone(focus.id === anew ? 'focus' : 'plain', texts.t('ui.resume.anew')),
      ),
      id: anew,
    },
  ]
  return <Page body={[body]} focus={focus.id} scopes={focus.item?.scopes ?? []} onAction={onAction} />
}
