import type { Problem } from '@wxcc-onboard/core'
import type { Trouble } from '../exit.ts'
import { en } from '../i18n/en.ts'
import { type CliKey, enCli } from '../i18n/en-cli.ts'
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

const catalogs = { en: { cli: enCli, shared: en } } as const

export type Language = keyof typeof catalogs

export const languages = Object.keys(catalogs) as Language[]

export function createSentences(language: Language): Sentences {
  const catalog = catalogs[language]
  const cli = createTexts<CliKey>(catalog.cli, language)
  const shared = createTexts(catalog.shared, language)
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
