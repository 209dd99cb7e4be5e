import { createInterface } from 'node:readline/promises'
import type { Damage } from '@wxcc-onboard/core'
import { safe } from '../output/safe.ts'
import type { Context } from './context.ts'

/** Shows each repair and takes y, n, a (this and all that follow) or q (none that follow). */
export async function askForRepairs(
  { world, sentences }: Context,
  damages: readonly Damage[],
): Promise<(damage: Damage) => boolean> {
  const agreed = new Set<Damage>()
  const questions = damages.filter(({ proposed }) => proposed !== undefined)
  const prompt = createInterface({ input: world.stdin, output: world.stdout })
  try {
    for (const [index, damage] of questions.entries()) {
      const { line, column, header, found, proposed, kind } = damage
      const facts = { line, column: column + 1, header, found, proposed, kind, of: questions.length }
      const answer = await prompt.question(
        `${safe(sentences.t('output.csv.ask', { ...facts, number: index + 1 }))} `,
      )
      const key = answer.trim().toLowerCase()
      if (key === 'q') break
      if (key === 'a') {
        for (const rest of questions.slice(index)) agreed.add(rest)
        break
      }
      if (key === 'y') agreed.add(damage)
    }
  } finally {
    prompt.close()
  }
  return (damage) => agreed.has(damage)
}
