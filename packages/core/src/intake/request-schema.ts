import * as z from 'zod'
import { administratorChoices, licenseChoices } from '../domain/entitlement.ts'
import type { Platform } from '../domain/platform.ts'
import { manualBatchLimit } from '../domain/platform.ts'
import { questionCodes } from '../domain/problem.ts'

/** YAML reads an unquoted `1.0` as the number 1; `New platform` is what the screen shows. */
const platformAnswers = { '1.0': '1.0', 1: '1.0', new: 'new', 'New platform': 'new' } as const

const platform = z
  .literal(['1.0', 'new', 'New platform', 1])
  .transform((answer): Platform => platformAnswers[answer])
  .meta({
    title: 'Platform',
    description:
      'What Control Hub shows under Service Details as "Webex Contact Center platform (details)": 1.0, or new for "New platform". Left out, the wizard asks.',
  })

const license = z.enum(licenseChoices).meta({
  title: 'License',
  description:
    'The Contact Center license to be given: none leaves what is held; premium-supervisor is Premium with the Supervisor role; remove takes it away (route csv only).',
})

const administrator = z.enum(administratorChoices).meta({
  title: 'Administrator role',
  description:
    'keep leaves the role as it is, full and cc-service give it, remove takes away whichever of them is held.',
})

const person = z
  .strictObject({
    email: z.string().meta({ title: 'E-mail address' }),
    firstName: z.string().optional().meta({ title: 'First name' }),
    lastName: z.string().optional().meta({ title: 'Last name' }),
    license: license.optional(),
    administrator: administrator.optional(),
    subscription: z.string().optional().meta({
      title: 'Subscription',
      description: 'Id of the subscription that pays for this person, where it is not the one for all.',
    }),
  })
  .meta({
    title: 'Person',
    description: 'One person; license and administrator only where they differ from sameForAll.',
  })

const entitlement = z.strictObject({
  license: license.default('none'),
  administrator: administrator.default('keep'),
})

const sameForAll = entitlement
  .default({ license: 'none', administrator: 'keep' })
  .meta({ title: 'The same for all', description: 'What everyone is given who has nothing else written.' })

const payers = z.strictObject({
  standard: z.string().optional().meta({ title: 'Subscription for Standard licenses' }),
  premium: z.string().optional().meta({ title: 'Subscription for Premium licenses' }),
})

const subscriptions = payers.default({}).meta({
  title: 'Subscriptions',
  description: 'Ids of the subscriptions that pay, where there are several. Left out, the plan chooses.',
})

export const requestSchema = z
  .strictObject({
    $schema: z.string().optional().meta({ description: 'Where an editor finds this schema; not read.' }),
    format: z.literal(1).meta({ title: 'Format', description: 'The format of this file: 1.' }),
    organization: z.string().optional().meta({
      title: 'Organization',
      description: 'Id of the only organization for which this request is meant.',
    }),
    platform: platform.optional(),
    route: z.enum(['manual', 'csv']).default('manual').meta({
      title: 'Route',
      description:
        'manual, or csv for people who come from a Control Hub CSV file; only csv can remove licenses.',
    }),
    entry: z.enum(['email', 'names-and-email']).optional().meta({
      title: 'Entry',
      description:
        'Which radio button is used: email, or names-and-email. Left out, it is names-and-email when anyone has a name.',
    }),
    batchSize: z.int().min(1).max(manualBatchLimit).default(manualBatchLimit).meta({
      title: 'Batch size',
      description:
        'How many people the manual screen takes at once: 25, or 1 where the organization made an attribute required.',
    }),
    trialAccounts: z.array(z.string()).default([]).meta({
      title: 'Trial accounts',
      description:
        'Addresses that were used for a Webex trial account; their owners delete that organization first.',
    }),
    sameForAll,
    people: z.array(person).meta({ title: 'People', description: 'Who is to be added or changed.' }),
    subscriptions,
    acknowledge: z.array(z.enum(questionCodes)).default([]).meta({
      title: 'Acknowledged',
      description: 'Codes of questions that are answered with yes beforehand.',
    }),
  })
  .meta({ title: 'wxcc-onboard request', description: 'Whom to add to Webex Contact Center, and as what.' })

/** The keys that may be written, by the key that they are under; the empty one is the request itself. */
export const knownKeys: Readonly<Partial<Record<string, readonly string[]>>> = {
  '': Object.keys(requestSchema.shape),
  people: Object.keys(person.shape),
  sameForAll: Object.keys(entitlement.shape),
  subscriptions: Object.keys(payers.shape),
}
