import type { Agents } from './agents.ts'
import type { Clock, Ids } from './clock.ts'
import type { ContactCenter } from './contact-center.ts'
import type { CsvDesk } from './csv-desk.ts'
import type { Directory } from './directory.ts'
import type { Journal } from './journal.ts'
import type { OperatorDesk } from './operator-desk.ts'

/** All that core asks of the world. */
export interface Ports {
  readonly directory: Directory
  readonly contactCenter: ContactCenter
  /** Only where details of agents are set. */
  readonly agents?: Agents
  readonly journal: Journal
  readonly clock: Clock
  readonly ids: Ids
  readonly operatorDesk?: OperatorDesk
  readonly csvDesk?: CsvDesk
}
