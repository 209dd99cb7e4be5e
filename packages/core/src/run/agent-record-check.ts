import { type AgentField, agentFields } from '../domain/agent.ts'
import { isListOf, isObject, isOrganization, isText } from './record-shapes.ts'

/** Whether it is a plan of agent details. */
export const isAgentPlan = (value: unknown): boolean =>
  isObject(value) &&
  value['format'] === 1 &&
  isText(value['hash']) &&
  isOrganization(value['organization']) &&
  isListOf(value['changes'], isChange)

/** Whether it is what the ids of such a plan are called. */
export const isCatalog = (value: unknown): boolean =>
  isObject(value) && lists.every((list) => isListOf(value[list], isNamed))

const lists = [
  'sites',
  'teams',
  'skillProfiles',
  'desktopProfiles',
  'multimediaProfiles',
  'userProfiles',
] as const

const isNamed = (value: unknown): boolean => isObject(value) && isText(value['id']) && isText(value['name'])

const isChange = (value: unknown): boolean =>
  isObject(value) &&
  typeof value['line'] === 'number' &&
  isText(value['email']) &&
  isText(value['agentId']) &&
  isSettings(value['before']) &&
  isSettings(value['after']) &&
  isListOf(value['fields'], (field) => agentFields.includes(field as AgentField))

const isSettings = (value: unknown): boolean =>
  isObject(value) &&
  typeof value['enabled'] === 'boolean' &&
  isListOf(value['teams'], isText) &&
  texts.every((field) => value[field] === undefined || isText(value[field]))

const texts = agentFields.filter((field) => field !== 'enabled' && field !== 'teams')
