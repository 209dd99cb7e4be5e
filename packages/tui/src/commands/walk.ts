import {
  createOnboarding,
  type ImportPlan,
  type Onboarding,
  type OnboardingOptions,
  type Problem,
  type Request,
  type View,
  walkToReview,
} from '@wxcc-onboard/core'
import { type PlacedProblem, Trouble, troubleOfProblems } from '../exit.ts'
import type { Context, OperatorMode, PlaceOptions } from './context.ts'
import { createCsvDesk } from './csv-desk.ts'
import { tellPlanning } from './long-work.ts'
import { openPlace, type Place } from './place.ts'
import type { KeptSummary } from './run-list.ts'

/** Opens the place that the options name for the time that the work takes. */
export async function inPlace<T>(
  { world, options, output, sentences }: Context<PlaceOptions>,
  operator: OperatorMode,
  work: (place: Place) => Promise<T>,
): Promise<T> {
  const place = await openPlace(world, options, operator, (attempts) =>
    output.note(sentences.t('output.silence', { attempts })),
  )
  try {
    return await work(place)
  } finally {
    await place.close()
  }
}

/** Opens the place where a kept run was made. */
export async function atRun<T, Options extends PlaceOptions>(
  context: Context<Options>,
  { organization, place: kind }: KeptSummary,
  operator: OperatorMode,
  work: (place: Place, there: Context<Options>) => Promise<T>,
): Promise<T> {
  const { org } = context.options
  if (org !== undefined && org.toLowerCase() !== organization.id.toLowerCase())
    throw new Trouble('request.another-organization')
  const there = { ...context, options: { ...context.options, sandbox: kind === 'sandbox' } }
  return inPlace(there, operator, (place) => work(place, there))
}

/** A run at its review: the plan is made, nothing is written. */
export interface Reviewed {
  readonly onboarding: Onboarding
  readonly view: View
  readonly plan: NonNullable<View['plan']>
}

interface ReviewOptions {
  /** Where in a file a problem is. */
  readonly place?: (problem: Problem) => PlacedProblem
  readonly importPlan?: ImportPlan | undefined
}

/** Walks to the review with the answers of a request; what is in the way is trouble. */
export async function review(
  context: Context<PlaceOptions>,
  place: Place,
  request: Request,
  { place: placeOf = (problem) => problem, importPlan }: ReviewOptions = {},
): Promise<Reviewed> {
  const onboarding = open(context, place, {
    request: bound(request, context.options.org),
    ...(importPlan === undefined ? {} : { importPlan }),
  })
  const stopTelling = tellPlanning(context, onboarding)
  const view = await walkToReview(onboarding)
  stopTelling()
  const { plan } = view
  if (plan !== undefined && isPlanned(view)) return { onboarding, view, plan }
  await onboarding.stop()
  const isElsewhere = view.problems.some(({ code }) => code === 'failure.not-found')
  if (view.stage === 'signIn' && context.options.org !== undefined && isElsewhere) {
    throw new Trouble('request.another-organization')
  }
  const blocking = view.problems.filter((problem) => isBlocking(problem, view))
  throw troubleOfProblems((blocking.length > 0 ? blocking : view.problems).map(placeOf))
}

/** An import that is not finished keeps a plan from being carried out, not from being made. */
function isPlanned({ can }: View): boolean {
  if (can.approve === true) return true
  return String(can.approve.facts['codes']) === 'import.open'
}

/** Opens a run and passes its facts on to whoever reads them. */
export function open(
  { world, options, output }: Context<PlaceOptions>,
  place: Place,
  begin: Pick<OnboardingOptions, 'request' | 'resume' | 'approved' | 'runId' | 'importPlan'>,
): Onboarding {
  const onboarding = createOnboarding({
    ports: { ...place.ports, csvDesk: createCsvDesk(world, Promise.resolve(place), options) },
    ...begin,
    coalesce: 10,
    ...(place.kind === 'sandbox' ? sandboxPace : {}),
  })
  onboarding.on('*', (fact) => output.fact(fact))
  return onboarding
}

/** The practice organization answers at once, so there is no sense in waiting as long as for Webex. */
export const sandboxPace = { pollInterval: 250, visibilityDeadline: 5_000 } as const

/** With --org a request is for that organization and no other. */
export function bound(request: Request, org: string | undefined): Request {
  if (org === undefined) return request
  const meant = request.organization
  if (meant !== undefined && meant.toLowerCase() !== org.toLowerCase()) {
    throw new Trouble('request.another-organization')
  }
  return { ...request, organization: org }
}

function isBlocking({ severity, code }: Problem, { acknowledged }: View): boolean {
  return severity === 'error' || (severity === 'question' && !acknowledged.includes(code))
}
