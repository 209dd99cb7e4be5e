import { isFileBlocker } from '@wxcc-onboard/core'
import { type Judged, judge, readMode } from '../csv/judge.ts'
import type { Exit } from '../exit.ts'
import { understood, understoodLines } from '../output/csv-text.ts'
import { createPaint } from '../output/paint.ts'
import type { Context } from './context.ts'
import {
  acknowledgedCodes,
  type CsvOptions,
  groundOf,
  mendFile,
  openFile,
  placedProblems,
  tellProblems,
} from './csv-read.ts'

/** Says what is understood of a file and all that is wrong with it; signs in nowhere and writes nothing. */
export async function checkCsv(context: Context<CsvOptions>, path: string): Promise<Exit> {
  const { options, output, sentences, world } = context
  const opened = await openFile(context, path)
  const { file, baseline } = opened
  const given = readMode(options.mode)
  const mode = given ?? 'add-only'
  acknowledgedCodes(options)
  const ground = groundOf(context, opened)
  const mended = await mendFile(context, opened)
  const judged = judge(file, mended, options, { ...ground, mode })
  const paint = createPaint(world.stdout)
  output.result('file', understood(judged))
  output.result('damages', judged.damages)
  output.say(understoodLines(judged, sentences, paint).join('\n'))
  if (given === undefined) {
    output.say(
      sentences.t('output.csv.mode-open', {
        count: removalsOf(judge(file, mended, options, { ...ground, mode: 'add-and-remove' })),
      }),
    )
  }
  if (baseline !== undefined) {
    const hours = baseline.ageInHours === undefined ? undefined : Math.floor(baseline.ageInHours)
    output.say(sentences.t('output.csv.baseline', { path: baseline.path, hours }))
  }
  tellProblems(context, placedProblems(judged))
  const { rows, rejected } = judged.reading
  const counts = { in: judged.sheet.table.records.length, understood: rows.length, rejected: rejected.length }
  output.say(`\n${sentences.t('output.csv.rows', counts)}`)
  const blocking = judged.problems.filter((problem) => isFileBlocker(problem, options.acknowledge))
  if (blocking.length === 0) return 'done'
  output.say(sentences.t('output.csv.blocked', { count: blocking.length }))
  return 'refused'
}

function removalsOf({ problems }: Judged): number {
  return Number(problems.find(({ code }) => code === 'csv.removals')?.facts['people'] ?? 0)
}
