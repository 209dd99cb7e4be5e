import type { Plan, StepOutcome, View } from '@wxcc-onboard/core'
import { headingLine } from '../components/legend.ts'
import { blank, type Line, line, sentence, tone, truncateMiddle } from '../components/line.ts'
import { Page } from '../components/page.tsx'
import { durationText } from '../components/parts.ts'
import { useShell, useWidth } from '../components/shell.ts'
import { useSpinner } from '../components/spinner.ts'
import type { Texts } from '../i18n/texts.ts'
import { outcomeLook, readStepKey, stepWords } from './outcome.ts'
import { PlanPage } from './review.tsx'
import type { ScreenProps } from './screen.ts'
import { FailedPage } from './sign-in.tsx'

/** What is being written: counts, what is in flight, time left. Settled rows stand above, in the scrollback. */
export function SavingScreen(props: ScreenProps) {
  const { view, send } = props
  const { texts, notify } = useShell()
  const width = useWidth()
  const spin = useSpinner(view.mode === 'working')
  if (view.mode === 'asking' && view.renewal !== undefined)
    return <MovedPage {...props} plan={view.renewal} />
  if (view.mode === 'failed') return <FailedPage view={view} onRetry={() => send({ type: 'run.retry' })} />
  const progress = progressLines(view, spin, texts, width)
  const body: Line[] = [
    ...progress,
    ...inFlightLines(view, texts, width),
    blank,
    ...sentence(texts.t('ui.saving.safe'), width, 'muted'),
  ]
  return (
    <Page
      body={[body]}
      scopes={view.can.stop === true ? ['saving'] : []}
      onAction={(action) => {
        if (action !== 'saving.stop') return
        send({ type: 'run.stop' })
        notify(texts.t('ui.saving.stopping'))
      }}
    />
  )
}

/** Everyone else is done; those who moved wait for an approval of their own. */
function MovedPage(props: ScreenProps & { readonly plan: Plan }) {
  const command = `${props.resume} --approve ${props.plan.hash.slice(0, 12)}`
  return <PlanPage {...props} key={props.plan.hash} equivalent={[command]} />
}

function progressLines({ progress }: View, spin: string, texts: Texts, width: number): Line[] {
  if (!progress) return [line(tone('accent', `${spin} `), texts.t('ui.working'))]
  const { t } = texts
  const { settled, total, secondsLeft, perMinute, counts } = progress
  const rate = perMinute === undefined ? '' : ` · ${t('ui.saving.rate', { perMinute })}`
  const left =
    secondsLeft === undefined ? '' : ` · ${t('ui.saving.left', { time: durationText(secondsLeft, texts) })}`
  return [
    ...sentence(
      `${t('ui.saving.progress', { settled, total })}${rate}${left}`,
      width,
      'strong',
      tone('accent', `${spin} `),
    ),
    barLine(settled, total, width),
    ...countLines(counts, texts),
  ]
}

/** The bar is an ornament: the numbers stand above it. */
function barLine(settled: number, total: number, width: number): Line {
  const room = Math.min(60, width)
  const full = total === 0 ? room : Math.floor((room * settled) / total)
  return line(tone('good', '━'.repeat(full)), tone('muted', '─'.repeat(room - full)))
}

const outcomes = Object.keys(outcomeLook) as StepOutcome[]

export function countLines(counts: Readonly<Record<StepOutcome, number>>, { t }: Texts): Line[] {
  return outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => {
      const [name, symbol] = outcomeLook[outcome]
      return line(tone(name, `  ${symbol} ${String(counts[outcome]).padStart(5)} `), t(`outcome.${outcome}`))
    })
}

const mostInFlight = 6

function inFlightLines({ progress }: View, { t }: Texts, width: number): Line[] {
  if (!progress || progress.inFlight.length === 0) return []
  return [
    blank,
    headingLine(t('ui.saving.inFlight')),
    ...progress.inFlight.slice(0, mostInFlight).map((key) => {
      const { kind, email } = readStepKey(key)
      return line(
        tone('muted', '  … '),
        truncateMiddle(email, Math.max(8, width - 26)),
        tone('muted', kind ? `  ${t(stepWords[kind])}` : ''),
      )
    }),
  ]
}
