/** @module An import in Control Hub in words: parts as they are released, seen and settled, and how to go on. */
import { type Fact, importModeNames, type Onboarding, type View } from '@wxcc-onboard/core'
import { type Exit, Trouble } from '../exit.ts'
import { commandFor } from './command-for.ts'
import type { Context, OperatorMode, PlaceOptions } from './context.ts'
import type { Place } from './place.ts'

type Part = Extract<Fact, { type: 'part.released' }>

/** Follows the files of a run, and says how to go on where one of them waits for a person. */
export function followImport(
  context: Context<PlaceOptions>,
  { consoleUrl }: Pick<Place, 'consoleUrl'>,
  onboarding: Onboarding,
  mode: OperatorMode,
) {
  const { output, sentences } = context
  let reason: string | undefined
  const begin = () => {
    const { importing, runId } = onboarding.getView()
    if (importing === undefined) return
    const count = importing.parts.length
    output.say(`\n${sentences.t('output.csv.import.begun', { id: runId, count })}`)
  }
  const listeners = [
    onboarding.on('plan.approved', begin),
    onboarding.on('part.released', (part) => {
      const view = onboarding.getView()
      tellPart(context, view, part)
      if (mode === 'wait' && isReadable(view)) tellWaiting(context, view, part, consoleUrl)
    }),
    onboarding.on('part.settled', ({ number, rows, counts: { failed } }) => {
      const facts = { number, rows, held: rows - failed, isComplete: failed === 0 }
      output.say(sentences.t('output.csv.import.seen', facts))
      const { importing } = onboarding.getView()
      if (number === importing?.parts.length) output.say(`\n${sentences.t('output.csv.import.finished')}`)
    }),
    onboarding.subscribe(({ stage, problems }) => {
      if (stage === 'importing') reason = messageOf(problems)
    }),
  ]
  return {
    stop(): void {
      for (const stop of listeners) stop()
    },
    /** How a run ends whose files are not all imported; undefined where there are none left. */
    ending(view: View, isInterrupted: boolean): Exit | undefined {
      const turn = turnOf(view)
      if (turn === undefined) return undefined
      const commands = importCommands(context.options, view, turn.number)
      if (isInterrupted) throw new Trouble('csv.import-stopped', commands)
      if (mode === 'auto' && reason !== undefined)
        throw new Trouble('csv.import-refused', { reason, command: commands.command })
      output.say(sentences.t('output.csv.import.open', { number: turn.number, ...commands }))
      output.result('waiting', { part: turn.number, path: turn.path, ...commands })
      return 'waiting'
    },
  }
}

/** The part that waits for a person; undefined where all are over, or given up. */
export function turnOf({ importing }: Pick<View, 'importing'>) {
  return importing?.parts.find(({ number }) => number === importing.turn?.number)
}

/** How to go on with an import, and how to say that a part is over whatever came of it. */
export function importCommands(options: PlaceOptions, { runId }: Pick<View, 'runId'>, part: number) {
  return {
    command: commandFor(options, 'csv', 'resume', runId),
    claim: commandFor(options, 'csv', 'resume', runId, '--imported', String(part)),
  }
}

function isReadable({ tasks }: View): boolean {
  return tasks.some(({ kind, verifiedBy }) => kind === 'import-file' && verifiedBy === 'reading')
}

function tellPart(
  { output, sentences }: Context,
  { importing, runId }: View,
  { type: _, ...part }: Part,
): void {
  if (importing === undefined) return
  const modeName = importModeNames[importing.mode]
  output.say(`\n${sentences.t('output.csv.import.part', { ...part, mode: modeName })}`)
  output.result('import', { id: runId, parts: importing.parts.length })
}

function tellWaiting(
  { output, sentences, options }: Context<PlaceOptions>,
  view: View,
  { number }: Part,
  consoleUrl: string | undefined,
): void {
  const commands = importCommands(options, view, number)
  output.say(
    sentences.t('output.csv.import.waiting', { number, consoleUrl: consoleUrl ?? 'none', ...commands }),
  )
}

function messageOf(problems: View['problems']): string | undefined {
  const trouble = problems.find(({ severity }) => severity === 'error')
  return trouble === undefined ? undefined : String(trouble.facts['message'] ?? trouble.code)
}
