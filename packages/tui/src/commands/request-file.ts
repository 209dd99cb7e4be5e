import { type Problem, type Request, readRequest } from '@wxcc-onboard/core'
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
} from 'yaml'
import type { World } from '../compose.ts'
import { type PlacedProblem, Trouble } from '../exit.ts'
import { readText } from './read-text.ts'

/** A request as a file gave it, and where in the file a problem is. */
export interface RequestFile {
  readonly path: string
  readonly request: Request
  place(problem: Problem): PlacedProblem
}

/** Reads a request from YAML or JSON; whatever is wrong is told with its line and column. */
export function readRequestFile(world: World, file: string, path = file): RequestFile {
  const lines = new LineCounter()
  const document = parse(path, readText(world, file), lines)
  const value = contentsOf(path, document)
  const place = (problem: Problem) => placed(problem, path, document, lines)
  const reading = readRequest(value)
  if (reading.ok) return { path, request: reading.request, place }
  const problems = reading.problems.map(place)
  throw new Trouble('request.invalid', { path, problems: problems.length }, { problems })
}

function parse(path: string, text: string, lines: LineCounter): Document {
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' })
  const fault = document.errors[0] ?? document.warnings[0]
  if (fault === undefined) return document
  const { line, col } = lines.linePos(fault.pos[0])
  throw new Trouble('request.syntax', { path, line, column: col, reason: fault.message }, { cause: fault })
}

function contentsOf(path: string, document: Document): unknown {
  const { contents } = document
  if (!isMap(contents)) throw new Trouble('request.not-a-mapping', { path, found: kindOf(contents) })
  keepPlatformAsWritten(contents.items)
  const value = toPlain(path, document)
  const isPlan = typeof value === 'object' && value !== null && 'plan' in value && 'request' in value
  if (isPlan) throw new Trouble('request.is-a-plan', { path })
  return value
}

/** Aliases that multiply without end are refused by the parser. */
function toPlain(path: string, document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 1000 })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Trouble('request.syntax', { path, line: 1, column: 1, reason }, { cause: error })
  }
}

/** To YAML `platform: 1.0` is the number 1; to Control Hub it is a name (PLAT-4). */
function keepPlatformAsWritten(items: readonly Pair[]): void {
  for (const { key, value } of items) {
    if (!isScalar(key) || key.value !== 'platform' || !isScalar(value)) continue
    if (typeof value.value === 'number' && value.source !== undefined) value.value = value.source
  }
}

function kindOf(contents: unknown): string {
  if (contents === null || (isScalar(contents) && contents.value === null)) return 'nothing'
  return isSeq(contents) ? 'a list' : 'a single value'
}

function placed(problem: Problem, file: string, document: Document, lines: LineCounter): PlacedProblem {
  const path = pathOf(problem)
  if (path === undefined) return problem
  const offset = offsetOf(document, path, problem.code === 'request.unknown-key')
  if (offset === undefined) return problem
  const { line, col } = lines.linePos(offset)
  return { ...problem, place: { file, line, column: col } }
}

function pathOf({ subject }: Problem): readonly string[] | undefined {
  if (subject.kind === 'request') return subject.path === '' ? [] : subject.path.split('.')
  if (subject.kind === 'person' && subject.row !== undefined) {
    return ['people', String(subject.row - 1), ...(subject.field === undefined ? [] : [subject.field])]
  }
  return undefined
}

/** The offset of the deepest part of the path that the document has: of its key for a key, else of its value. */
function offsetOf(document: Document, path: readonly string[], wantsKey: boolean): number | undefined {
  let node: unknown = document.contents
  let offset = startOf(node)
  for (const [index, part] of path.entries()) {
    const resolved = isAlias(node) ? node.resolve(document) : node
    const child = childOf(resolved, part)
    if (child === undefined) return offset
    const isLast = index === path.length - 1
    const start = isLast && wantsKey && isPair(child) ? startOf(child.key) : startOf(child)
    offset = start ?? offset
    node = isPair(child) ? child.value : child
  }
  return offset
}

function childOf(node: unknown, part: string): Node | Pair | undefined {
  if (isMap(node)) return node.items.find(({ key }) => isScalar(key) && String(key.value) === part)
  const child = isSeq(node) ? node.items[Number(part)] : undefined
  return isNode(child) ? child : undefined
}

function startOf(part: unknown): number | undefined {
  if (isPair(part)) return startOf(part.value) ?? startOf(part.key)
  return isNode(part) ? part.range?.[0] : undefined
}
