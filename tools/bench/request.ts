/** A request for people who get Standard, by their addresses. */
export function requestFor(route: 'manual' | 'csv', emails: readonly string[]): object {
  return {
    format: 1,
    route,
    platform: 'new',
    entry: 'email',
    batchSize: 25,
    trialAccounts: [],
    sameForAll: { license: 'standard', administrator: 'keep' },
    people: emails.map((email) => ({ email })),
    subscriptions: {},
    acknowledge: [],
  }
}

export function newAddresses(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `agent.${index}@acme.example`)
}
