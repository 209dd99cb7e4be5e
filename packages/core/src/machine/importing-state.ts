import { entering, given, sent } from './chart.ts'
import { partInput } from './importing.ts'
import { onboardingSetup } from './onboarding.setup.ts'
import type { Context } from './onboarding.types.ts'

const input = ({ context }: { context: Context }) => partInput(context)

/**
 * Files that a person imports in Control Hub, strictly one after another (CSV-1): each is released, waited for, read
 * back and settled before the next.
 */
export const importingState = onboardingSetup.createStateConfig({
  id: 'importing',
  entry: entering('importing'),
  exit: 'clearTrouble',
  initial: 'releasing',
  on: {
    'task.leave': '#report',
    'run.stop': { target: '#report', actions: 'markStopped' },
  },
  states: {
    releasing: {
      entry: 'clearTrouble',
      tags: 'working',
      invoke: {
        id: 'releasePart',
        src: 'releasePart',
        input,
        onDone: [
          { guard: given('needsNobody'), target: 'settling', actions: given('rememberRelease') },
          {
            guard: given('hasGoneWell'),
            target: 'waiting',
            actions: [given('rememberRelease'), 'tellRelease'],
          },
          { target: 'failed', actions: given('troublePart') },
        ],
      },
    },
    waiting: {
      always: { guard: 'isPartClaimed', target: 'reading' },
      invoke: { id: 'watchPart', src: 'watchPart', input },
      on: {
        'task.claim': [
          {
            guard: sent('isOpenTask'),
            target: 'reading',
            actions: [sent('claimTask'), sent('tellTask'), 'clearTrouble'],
          },
          { actions: 'refuse' },
        ],
        'part.imported': {
          target: 'reading',
          actions: [sent('rememberRefused'), 'claimPart', 'tellPartTask', 'clearTrouble'],
        },
        'part.read': { actions: [sent('rememberSeen'), 'tellSeen', 'clearTrouble'] },
        'part.ended': 'settling',
        'watch.troubled': { actions: sent('troubleProblem') },
      },
    },
    reading: {
      tags: 'working',
      invoke: { id: 'watchPart', src: 'watchPart', input },
      on: {
        'part.awaited': { actions: sent('rememberDeadline') },
        'part.read': { actions: [sent('rememberSeen'), 'tellSeen', 'clearTrouble'] },
        'part.ended': [
          { guard: sent('hasEndedWell'), target: 'settling' },
          { target: 'failed', actions: sent('troubleProblem') },
        ],
        'watch.troubled': { actions: sent('troubleProblem') },
        'task.reopen': [
          {
            guard: sent('isPartTask'),
            target: 'waiting',
            actions: [sent('reopenTask'), sent('tellTask'), 'clearTrouble'],
          },
          { actions: 'refuse' },
        ],
        // Who says once more that it is over does not want to wait for what does not show.
        'task.claim': 'settling',
      },
    },
    settling: {
      entry: 'clearTrouble',
      tags: 'working',
      invoke: {
        id: 'settlePart',
        src: 'settlePart',
        input,
        onDone: [
          {
            guard: given('isLastPart'),
            target: '#replanning',
            actions: [given('rememberPart'), given('tellPart')],
          },
          {
            guard: given('hasGoneWell'),
            target: 'releasing',
            actions: [given('rememberPart'), given('tellPart')],
          },
          { target: 'failed', actions: given('troublePart') },
        ],
      },
    },
    failed: { tags: 'failed', on: { 'connection.retry': 'releasing' } },
  },
})
