import { fromPromise } from 'xstate'
import type { Outcome } from '../domain/outcome.ts'
import { personKey } from '../domain/person.ts'
import type { ChangeLicenses, Step } from '../plan/step.ts'
import { isMoved, isSo } from '../plan/step-effect.ts'
import type { Ports } from '../ports/ports.ts'
import type { Crew } from './crew.ts'
import { type Sight, stepMachine } from './step.machine.ts'
import type { Answer } from './step-result.ts'

/** The step machine with the world behind it. While it looks, its intent may still be on the way to the journal. */
export function createStepMachine({ ports: { directory, clock }, cleared }: Pick<Crew, 'ports' | 'cleared'>) {
  return stepMachine.provide({
    actors: {
      look: fromPromise<Outcome<Sight>, { step: Step }>(async ({ input, signal }) => {
        const found = await directory.findPeople([input.step.email], signal, 'directory')
        if (!found.ok) return found
        const person = found.value.find(({ email }) => personKey(email) === personKey(input.step.email))
        const { step } = input
        const seen = { isSo: isSo(step, person), isMoved: isMoved(step, person) }
        return { ok: true, value: { ...seen, personId: person?.id, at: clock.now() } }
      }),
      act: fromPromise<Outcome<Answer>, { step: Step; personId: string | undefined }>(
        async ({ input, signal }) => {
          await cleared(input.step)
          return act(input.step, input.personId ?? '', { directory, signal })
        },
      ),
      wait: fromPromise<void, { milliseconds: number }>(({ input, signal }) =>
        clock.wait(input.milliseconds, signal),
      ),
    },
  })
}

export interface Means {
  readonly directory: Ports['directory']
  readonly signal: AbortSignal
}

export function act(step: Step, personId: string, { directory, signal }: Means): Promise<Outcome<Answer>> {
  switch (step.kind) {
    case 'person.create': {
      const { email, firstName, lastName } = step
      const names = {
        ...(firstName === undefined ? {} : { firstName }),
        ...(lastName === undefined ? {} : { lastName }),
      }
      return directory.createPerson({ email, ...names }, signal)
    }
    case 'license.change':
      return changeLicenses(step, personId, { directory, signal })
    case 'administrator.change':
      return directory.setAdministrator({ personId, role: step.to }, signal)
    case 'person.delete':
      return directory.deletePendingPerson({ personId, email: step.email }, signal)
  }
}

/** An answer that leaves out a license that was asked for is a refusal of it, though its status says otherwise. */
async function changeLicenses(
  step: ChangeLicenses,
  personId: string,
  means: Means,
): Promise<Outcome<Answer>> {
  const { email, add, remove } = step
  const answered = await means.directory.changeLicenses({ personId, email, add, remove }, means.signal)
  if (!answered.ok || add.every((id) => answered.value.held.includes(id))) return answered
  return {
    ok: false,
    failure: {
      kind: 'no-units',
      operation: 'PATCH /licenses/users',
      message: 'The answer left the license out.',
    },
  }
}
