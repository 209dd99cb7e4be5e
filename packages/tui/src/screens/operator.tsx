import type { ScreenProps } from './screen.ts'
import { FailedPage, WorkingPage } from './sign-in.tsx'
import { openTask, TaskPage } from './task-page.tsx'

/** What has no API is done by a person, one task at a time. */
export function OperatorScreen(props: ScreenProps) {
  const { view, send } = props
  const task = openTask(view)
  if (view.mode === 'failed')
    return <FailedPage view={view} onRetry={() => send({ type: 'connection.retry' })} />
  return task ? <TaskPage {...props} task={task} /> : <WorkingPage text="ui.working" />
}
