/** The command for the details of agents (CSV-16): those in the file, or a new file with its people. */
export interface NextForAgents {
  readonly command: string
  readonly isInFile: boolean
}

/** What came of the rows of a file: rows in are the sum of the others. */
export interface FileOutcome {
  readonly balance: Readonly<
    Record<
      'in' | 'done' | 'already' | 'failed' | 'waiting' | 'skipped' | 'not-attempted' | 'rejected',
      number
    >
  >
  /** Rows that were accepted and do not show yet, and the command that reads them back; undefined where all show. */
  readonly unseen?: { readonly count: number; readonly command: string }
  /** Where the rows to try again were written; undefined where there are none. */
  readonly failedFile?: string
  /** What comes next, once they are synchronized. */
  readonly agents?: NextForAgents
  /** Why they could not be written. */
  readonly unwritten?: string
}

/** Tells of it when there is something to tell. */
export interface FileOutcomes {
  get(): FileOutcome | undefined
  subscribe(listener: () => void): () => void
}

export const noOutcomes: FileOutcomes = { get: () => undefined, subscribe: () => () => undefined }
