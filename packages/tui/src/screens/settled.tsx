import type { StepResult, View } from '@wxcc-onboard/core'
import { Static } from 'ink'
import { useRef } from 'react'
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
export function SettledRows({ view }: { view: View }) {
  const { texts, isColored } = useShell()
  const width = useWidth()
  const rows = useSettled(view)
  return (
    <Static items={[...rows]}>
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

/** Grows only: a step that is retried is told again. */
function useSettled({ progress }: View): readonly Settled[] {
  const seen = useRef(new Map<string, string>())
  const rows = useRef<readonly Settled[]>([])
  const fresh = (progress?.results ?? []).filter(
    ({ key, result }) => result.outcome !== 'not-attempted' && seen.current.get(key) !== result.outcome,
  )
  if (fresh.length > 0) {
    for (const { key, result } of fresh) seen.current.set(key, result.outcome)
    const from = rows.current.length
    rows.current = [...rows.current, ...fresh.map((each, index) => ({ ...each, id: `${from + index}` }))]
  }
  return rows.current
}
