import type {
  AdministratorChoice,
  Command,
  CsvVia,
  EntryMode,
  FieldView,
  ImportMode,
  LicenseChoice,
  Platform,
  RepairChoice,
} from '@wxcc-onboard/core'

/** The command that gives a field this answer. `email` makes it an answer for one person. */
export function answerOf(field: FieldView, value: string, email = field.email): Command | undefined {
  const about = email === undefined ? {} : { email }
  switch (field.command) {
    case 'platform.choose':
      return { type: 'platform.choose', platform: value as Platform }
    case 'route.choose':
      return { type: 'route.choose', route: value as 'manual' | 'csv' }
    case 'repair.choose':
      return { type: 'repair.choose', repair: value as RepairChoice }
    case 'bothTrue.choose':
      return { type: 'bothTrue.choose', bothTrue: value as 'reject' | 'keep-premium' }
    case 'payer.choose':
      return {
        type: 'payer.choose',
        license: field.id.includes('standard') ? 'standard' : 'premium',
        subscriptionId: value,
      }
    case 'mode.choose':
      return { type: 'mode.choose', mode: value as ImportMode }
    case 'via.choose':
      return { type: 'via.choose', via: value as CsvVia }
    case 'entry.choose':
      return { type: 'entry.choose', entry: value as EntryMode }
    case 'batchSize.choose':
      return { type: 'batchSize.choose', size: Number(value) }
    case 'license.choose':
      return { type: 'license.choose', license: value as LicenseChoice, ...about }
    case 'administrator.choose':
      return { type: 'administrator.choose', administrator: value as AdministratorChoice, ...about }
    case 'subscription.choose':
      return {
        type: 'subscription.choose',
        license: field.id.includes('standard') ? 'standard' : 'premium',
        ...(value === '' ? {} : { subscriptionId: value }),
      }
    default:
      return undefined
  }
}
