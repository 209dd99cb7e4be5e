import type { RunSummary } from '@wxcc-onboard/core'
import { type FocusItem, useFocus } from '../components/focus.ts'
import { blank, type Line, line, sentence, tone } from '../components/line.ts'
import { Page } from '../components/page.tsx'
import { mark } from '../components/parts.ts'
import { useShell, useWidth } from '../components/shell.ts'
import type { Action } from '../keys/bindings.ts'
import { Standalone, type StandaloneProps } from './standalone.tsx'

export interface ResumeScreenProps extends StandaloneProps {
  readonly runs: readonly RunSummary[]
  /** Undefined starts a new run. */
  onChoose(runId: string | undefined): void
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

function ResumePage({ runs, onChoose }: ResumeScreenProps) {
  const { texts } = useShell()
  const width = useWidth()
  const ids = [...runs.map(({ runId }) => runId), anew]
  const focus = useFocus(ids.map((id): FocusItem => ({ id, group: id, scopes: ['option', 'list'] })))
  const onAction = (action: Action) => {
    if (focus.move(action) || !focus.id) return
    onChoose(focus.id === anew ? undefined : focus.id)
  }
  const dates = new Intl.DateTimeFormat(texts.locale, { dateStyle: 'medium', timeStyle: 'short' })
  const body: Line[] = [
    ...sentence(texts.t('ui.resume.title', { runs: runs.length }), width, 'strong'),
    blank,
    ...runs.map((run): Line => {
      const facts = {
        organization: run.organization.name,
        people: run.people,
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
