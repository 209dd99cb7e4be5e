import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Exit, Trouble } from '../exit.ts'
import { carryOut } from './carry-out.ts'
import type { Context, FormatOptions, PlaceOptions } from './context.ts'
import { readPlatform } from './place.ts'
import { tellPlan } from './plan.ts'
import { readRequestFile } from './request-file.ts'
import { takeRun } from './run-list.ts'
import { inPlace, review } from './walk.ts'

type StartOptions = PlaceOptions & FormatOptions

/** Shows what this is, on a practice organization: the wizard in a terminal, the same as text without one. */
export async function start(context: Context<StartOptions>): Promise<Exit> {
  const { world, options } = context
  if (world.hasTerminal && options.json !== true && options.ndjson !== true) {
    const { wizard } = await import('./wizard.ts')
    return wizard({ ...context, options: { ...options, sandbox: true } })
  }
  return startAsText({ ...context, options: { ...options, sandboxFresh: true } })
}

async function startAsText(context: Context<StartOptions>): Promise<Exit> {
  const { world, output, sentences, options } = context
  const example =
    readPlatform(options.platform ?? 'new') === 'new' ? 'new-platform.yaml' : 'platform-1.0.yaml'
  const file = readRequestFile(world, findExample(example), `examples/${example}`)
  output.say(`${sentences.t('output.start.no-terminal', { example })}\n`)
  return inPlace(context, 'auto', async (place) => {
    const { onboarding, view, plan } = await review(context, place, file.request, file)
    try {
      tellPlan(context, view, file)
      await takeRun(place, view.runId)
      output.say(`\n${sentences.t('output.apply.begin', { hash: plan.hash.slice(0, 12), run: view.runId })}`)
      const begin = () => onboarding.send({ type: 'plan.approve', hash: plan.hash })
      return await carryOut(context, place, onboarding, 'auto', begin)
    } finally {
      await onboarding.stop()
    }
  })
}

/** The build puts the examples beside the program; unbuilt they are at the root of the workspace. */
function findExample(name: string): string {
  const candidates = ['./examples/', '../../../../examples/'].map((folder) =>
    fileURLToPath(new URL(`${folder}${name}`, import.meta.url)),
  )
  const found = candidates.find((candidate) => existsSync(candidate))
  if (found === undefined) throw new Trouble('file.missing', { path: name })
  return found
}
