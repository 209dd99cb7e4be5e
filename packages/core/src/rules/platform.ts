import { platformField } from '../domain/control-hub.ts'
import type { PlatformReading } from '../domain/organization.ts'
import { platformOffers } from '../domain/platform.ts'
import type { Problem } from '../domain/problem.ts'
import type { Draft } from '../intake/draft.ts'

/** The platform must be known before licenses are chosen (PLAT-6); what the API hints is only compared (PLAT-3). */
export function checkPlatform(draft: Draft, reading: PlatformReading | undefined): readonly Problem[] {
  const subject = { kind: 'stage' } as const
  if (draft.platform === undefined)
    return [
      {
        code: 'platform.unanswered',
        severity: 'error',
        rule: 'PLAT-6',
        subject,
        facts: { field: platformField },
      },
    ]
  if (reading === undefined || reading.evidence === 'none') return []
  const expected = reading.evidence === 'contact-center-api-answers' ? 'new' : '1.0'
  if (expected === draft.platform) return []
  return [
    {
      code: 'platform.evidence-differs',
      severity: 'warning',
      rule: 'PLAT-3',
      subject,
      facts: {
        field: platformField,
        answered: platformOffers[draft.platform].fieldValue,
        evidence: reading.evidence,
      },
    },
  ]
}
