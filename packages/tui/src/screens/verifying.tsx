import { OperatorScreen } from './operator.tsx'
import type { ScreenProps } from './screen.ts'
import { WorkingPage } from './sign-in.tsx'
import { openTask } from './task-page.tsx'

/** Reading everything back (SYNC-3); on 1.0 a person looks into the Users module. */
export function VerifyingScreen(props: ScreenProps) {
  const { view } = props
  if (view.mode === 'working' && !openTask(view)) return <WorkingPage text="ui.verifying.reading" />
  return <OperatorScreen {...props} />
}
