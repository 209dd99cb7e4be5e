import type { Plan } from '@wxcc-onboard/core'
import { type Exit, repeatable, Trouble } from '../exit.ts'
import { carryOut } from './carry-out.ts'
import {
  type Context,
  type FormatOptions,
  type OperatorOptions,
  operatorModeOf,
  type PlaceOptions,
} from './context.ts'
import { tellPlan } from './plan.ts'
import { readRequestFile } from './request-file.ts'
import { takeRun } from './run-record.ts'
import { readSavedPlan, type SavedPlan } from './saved-plan.ts'
import { inPlace, review } from './walk.ts'

type ApplyOptions = PlaceOptions &
  FormatOptions &
  OperatorOptions & { readonly approve?: string; readonly yes?: boolean }

/** Carries out a plan that was approved: a saved one as it stands, or that of a request by its hash. */
export async function apply(context: Context<ApplyOptions>, path: string): Promise<Exit> {
  const { options, world } = context
  checkApproval(options, path)
  const saved = readSavedPlan(world, path)
  const file = saved === undefined ? readRequestFile(world, path) : undefined
  const request = saved === undefined ? file?.request : boundTo(saved)
  if (request === undefined) throw new Trouble('plan.malformed', { path })
  if (saved !== undefined) checkSaved(saved.plan, options.approve, path)
  const mode = operatorModeOf(options)
  return inPlace(context, mode, async (place) => {
    const { onboarding, view, plan } = await review(context, place, request, file?.place)
    try {
      tellPlan(context, view, file)
      checkCurrent(plan, saved?.plan, options.approve, path)
      await takeRun(place, view.runId)
      const { sentences, output } = context
      const facts = { hash: plan.hash.slice(0, 12), run: view.runId }
      output.say(`\n${sentences.t('output.apply.begin', facts)}`)
      const begin = () => onboarding.send({ type: 'plan.approve', hash: plan.hash })
      return await carryOut(context, place, onboarding, mode, begin)
    } finally {
      await onboarding.stop()
    }
  })
}

function checkApproval({ approve, yes }: ApplyOptions, path: string): void {
  if (approve === undefined && yes !== true) throw new Trouble('plan.not-approved', { path })
  if (approve !== undefined && !/^[0-9a-f]{12,64}$/.test(approve)) {
    throw new Trouble('approval.malformed', { given: repeatable(approve) })
  }
}

/** A saved plan is for the organization that it was made for, even where its request names none. */
function boundTo({ request, plan }: SavedPlan): SavedPlan['request'] {
  return { ...request, organization: request.organization ?? plan.organization.id }
}

function checkSaved(plan: Plan, approve: string | undefined, path: string): void {
  if (approve !== undefined && !plan.hash.startsWith(approve)) {
    throw new Trouble('approval.differs', { path, actual: plan.hash, expected: approve })
  }
}

/** What would be done now must be what was approved, to the last digit. */
function checkCurrent(now: Plan, saved: Plan | undefined, approve: string | undefined, path: string): void {
  if (saved !== undefined && now.hash !== saved.hash) {
    throw new Trouble('plan.stale', { path, actual: now.hash, expected: saved.hash })
  }
  if (saved !== undefined && canonical(now) !== canonical(saved)) {
    throw new Trouble('plan.edited', { path, hash: saved.hash })
  }
  if (approve !== undefined && !now.hash.startsWith(approve)) {
    throw new Trouble('approval.differs', { path, actual: now.hash, expected: approve })
  }
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
}
