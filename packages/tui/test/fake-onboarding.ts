import type { Command, Fact, Onboarding, PersonView, View } from '@wxcc-onboard/core'

/** An engine that shows what it is given and remembers what it was sent. */
export interface FakeOnboarding extends Onboarding {
  readonly sent: Command[]
  show(view: View): void
  tell(fact: Fact): void
}

export function createFakeOnboarding(first: View): FakeOnboarding {
  let view = first
  const sent: Command[] = []
  const views = new Set<(view: View) => void>()
  const facts = new Set<(fact: Fact) => void>()
  return {
    sent,
    getView: () => view,
    getPerson: (row) => view.people[row - 1] as PersonView | undefined,
    getStep: (key) => view.plan?.steps.find((step) => step.key === key),
    getResults: () => ({}),
    getRequest: () => {
      throw new Error('The fake has no answers')
    },
    send: (command) => sent.push(command),
    subscribe(listener) {
      views.add(listener)
      return () => views.delete(listener)
    },
    on(type, listener) {
      const relay = (fact: Fact) => {
        if (type === '*' || fact.type === type) listener(fact as Parameters<typeof listener>[0])
      }
      facts.add(relay)
      return () => facts.delete(relay)
    },
    done: new Promise(() => undefined),
    stop: async () => undefined,
    show(next) {
      view = next
      for (const listener of views) listener(next)
    },
    tell(fact) {
      for (const listener of facts) listener(fact)
    },
  }
}
