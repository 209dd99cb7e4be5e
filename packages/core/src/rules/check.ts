import type { Connection, Observation, PlatformReading } from '../domain/organization.ts'
import { personKey } from '../domain/person.ts'
import { isBlocking, type Problem } from '../domain/problem.ts'
import type { Draft } from '../intake/draft.ts'
import { checkAdministrators } from './administrators.ts'
import { checkLicenses } from './licenses.ts'
import { checkMayAppoint, checkMayLicense } from './operator.ts'
import { checkKnownPeople, checkPeople } from './people.ts'
import { checkPlatform } from './platform.ts'
import { checkOperator, checkTrialAccounts, checkTrialAddresses } from './prerequisites.ts'

/** Everything that rules look at. What is undefined was not read yet. */
export interface Ground {
  readonly draft: Draft
  readonly connection: Connection | undefined
  readonly reading: PlatformReading | undefined
  readonly observation: Observation | undefined
}

/** The stages whose answers are judged, in the order in which they are walked. */
export type JudgedStage =
  | 'prerequisites'
  | 'platform'
  | 'route'
  | 'people'
  | 'licenses'
  | 'adminRoles'
  | 'review'

/** Everything that is to be said about one stage's answers. */
export function checkStage(stage: JudgedStage, ground: Ground): readonly Problem[] {
  const { draft, observation } = ground
  switch (stage) {
    case 'prerequisites':
      return [...checkTrialAddresses(draft), ...(draft.people.length === 0 ? [] : checkTrialAccounts(draft))]
    case 'platform':
      return checkPlatform(draft, ground.reading)
    case 'route':
      return []
    case 'people':
      return [...checkPeople(draft), ...checkTrialAccounts(draft).filter(isOpenTrial)]
    case 'licenses':
      return observation === undefined
        ? []
        : [
            ...checkNewPeople(observation, draft),
            ...checkMayLicense(draft, observation),
            ...checkKnownPeople(draft, observation),
            ...checkLicenses(draft, observation),
          ]
    case 'adminRoles':
      return observation === undefined
        ? []
        : [...checkMayAppoint(draft, observation), ...checkAdministrators(draft, observation)]
    case 'review':
      return checkReview(ground)
  }
}

/** Problems that keep a person from going on from a stage. */
export function blockersOf(problems: readonly Problem[], draft: Draft): readonly Problem[] {
  return problems.filter((problem) => isBlocking(problem, draft.acknowledged))
}

function checkReview(ground: Ground): readonly Problem[] {
  const { draft, observation } = ground
  if (observation === undefined) return []
  const earlier = (['platform', 'people', 'licenses', 'adminRoles'] as const).flatMap((stage) =>
    checkStage(stage, ground),
  )
  const said = earlier.filter(
    (problem) => problem.severity !== 'notice' && !isNameOfKnown(problem, observation),
  )
  return [...said, ...checkInvitations(draft, observation)]
}

/** What saving sends out and nobody can call back (SAVE-2, NEW-15). */
function checkInvitations(draft: Draft, observation: Observation): readonly Problem[] {
  const people = newPeople(observation, draft)
  if (people === 0) return []
  const subject = { kind: 'stage' } as const
  if (observation.invitationEmails === false)
    return [{ code: 'invitation.suppressed', severity: 'notice', rule: 'NEW-15', subject, facts: { people } }]
  return [{ code: 'invitation.irrevocable', severity: 'warning', rule: 'SAVE-2', subject, facts: { people } }]
}

function checkNewPeople(observation: Observation, draft: Draft): readonly Problem[] {
  return checkOperator(observation.operator, newPeople(observation, draft))
}

function newPeople(observation: Observation, draft: Draft): number {
  return draft.people.filter(({ email }) => observation.people[personKey(email)] === undefined).length
}

/** Names of people who exist are not written, so it does not matter that they were left out. */
function isNameOfKnown({ code, subject }: Problem, { people }: Observation): boolean {
  const isName = code === 'person.first-name-missing' || code === 'person.last-name-missing'
  return isName && subject.kind === 'person' && people[personKey(subject.email)] !== undefined
}

function isOpenTrial(problem: Problem): boolean {
  return problem.code === 'trial-account.open'
}
