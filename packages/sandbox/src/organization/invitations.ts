import { invitesByMail, isoTime, type Organization } from './organization.ts'

export interface Mail {
  readonly at: string
  readonly to: string
  readonly subject: string
  /** `suppressed` where the organization's setting allow-admin-invite-emails is off. */
  readonly state: 'sent' | 'suppressed'
}

export function invite(org: Organization, email: string): void {
  org.state.run(
    'INSERT INTO outbox (at, recipient, subject, suppressed) VALUES (?, ?, ?, ?)',
    org.now(),
    email,
    `${org.name} invites you to join Webex`,
    invitesByMail(org) ? 0 : 1,
  )
}

export function listOutbox(org: Organization): Mail[] {
  return org.state
    .all<{ at: number; recipient: string; subject: string; suppressed: number }>(
      'SELECT * FROM outbox ORDER BY seq',
    )
    .map((row) => ({
      at: isoTime(row.at),
      to: row.recipient,
      subject: row.subject,
      state: row.suppressed === 1 ? 'suppressed' : 'sent',
    }))
}
