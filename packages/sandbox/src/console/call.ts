import type { FaultScript } from '../faults.ts'
import { asBoolean, type JsonObject } from '../json.ts'
import type { Organization } from '../organization/organization.ts'
import { Refusal } from '../refusal.ts'
import type { RequestLog } from '../request-log.ts'
import type { ReceivedUpload } from './csv-upload.ts'

export interface ConsoleParts {
  readonly org: Organization
  readonly faults: FaultScript
  readonly log: RequestLog
}

export interface ConsoleCall extends ConsoleParts {
  readonly body: JsonObject
  readonly email: string
  /** The id of an import. */
  readonly id: string
  readonly query: (name: string) => string | undefined
  readonly upload: ReceivedUpload | undefined
}

/** Forms send words. */
export function readFlag(name: string, value: unknown): boolean {
  const flag = asBoolean(value) ?? (value === 'true' ? true : value === 'false' ? false : undefined)
  if (flag !== undefined) return flag
  throw new Refusal(400, `${name} is true or false.`, { next: `Send {"${name}":true}.` })
}
