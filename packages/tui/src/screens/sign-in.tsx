import { blank, type Line, line, sentence, tone } from '../components/line.ts'
import { Page } from '../components/page.tsx'
import { problemsLines } from '../components/problems.ts'
import { useShell, useWidth } from '../components/shell.ts'
import { useSpinner } from '../components/spinner.ts'
import { symbols } from '../theme.ts'
import type { ScreenProps } from './screen.ts'

/** Connecting to the organization; when that failed, why, and retry. */
export function SignInScreen({ view, send }: ScreenProps) {
  if (view.mode === 'failed')
    return <FailedPage view={view} onRetry={() => send({ type: 'connection.retry' })} />
  return <WorkingPage text="ui.signIn.connecting" />
}

export function WorkingPage({
  text,
}: {
  text:
    | 'ui.signIn.connecting'
    | 'ui.review.working'
    | 'ui.verifying.reading'
    | 'ui.working'
    | 'ui.file.exporting'
    | 'ui.file.opening'
    | 'ui.file.looking'
    | 'ui.import.releasing'
}) {
  const { texts } = useShell()
  const spin = useSpinner()
  const width = useWidth()
  return <Page body={[sentence(texts.t(text), width, 'plain', tone('accent', `${spin} `))]} />
}

/** The same wherever the outside did not answer: what happened and a key to try again. */
export function FailedPage({ view, onRetry }: { view: ScreenProps['view']; onRetry(): void }) {
  const { texts } = useShell()
  const width = useWidth()
  const body: Line[] = [
    line(
      tone('bad', `${symbols.failed} ${texts.t(view.stage === 'signIn' ? 'ui.signIn.failed' : 'ui.failed')}`),
    ),
    blank,
    ...problemsLines(view.problems, texts, width),
  ]
  return (
    <Page body={[body]} scopes={['failed']} onAction={(action) => action === 'failed.retry' && onRetry()} />
  )
}
