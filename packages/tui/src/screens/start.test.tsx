import type { Request } from '@wxcc-onboard/core'
import { describe, expect, it, vi } from 'vitest'
import { show, texts, wide } from '../../test/show.tsx'
import { ResumeScreen } from './resume.tsx'
import { StartScreen } from './start.tsx'

const choices = [
  { id: 'sandbox', label: 'The sandbox', hint: 'A practice organization on this machine.' },
  { id: 'organization', label: 'My organization', needsToken: true },
]

const emptyRequest: Request = {
  format: 1,
  route: 'manual',
  entry: 'email',
  batchSize: 25,
  trialAccounts: [],
  sameForAll: { license: 'none', administrator: 'keep' },
  people: [],
  subscriptions: {},
  acknowledge: [],
}

describe('before there is a run', () => {
  it('the place is chosen', async () => {
    const onChoose = vi.fn()
    const screen = show(
      <StartScreen
        texts={texts}
        size={wide}
        choices={choices}
        onChoose={onChoose}
        onLeave={() => undefined}
      />,
    )
    await screen.press('enter')
    expect(onChoose.mock.calls).toEqual([['sandbox']])
    screen.unmount()
  })

  it('a token is masked, and a pasted line break is no part of it', async () => {
    const onChoose = vi.fn()
    const screen = show(
      <StartScreen
        texts={texts}
        size={wide}
        choices={choices}
        onChoose={onChoose}
        onLeave={() => undefined}
      />,
    )
    await screen.press('down', 'enter', 'enter')
    expect(onChoose).not.toHaveBeenCalled()
    await screen.paste('c2VjcmV0\n')
    expect(screen.frame()).toMatchInlineSnapshot(`
      "Start

      Where do you want to add people?

        The sandbox
          A practice organization on this machine.
        My organization
      ›   Access token ••••••••
          It is shown as dots and kept in memory only.

      Enter accept  ↓ move  Tab next part  Ctrl+G help  Ctrl+C leave"
    `)
    await screen.press('enter')
    expect(onChoose.mock.calls).toEqual([['organization', 'c2VjcmV0']])
    screen.unmount()
  })

  it('M11: answers that were not approved are offered beside the runs, and d throws them away', async () => {
    const [onChoose, onRemove] = [vi.fn(), vi.fn()]
    const organization = { id: 'org-1', name: 'Example Contact Center' }
    const request = { ...emptyRequest, people: [{ email: 'ada@example.com' }] }
    const draft = {
      format: 1,
      runId: 'draft-1',
      organization,
      changedAt: 0,
      stage: 'licenses',
      request,
    } as const
    const screen = show(
      <ResumeScreen
        texts={texts}
        size={wide}
        runs={[]}
        drafts={[draft]}
        onChoose={onChoose}
        onRemove={onRemove}
        onLeave={() => undefined}
      />,
    )
    expect(screen.frame()).toContain('› Example Contact Center, 1 person, not approved, at Licenses,')
    await screen.press('d', 'enter', 'down', 'd', 'enter')
    expect([onRemove.mock.calls, onChoose.mock.calls]).toEqual([[['draft-1']], [['draft-1'], [undefined]]])
    screen.unmount()
  })

  it('M11: an unfinished run is gone on with, or a new one started', async () => {
    const onChoose = vi.fn()
    const organization = { id: 'org-1', name: 'Example Contact Center' }
    const run = { organization, openedAt: 0, changedAt: Date.UTC(2026, 10, 22, 20, 15), people: 3 } as const
    const runs = [
      { ...run, runId: 'run-2', state: 'unfinished' as const },
      { ...run, runId: 'run-1', people: 1, state: 'unapproved' as const },
      { ...run, runId: 'run-0', state: 'unfinished' as const, kind: 'agents' as const },
    ]
    const screen = show(
      <ResumeScreen texts={texts} size={wide} runs={runs} onChoose={onChoose} onLeave={() => undefined} />,
    )
    await screen.press('down')
    expect(screen.frame()).toContain('There are 3 unfinished runs')
    expect(screen.frame()).toContain('› Example Contact Center · 1 person · not approved yet ·')
    expect(screen.frame()).toContain('3 people · details of agents · not finished ·')
    await screen.press('enter', 'down', 'enter', 'down', 'enter')
    expect(onChoose.mock.calls).toEqual([['run-1'], ['run-0'], [undefined]])
    screen.unmount()
  })

  it('q leaves at once, as nothing is lost', async () => {
    const onLeave = vi.fn()
    const screen = show(
      <StartScreen
        texts={texts}
        size={wide}
        choices={choices}
        onChoose={() => undefined}
        onLeave={onLeave}
      />,
    )
    await screen.press('q')
    expect(onLeave).toHaveBeenCalledOnce()
    screen.unmount()
  })
})
