/** @module What comes after a file's people are there: the details of their agents (CSV-16, C-9). */
import { type CsvTable, type Plan, readAgentSheet, type View } from '@wxcc-onboard/core'
import type { NextForAgents } from '../screens/file-outcome.ts'
import { commandFor } from './command-for.ts'
import type { Context, PlaceOptions } from './context.ts'

type Source = { readonly path: string; readonly table: CsvTable } | undefined

/** Where a file has details beside its rows they are taken from it, else its people are written for them. */
export function agentsNext(
  { options }: Context<PlaceOptions>,
  source: Source,
  { runId, plan }: Partial<Pick<View, 'runId' | 'plan'>>,
): NextForAgents | undefined {
  const platform = plan?.platform ?? options.platform
  if (source !== undefined && readAgentSheet(source.table).ok) {
    const words = ['csv', 'agents', source.path, ...(platform === undefined ? [] : ['--platform', platform])]
    return { isInFile: true, command: commandFor(options, ...words) }
  }
  // Platform 1.0 takes them in a template that only the Management Portal has; a forgotten run has nobody.
  if (runId === undefined || plan?.platform !== 'new' || options.sandboxFresh === true) return undefined
  if (becomingAgents(plan).length === 0) return undefined
  const words = ['csv', 'agents', runId, '--platform', 'new', '-o', 'agents.csv']
  return { isInFile: false, command: commandFor(options, ...words) }
}

/** Addresses of those who have details to be set, once they are in the Users module. */
export function becomingAgents({ people }: Plan): readonly string[] {
  return people
    .filter(({ profile, isDeleted }) => isDeleted !== true && profile !== undefined)
    .filter(({ profile }) => profile !== 'administrator-only')
    .map(({ email }) => email)
}

export function tellAgentsNext(
  context: Context<PlaceOptions>,
  source: Source,
  view: Partial<Pick<View, 'runId' | 'plan'>>,
): void {
  const next = agentsNext(context, source, view)
  if (next === undefined) return
  const { output, sentences } = context
  const { command, isInFile } = next
  output.say(sentences.t(isInFile ? 'output.agents.next' : 'output.agents.next-people', { command }))
}
