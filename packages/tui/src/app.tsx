import { documentedPace, type Onboarding, type Stage, type StageView, type View } from '@wxcc-onboard/core'
import { useWindowSize } from 'ink'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { reasonText } from './components/parts.ts'
import { nextText, problemText } from './components/problems.ts'
import { type Overlay, type Shell, ShellContext, type TrailStop } from './components/shell.ts'
import type { TextKey, Texts } from './i18n/texts.ts'
import { Keyboard } from './keys/keyboard.tsx'
import { type FileOutcomes, noOutcomes } from './screens/file-outcome.ts'
import { emptyShelf, type FileShelf } from './screens/file-shelf.ts'
import type { Screen } from './screens/screen.ts'
import { screens } from './screens/screens.ts'
import { SettledRows } from './screens/settled.tsx'
import { useOnboarding } from './use-onboarding.ts'

export interface WindowSize {
  readonly columns: number
  readonly rows: number
}

export interface AppProps {
  readonly onboarding: Onboarding
  readonly texts: Texts
  readonly notice?: {
    readonly isSandbox: boolean
    readonly consoleUrl?: string
    readonly organizationName?: string
  }
  /** The commands that do the same without the wizard, one a line. */
  readonly equivalent?: (view: View) => readonly string[]
  /** Requests a minute that plans are forecast at. @default what Cisco documents for Contact Center */
  readonly pace?: number
  /** Files to choose from. @default none */
  readonly files?: FileShelf
  /** What came of the rows of a file. */
  readonly outcomes?: FileOutcomes
  /** The command that goes on with the run later. @default `wxcc-onboard resume RUN` */
  readonly resumeCommand?: (runId: string) => string
  /** Instead of the terminal's own size. */
  readonly size?: WindowSize
  /** False where NO_COLOR is set. @default true */
  readonly isColored?: boolean
  /** Leaves the wizard. Whoever started the engine stops it. */
  onLeave(): void
}

/** The wizard: one screen for each stage of the procedure. */
export function App(props: AppProps) {
  const { onboarding, texts, equivalent, size, resumeCommand = resumeByDefault } = props
  const { files = emptyShelf, outcomes = noOutcomes, pace = documentedPace } = props
  const outcome = useSyncExternalStore(outcomes.subscribe, outcomes.get)
  const window = useWindowSize()
  const { view, send } = useOnboarding(onboarding)
  const [overlay, setOverlay] = useState<Overlay>('none')
  const [notice, setNotice] = useState<{ stage: Stage; text: string }>()

  // What was said about one stage is no longer said in the next.
  const notify = useCallback(
    (text: string | undefined) =>
      setNotice(text === undefined ? undefined : { stage: onboarding.getView().stage, text }),
    [onboarding],
  )

  useEffect(
    () =>
      onboarding.on('command.refused', ({ command, problem }) => {
        const refusal = command === 'stage.next' ? onboarding.getView().can.next : true
        notify(
          refusal === true
            ? `${problemText(problem, texts)} ${nextText(problem, texts)}`
            : texts.t('ui.notYet', { reason: reasonText(refusal, texts) }),
        )
      }),
    [onboarding, texts, notify],
  )

  const stage = view.stages.find(({ id }) => id === view.stage)
  if (!stage) throw new Error(`The view has no stage ${view.stage}`)
  const ScreenOfStage: Screen = screens[view.stage]
  const shell: Shell = {
    ...placeOf(view, stage, props),
    texts,
    size: size ?? window,
    isColored: props.isColored ?? true,
    notice: notice?.stage === view.stage ? notice.text : undefined,
    overlay,
    setOverlay,
    notify,
    onBack: view.can.back === true ? () => send({ type: 'stage.back' }) : undefined,
    onJump(id) {
      setOverlay('none')
      if (id !== view.stage) send({ type: 'stage.jump', stage: id as Stage })
    },
    onLeave() {
      if (view.stage === 'saving' && view.can.stop === true) send({ type: 'run.stop' })
      props.onLeave()
    },
  }
  return (
    <ShellContext value={shell}>
      <Keyboard>
        <SettledRows onboarding={onboarding} />
        <ScreenOfStage
          key={view.stage}
          view={view}
          stage={stage}
          personAt={onboarding.getPerson}
          send={send}
          equivalent={equivalent?.(view) ?? []}
          pace={pace}
          files={files}
          outcome={outcome}
          resume={resumeCommand(view.runId)}
        />
      </Keyboard>
    </ShellContext>
  )
}

type Place = Pick<
  Shell,
  'heading' | 'aside' | 'consoleUrl' | 'trail' | 'rules' | 'docsUrl' | 'mustConfirmLeave' | 'leaveQuestion'
>

function placeOf(view: View, stage: StageView, { texts, notice }: AppProps): Place {
  const { t } = texts
  const organization = view.organization?.name ?? notice?.organizationName ?? ''
  const question = leaveQuestion(view)
  return {
    heading: t('ui.step', { ...view.position, title: t(stage.titleKey) }),
    aside: [notice?.isSandbox ? t('ui.sandbox') : '', organization].filter(Boolean).join(' · '),
    consoleUrl: notice?.consoleUrl,
    trail: view.stages.map((each) => stopOf(each, texts)),
    rules: stage.rules,
    docsUrl: stage.docsUrl,
    mustConfirmLeave: question !== undefined,
    leaveQuestion: question ? t(question) : '',
  }
}

function stopOf({ id, titleKey, status, disabled }: StageView, texts: Texts): TrailStop {
  return {
    id,
    label: texts.t(titleKey),
    status,
    ...(disabled ? { refusal: reasonText(disabled, texts) } : {}),
  }
}

/** Leaving asks once there is something to lose; undefined when there is not. */
function leaveQuestion({ stage, mode, people, file }: View): TextKey | undefined {
  if (mode === 'ended' || stage === 'report') return undefined
  if (stage === 'saving') return 'ui.leave.saving'
  if (stage === 'operator' || stage === 'syncing' || stage === 'verifying') return 'ui.leave.open'
  return people.length > 0 || file?.opened !== undefined ? 'ui.leave.answers' : undefined
}

function resumeByDefault(runId: string): string {
  return `wxcc-onboard resume ${runId}`
}
