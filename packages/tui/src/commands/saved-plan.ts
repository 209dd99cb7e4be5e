import { type Plan, type Request, readRequest } from '@wxcc-onboard/core'
import { Trouble } from '../exit.ts'
import { type Reader, readText } from './read-text.ts'

export interface SavedPlan {
  readonly request: Request
  readonly plan: Plan
  /** The CSV file that the plan was made from. */
  readonly csv?: SavedCsv
}

export interface SavedCsv {
  readonly path: string
  readonly sha256: string
  /** The options under which it was read. */
  readonly options: SavedOptions
}

const textOptions = [
  'mode',
  'platform',
  'repair',
  'via',
  'rows',
  'directory',
  'roles',
  'baseline',
  'delimiter',
  'encoding',
  'bothTrue',
] as const

const listOptions = ['subscription', 'acknowledge'] as const

type OptionName = (typeof textOptions)[number] | (typeof listOptions)[number] | 'allColumns'

type SavedOptions = { readonly [name in OptionName]?: unknown }

/** What the plan was made under, and nothing that approves it: a file that somebody edited confirms no removal. */
export function savedOptions(options: object): SavedOptions {
  const given = options as SavedOptions
  return Object.fromEntries([
    ...textOptions.flatMap((name) => (typeof given[name] === 'string' ? [[name, given[name]]] : [])),
    ...listOptions.flatMap((name) => (isTexts(given[name]) ? [[name, given[name]]] : [])),
    ...(given.allColumns === true ? [['allColumns', true]] : []),
  ])
}

/** The name of an option that says something else than the plan was made under. */
export function contradiction(options: object, saved: SavedOptions): OptionName | undefined {
  const given = savedOptions(options)
  const names = Object.keys(given) as OptionName[]
  return names.find((name) => JSON.stringify(given[name]) !== JSON.stringify(saved[name]))
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

/** Longer plans are written without indentation, which would double them and which nobody reads by eye. */
const longestIndented = 1_000

export function savedPlanText(request: Request, plan: Plan, csv?: SavedCsv): string {
  const indent = plan.people.length > longestIndented ? undefined : 2
  return `${JSON.stringify({ format: 1, request, plan, csv }, undefined, indent)}\n`
}

/** Far above a plan of 50,000 people, which has 56 MB; what is read whole must still fit in memory. */
const largestMegabytes = 384

/** A plan that `plan --output` saved, or undefined when the file is something else. */
export function readSavedPlan(world: Reader, path: string): SavedPlan | undefined {
  const value = parsed(readText(world, path, largestMegabytes))
  if (typeof value !== 'object' || value === null || !('plan' in value) || !('request' in value)) {
    return undefined
  }
  const { format, request, plan, csv } = value as Partial<Record<'format' | keyof SavedPlan, unknown>>
  const reading = readRequest(request)
  if (format !== 1 || !reading.ok || !isPlan(plan)) throw new Trouble('plan.malformed', { path })
  if (csv === undefined) return { request: reading.request, plan }
  if (!isSavedCsv(csv)) throw new Trouble('plan.malformed', { path })
  return { request: reading.request, plan, csv: { ...csv, options: savedOptions(csv.options) } }
}

function isSavedCsv(value: unknown): value is SavedCsv {
  const { path, sha256, options } = (value ?? {}) as Partial<Record<keyof SavedCsv, unknown>>
  const isHash = typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256)
  return isHash && typeof path === 'string' && typeof options === 'object' && options !== null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isPlan(plan: unknown): plan is Plan {
  if (typeof plan !== 'object' || plan === null) return false
  const { format, hash, organization } = plan as Partial<Record<keyof Plan, unknown>>
  const isOrganization = typeof organization === 'object' && organization !== null && 'id' in organization
  return format === 1 && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) && isOrganization
}
