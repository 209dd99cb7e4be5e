/**
 * Checks requests and answers against Cisco's published OpenAPI files, which lie beside the repository where somebody
 * put them; tests that use them are skipped elsewhere.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

export type ContractName = 'webex-admin' | 'webex-contact-center'

export interface Contract {
  /** What is wrong with an answer; empty when it keeps the contract. `path` is the requested one, query allowed. */
  checkResponse(method: string, path: string, status: number, body: unknown): string[]
  /** What is wrong with a request's body. */
  checkRequest(method: string, path: string, body: unknown): string[]
}

interface Content {
  content?: Record<string, { schema?: object }>
}

interface Operation {
  requestBody?: Content
  responses: Record<string, Content>
}

interface Spec {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}

interface Found {
  readonly template: string
  readonly method: string
  readonly operation: Operation
}

const specs = fileURLToPath(new URL('../../shared/specs/', import.meta.url))

const fileOf = (name: ContractName): string => `${specs}${name}.contract.json`

/** Whether the published files lie where they are looked for. */
export const contractsAreHere: boolean =
  existsSync(fileOf('webex-admin')) && existsSync(fileOf('webex-contact-center'))

export function loadContract(name: ContractName): Contract {
  const spec: Spec = JSON.parse(readFileSync(fileOf(name), 'utf8'))
  relax(spec)
  const validators = new Map<string, ValidateFunction>()
  const ajv = createAjv(spec)
  const check = (key: string, schema: object, body: unknown): string[] => {
    const validate = validators.get(key) ?? ajv.compile(withSpecReferences(schema))
    validators.set(key, validate)
    if (validate(body)) return []
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`)
  }
  return {
    checkResponse: (method, path, status, body) => checkResponse(spec, check, { method, path, status, body }),
    checkRequest: (method, path, body) => checkRequest(spec, check, { method, path, body }),
  }
}

type Check = (key: string, schema: object, body: unknown) => string[]

function checkResponse(
  spec: Spec,
  check: Check,
  { method, path, status, body }: { method: string; path: string; status: number; body: unknown },
): string[] {
  const found = findOperation(spec, method, path)
  if (found === undefined) return [`${method} ${path} is not in the contract`]
  const response = found.operation.responses[String(status)]
  if (response === undefined) return [`${method} ${found.template} does not declare status ${status}`]
  if (status === 204) return body === undefined ? [] : ['a 204 has no body']
  const schema = schemaOf(response)
  return schema === undefined ? [] : check(`${method} ${found.template} ${status}`, schema, body)
}

function checkRequest(
  spec: Spec,
  check: Check,
  { method, path, body }: { method: string; path: string; body: unknown },
): string[] {
  const found = findOperation(spec, method, path)
  if (found === undefined) return [`${method} ${path} is not in the contract`]
  const schema = found.operation.requestBody === undefined ? undefined : schemaOf(found.operation.requestBody)
  if (schema === undefined) return body === undefined ? [] : [`${method} ${found.template} takes no body`]
  return check(`${method} ${found.template} request`, schema, body)
}

const schemaOf = ({ content = {} }: Content): object | undefined =>
  (content['application/json'] ?? Object.values(content)[0])?.schema

function findOperation(spec: Spec, method: string, path: string): Found | undefined {
  const asked = specPath(path).split('/')
  const candidates = Object.entries(spec.paths)
    .filter(
      ([template, operations]) => operations[method.toLowerCase()] !== undefined && fits(template, asked),
    )
    .sort(([left], [right]) => left.split('{').length - right.split('{').length)
  const [template, operations] = candidates[0] ?? []
  const operation = operations?.[method.toLowerCase()]
  return template === undefined || operation === undefined ? undefined : { template, method, operation }
}

/** The admin file's paths sit under /v1, but for SCIM. */
const specPath = (path: string): string => (path.split('?')[0] ?? '').replace(/^\/v1\//, '/')

function fits(template: string, asked: readonly string[]): boolean {
  const parts = template.split('/')
  return (
    parts.length === asked.length && parts.every((part, at) => part.startsWith('{') || part === asked[at])
  )
}

function createAjv(spec: Spec): Ajv {
  // The published patterns are written for engines without the u flag.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, validateFormats: true })
  addFormats.default(ajv)
  for (const format of ['int32', 'int64', 'password', 'string']) ajv.addFormat(format, true)
  ajv.addSchema({ $id: 'spec', components: spec.components })
  return ajv
}

/** References point into the one registered document, so that no schema is compiled from a copy of it. */
function withSpecReferences(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"spec#/components/'))
}

/** Where the published schemas contradict their own prose and examples, the prose and examples win. */
function relax(spec: Spec): void {
  correctTypes(spec)
  const { schemas } = spec.components
  const status = schemas['AccountStatusObject']
  // Described as "An array of additional information", and an array in every example.
  if (status !== undefined) {
    schemas['AccountStatusObject'] = { anyOf: [status, { type: 'array', items: status }] }
  }
  // `value` is typed as a list of roles, while the same operation patches active, displayName and name.
  const patch = schemas['PatchUser'] as { properties?: { Operations?: { items?: unknown } } } | undefined
  if (patch?.properties?.Operations !== undefined) {
    patch.properties.Operations.items = {
      type: 'object',
      required: ['op'],
      properties: { op: { enum: ['add', 'replace', 'remove'] }, path: { type: 'string' } },
    }
  }
}

/** The list of user profiles is typed as a string with properties; numbers in the lists' `meta` as bare objects. */
function correctTypes(node: unknown): void {
  if (typeof node !== 'object' || node === null) return
  const schema = node as { type?: unknown; properties?: unknown; additionalProperties?: unknown }
  if (schema.type === 'string' && schema.properties !== undefined) schema.type = 'object'
  if (JSON.stringify(schema.additionalProperties) === '{"type":"object"}') schema.additionalProperties = true
  for (const child of Object.values(node)) correctTypes(child)
}
