import { createInterface, type Interface } from 'node:readline/promises'
import type { Damage } from '@wxcc-onboard/core'
import { Trouble } from '../exit.ts'
import { safe } from '../output/safe.ts'
import type { Context } from './context.ts'

type Key = 'y' | 'n' | 'a' | 'q'

/** Shows each repair and takes y, n, a (this and all that follow) or q (none that follow; so does the end of input). */
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
      const question = `${safe(sentences.t('output.csv.ask', { ...facts, number: index + 1 }))} `
      const key = await askForKey(prompt, question)
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

const keys: readonly Key[] = ['y', 'n', 'a', 'q']

/** Any other answer is asked again: nobody agrees or declines by mistyping. */
async function askForKey(prompt: Interface, question: string): Promise<Key> {
  for (;;) {
    const typed = await answerOf(prompt, question)
    const key = keys.find((one) => one === typed.trim().toLowerCase())
    if (key !== undefined) return key
  }
}

function answerOf(prompt: Interface, question: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const end = () => resolve('q')
    const interrupt = () => reject(new Trouble('csv.repair-interrupted'))
    prompt.once('close', end)
    prompt.once('SIGINT', interrupt)
    prompt
      .question(question)
      .then(resolve, reject)
      .finally(() => {
        prompt.off('close', end)
        prompt.off('SIGINT', interrupt)
      })
  })
}
