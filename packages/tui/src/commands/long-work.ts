/** @module What is said before anything that takes more than a moment, so that nobody waits in front of nothing. */
import type { Onboarding } from '@wxcc-onboard/core'
import type { Context } from './context.ts'

const megabyte = 1024 * 1024

/** Some 30,000 rows, which are read in about a second. */
const longFile = 8 * megabyte

/** Fewer are looked up and planned in less than a second or two. */
const manyPeople = 5_000

/** Says that a long file is being read. */
export function tellReading({ world, output, sentences }: Context, path: string): void {
  const size = sizeOf(world.files, path)
  if (size < longFile) return
  output.note(sentences.t('output.reading', { path, size: Math.round(size / megabyte) }))
}

/** What cannot be read has no size; reading it tells why. */
function sizeOf(files: Context['world']['files'], path: string): number {
  try {
    return files.stat(path)?.size ?? 0
  } catch {
    return 0
  }
}

/** Says that many people are being looked up, and then that their plan is made. */
export function tellPlanning({ output, sentences }: Context, onboarding: Onboarding): () => void {
  return onboarding.on('stage.entered', ({ stage }) => {
    const people = onboarding.getView().people.length
    if (people < manyPeople) return
    if (stage === 'people') output.note(sentences.t('output.lookingUp', { people }))
    if (stage === 'review') output.note(sentences.t('output.planning', { people }))
  })
}
