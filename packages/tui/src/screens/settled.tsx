import type { Onboarding, StepResult } from '@wxcc-onboard/core'
import { Static } from 'ink'
import { useEffect, useState } from 'react'
import { Row } from '../components/frame.tsx'
import { fit, line, printable, tone, truncateMiddle } from '../components/line.ts'
import { problemText } from '../components/problems.ts'
import { useShell, useWidth } from '../components/shell.ts'
import { outcomeLook, readStepKey, stepWords } from './outcome.ts'

interface Settled {
  readonly id: string
  readonly key: string
  readonly email: string
  readonly result: StepResult
}

/** Each settled step, written once above the live screen, where it stays in the scrollback. */
export function SettledRows({ onboarding }: { onboarding: Onboarding }) {
  const { texts, isColored } = useShell()
  const width = useWidth()
  const rows = useSettled(onboarding)
  return (
    <Static items={rows as Settled[]}>
      {({ id, key, email, result }) => {
        const { kind } = readStepKey(key)
        const [name, symbol] = outcomeLook[result.outcome]
        const word = kind ? texts.t(stepWords[kind]) : key
        const why = result.problem ? ` – ${problemText(result.problem, texts)}` : ''
        const row = line(
          tone(name, `${symbol} `),
          truncateMiddle(email, Math.max(12, Math.floor(width / 2))),
          tone('muted', `  ${word}: `),
          tone(name, texts.t(`outcome.${result.outcome}`)),
          tone('muted', why),
        )
        return <Row key={id} line={fit(printable(row), width)} isColored={isColored} />
      }}
    </Static>
  )
}

/** Grows only: a step that is retried is told again. What was settled before a run was resumed is not. */
function useSettled(onboarding: Onboarding): readonly Settled[] {
  const [rows, setRows] = useState<readonly Settled[]>([])
  useEffect(() => {
    let fresh: Settled[] = []
    let count = 0
    return onboarding.on('step.settled', ({ key, result }) => {
      if (result.outcome === 'not-attempted') return
      fresh.push({ id: `${count}`, key, email: onboarding.getStep(key)?.email ?? key, result })
      count += 1
      // Those of a lot come together: one copy for all of them.
      if (fresh.length === 1)
        queueMicrotask(() => {
          const added = fresh
          fresh = []
          setRows((before) => [...before, ...added])
        })
    })
  }, [onboarding])
  return rows
}
