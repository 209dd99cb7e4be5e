import { findSamePeople, type Plan } from '@wxcc-onboard/core'
import { problemData } from '../output/output.ts'
import { createPaint } from '../output/paint.ts'
import { problemLines } from '../output/text.ts'
import type { Context } from './context.ts'
import type { Place } from './place.ts'

/** Warns of other unfinished runs about the same people, where no review does. */
export async function tellSamePeople(
  { world, output, sentences }: Context,
  { journal }: Place,
  run: string,
  plan: Plan,
): Promise<void> {
  const problems = await findSamePeople(plan, run, journal)
  const paint = createPaint(world.stdout)
  for (const problem of problems) output.say(problemLines(problem, sentences, paint).join('\n'))
  if (problems.length > 0)
    output.result(
      'problems',
      problems.map((problem) => problemData(problem, sentences)),
    )
}
