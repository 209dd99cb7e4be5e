import type { Problem } from '@wxcc-onboard/core'
import type { Trouble } from '../exit.ts'
import { type Catalogs, english } from '../i18n/catalogs.ts'
import type { CliKey } from '../i18n/en-cli.ts'
import { createTexts, type Facts, type Texts } from '../i18n/texts.ts'

export const programName = 'wxcc-onboard'

export interface TroubleText {
  readonly message: string
  readonly next: string
}

/** Sentences of one language for all that the command line tells. */
export interface Sentences {
  t(key: CliKey, facts?: Facts): string
  /** The words that the wizard uses for the same things. */
  readonly shared: Texts
  trouble(trouble: Trouble): TroubleText
  problem(problem: Problem): TroubleText
}

export function createSentences(catalogs: Catalogs = english): Sentences {
  const cli = createTexts<CliKey>(catalogs.cli, catalogs.language)
  const shared = createTexts(catalogs.shared, catalogs.language)
  const t = (key: CliKey, facts: Facts = {}) => cli.t(key, { program: programName, ...facts })
  return {
    t,
    shared,
    trouble: ({ code, facts }) => ({
      message: t(`trouble.${code}`, facts),
      next: t(`next.${code}`, facts),
    }),
    problem: (problem) => {
      const facts = { ...subjectFacts(problem), ...problem.facts }
      return {
        message: shared.t(`problem.${problem.code}`, facts),
        next: shared.t(`problem.${problem.code}.next`, facts),
      }
    },
  }
}

function subjectFacts({ subject }: Problem): Facts {
  switch (subject.kind) {
    case 'request':
      return { path: subject.path }
    case 'person':
      return { email: subject.email, row: subject.row, field: subject.field }
    case 'license':
      return { poolId: subject.poolId }
    case 'stage':
      return {}
  }
}
