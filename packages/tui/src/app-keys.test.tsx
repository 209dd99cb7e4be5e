import type { View } from '@wxcc-onboard/core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fixtures } from '../test/fixtures.ts'
import { plan, problem, supervisorTask, task, thirty, viewOf } from '../test/views.ts'
import { endAll, fake, patience } from '../test/wizard.ts'
import { toneProps } from './theme.ts'

afterEach(endAll)

describe('typing and pasting', () => {
  it('Enter inside pasted text never submits, and no line is lost', async () => {
    const { onboarding, screen } = await fake('people-none')
    await screen.paste('Ada Lovelace <ada@example.com>\r\nnothing here\r\ngrace@example.com\r\n')
    expect(onboarding.sent).toEqual([
      {
        type: 'people.add',
        people: [
          { email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' },
          { email: 'grace@example.com' },
        ],
      },
    ])
    expect(screen.frame()).toContain('Line 2: no e-mail address in "nothing here".')
  })

  it('a paste without marks is text too', async () => {
    const { onboarding, screen } = await fake('people-none')
    await screen.type('ada@example.com\rgrace@example.com\r')
    expect(onboarding.sent).toEqual([
      { type: 'people.add', people: [{ email: 'ada@example.com' }, { email: 'grace@example.com' }] },
    ])
  })

  it('one pasted address is put into the field, to be looked at first', async () => {
    const { onboarding, screen } = await fake('people-none')
    await screen.paste('ada@example.com\n')
    expect(screen.frame()).toContain('› Address ada@example.com')
    await screen.press('enter')
    expect(onboarding.sent).toEqual([{ type: 'people.add', people: [{ email: 'ada@example.com' }] }])
  })

  it('what is typed and not yet entered goes along when going on', async () => {
    const { onboarding, screen } = await fake('people-none')
    await screen.type('ada@example.com')
    await screen.press('ctrl+n')
    expect(onboarding.sent).toEqual([
      { type: 'people.add', people: [{ email: 'ada@example.com' }] },
      { type: 'stage.next' },
    ])
  })

  it('q and ? are letters in a text field', async () => {
    const { screen } = await fake('people-none')
    await screen.type('q?')
    expect(screen.frame()).toContain('› Address q?')
  })

  it('ENTRY-6: Enter leads through first name, last name and address', async () => {
    const { onboarding, screen } = await fake('people')
    await screen.press('up', 'up')
    for (const text of ['Ada', 'Lovelace', 'ada@example.com']) {
      await screen.type(text)
      await screen.press('enter')
    }
    expect(onboarding.sent).toEqual([
      { type: 'people.add', people: [{ email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' }] },
    ])
  })

  it('edits a row, and Esc leaves it as it was', async () => {
    const { onboarding, screen } = await fake({ ...(fixtures['people'] as View), people: thirty.slice(0, 2) })
    await screen.press('up', 'up', 'up', 'enter')
    expect(screen.frame()).toContain('Edit row 2')
    await screen.press('esc')
    expect(screen.frame()).not.toContain('Edit row 2')
    expect(onboarding.sent).toEqual([])
  })

  it('PRE-1: addresses of trial accounts are added and removed', async () => {
    const { onboarding, screen } = await fake(viewOf('prerequisites'))
    await screen.paste('ada@example.com, grace@example.com')
    expect(onboarding.sent).toEqual([
      { type: 'trialAccounts.set', emails: ['ada@example.com', 'grace@example.com'] },
    ])
  })
})

describe('approving', () => {
  it('SAVE-5: needs the word, not an Enter by reflex', async () => {
    const { onboarding, screen } = await fake('review')
    await screen.press('enter', 'enter')
    expect(screen.frame()).toContain('! Not approved: type yes to approve, or go back to change something.')
    expect(onboarding.sent).toEqual([])
    await screen.type('yes')
    await screen.press('enter')
    expect(onboarding.sent).toEqual([{ type: 'plan.approve', hash: '0123456789abcdef'.repeat(4) }])
  })

  it('M5: asks for the number of people where licenses are removed', async () => {
    const { onboarding, screen } = await fake('review-removals')
    await screen.press('enter')
    await screen.type('yes')
    await screen.press('enter')
    expect(onboarding.sent).toEqual([])
    await screen.type('1')
    await screen.press('enter')
    expect(onboarding.sent.map(({ type }) => type)).toEqual(['plan.approve'])
  })

  it('L3: shows the command that does the same', async () => {
    const command = 'wxcc-onboard apply request.json --approve 0123456789ab'
    const { screen } = await fake('review', { size: { columns: 80, rows: 120 }, equivalent: () => [command] })
    expect(screen.frame()).toContain(`The same without the wizard\n  ${command}\n`)
  })

  it('L7: says how long it takes at the pace that it will have', async () => {
    const size = { columns: 80, rows: 120 }
    const frames = []
    for (const pace of [300, 60, Number.POSITIVE_INFINITY])
      frames.push((await fake('review', { size, pace })).screen.frame())
    expect(frames.map((frame) => /About .*/.exec(frame)?.[0])).toEqual([
      'About 240 calls, 48 seconds at 300 requests a minute.',
      'About 240 calls, 4 minutes at 60 requests a minute.',
      'About 240 calls.',
    ])
  })

  it('the plan comes first, and says that there is more to look at below it', async () => {
    const { screen } = await fake('review')
    expect(screen.frame()).toContain(
      '! Look below the plan as well: 1 warning.\n\nWhat will be written\n   1 + new',
    )
  })

  it('C-17: a question must be confirmed first', async () => {
    const { onboarding, screen } = await fake('licenses')
    await screen.press('ctrl+n')
    expect(screen.frame()).toContain('› [ ] I understand, go on')
    await screen.press('space')
    expect(onboarding.sent).toEqual([
      { type: 'problem.acknowledge', code: 'license.units-short', isAcknowledged: true },
    ])
  })
})

describe('a question without an answer yet', () => {
  it.each([
    [
      'platform',
      'i Look in Control Hub and choose what Service Details shows.',
      'The platform is not known yet.',
    ],
    [
      'people-none',
      'i Add at least one person: type an address or paste a list.',
      'Nobody has been entered yet.',
    ],
  ] as const)(
    '%s: is asked for calmly, and is an error once somebody tried to go on',
    async (name, hint, error) => {
      const { screen } = await fake(name)
      expect(screen.frame()).toContain(hint)
      expect(screen.frame()).toContain('  [ Continue ]\n')
      expect(screen.frame()).not.toContain(error)
      await screen.press('ctrl+n')
      expect(screen.frame()).toContain(`✗ error: ${error}`)
      expect(screen.frame()).toContain('[ Continue ] – correct the problems first')
      expect(screen.frame()).toContain('! Not yet: correct the problems first.')
    },
  )
})

describe('while it runs', () => {
  it.each([
    ['d', { type: 'task.claim', id: 'supervisor-role' }],
    ['s', { type: 'task.skip', id: 'supervisor-role' }],
    ['l', { type: 'task.leave' }],
  ])('L10: %s settles the task that is due', async (key, command) => {
    const { onboarding, screen } = await fake('operator')
    await screen.press(key)
    expect(onboarding.sent).toEqual([command])
  })

  it('L10: names what was said to be done and is not seen, for it may be the reason', async () => {
    const tasks = [{ ...supervisorTask, state: 'claimed' as const }, task()]
    const { screen } = await fake(viewOf('syncing', { tasks }), { size: { columns: 80, rows: 70 } })
    expect(screen.frame()).toContain(
      [
        '! Give the supervisor role (1 person) is done as you said, but Webex does not',
        '  show it. Until it does, this task cannot be read back for them: look there',
        '  again.',
        'For 30 · Read back for 1 of 30',
        '  ✓ sato@example.jp  read back',
        '  ○ bad@@example  open',
        '  ○ somebody.with.a.very.lon…rge.company.example.com  waits for the task before',
      ].join('\n'),
    )
  })

  it('M4: rows that moved are approved by a word of their own, for their own hash', async () => {
    const { onboarding, screen } = await fake('saving-moved')
    expect(screen.frame()).toContain('2 people have changed since the plan was approved.')
    await screen.press('enter')
    await screen.type('yes')
    await screen.press('enter')
    expect(onboarding.sent).toEqual([{ type: 'plan.approve', hash: 'fedcba9876543210'.repeat(4) }])
  })

  it('M4: l leaves rows that moved out, and they are named with the command that approves them', async () => {
    const { onboarding, screen } = await fake(fixtures['saving-moved']!, {
      size: { columns: 100, rows: 60 },
    })
    expect(screen.frame()).toContain('--approve fedcba987654')
    await screen.press('l')
    expect(onboarding.sent).toEqual([{ type: 'task.leave' }])
  })

  it('stops saving after what is in flight', async () => {
    const { onboarding, screen } = await fake('saving')
    await screen.press('s')
    expect(onboarding.sent).toEqual([{ type: 'run.stop' }])
  })

  it('asks before it is left, and Ctrl-C twice leaves', async () => {
    const onLeave = vi.fn()
    const { onboarding, screen } = await fake('saving', { onLeave })
    await screen.press('q')
    expect(screen.frame()).toContain(
      '? Leave now? Steps in flight are finished first; the rest can be resumed later.',
    )
    await screen.press('n')
    expect(onLeave).not.toHaveBeenCalled()
    await screen.press('ctrl+c', 'ctrl+c')
    expect(onLeave).toHaveBeenCalledOnce()
    expect(onboarding.sent).toEqual([{ type: 'run.stop' }])
  })

  it('retries from the report', async () => {
    const { onboarding, screen } = await fake('report')
    await screen.press('r')
    expect(onboarding.sent).toEqual([{ type: 'run.retry' }])
  })

  it('writes each settled step once, above the live part', async () => {
    const saving = { ...(fixtures['saving'] as View), plan }
    const { onboarding, screen } = await fake(saving)
    const key = 'create:sato@example.jp'
    onboarding.tell({ type: 'step.settled', key, result: { outcome: 'not-attempted' } })
    onboarding.tell({ type: 'step.settled', key, result: { outcome: 'done' } })
    for (let count = 0; count < 3; count += 1)
      onboarding.show({ ...saving, plan, progress: { ...saving.progress!, settled: 22 + count } })
    await expect.poll(() => screen.frame(), patience).toContain('24 of 60 steps')
    expect(screen.frame().match(/sato@example.jp {2}create: done/g)).toHaveLength(1)
  })

  it('says what the engine refused, until the next key', async () => {
    const { onboarding, screen } = await fake('operator')
    const refused = problem('command.not-now', { severity: 'notice' })
    onboarding.tell({ type: 'command.refused', command: 'task.claim', problem: refused })
    await expect.poll(() => screen.frame(), patience).toContain('! That is not possible now.')
    await screen.press('x')
    expect(screen.frame()).not.toContain('not possible now')
  })
})

describe('help', () => {
  it('M17: shows the keys that work here and the rules of the step, and closes again', async () => {
    const { screen } = await fake('operator', { size: { columns: 80, rows: 40 } })
    await screen.press('?')
    expect(screen.frame()).toMatchInlineSnapshot(`
      "Step 10 of 13 · Control Hub                              Example Contact Center
      …  ✓ Administrators  ✓ Review  ✓ Saving  ● Control Hub  ○ Synchronizing  …

      Keys
       d                    I have done it
       s                    skip it
       l                    leave, go on later
       ?, Ctrl+G            help
       q, Ctrl+C            leave

      Rules of this step
       SAVE-1     Saving gives out everything that was chosen.
       C-3        Users are always synchronized afterwards, new people too.

      Written at https://help.webex.com/article/52ulis

      Esc close"
    `)
    await screen.press('?')
    expect(screen.frame()).toContain('Task 1 of 2')
  })

  it('M1: opens from a text field as well, which keeps its text', async () => {
    const { screen } = await fake('people-none', { size: { columns: 80, rows: 50 } })
    await screen.type('ada')
    await screen.press('ctrl+g')
    expect(screen.frame()).toContain('Rules of this step')
    await screen.press('esc')
    expect(screen.frame()).toContain('› Address ada')
  })
})

describe('what is shown', () => {
  it('text from outside cannot move the cursor or hide anything', async () => {
    const evil = problem('failure.network', { facts: { message: 'a\u001b[2Jb\u202ec\nd' } })
    const { screen } = await fake(viewOf('signIn', { mode: 'failed', problems: [evil] }))
    expect(screen.frame()).toContain('a\\u001b[2Jb\\u202ec')
  })

  it('M19: without colors every word and symbol is still there', async () => {
    const { screen } = await fake('report')
    const colored = screen.frame()
    const { screen: plain } = await fake('report', { isColored: false })
    expect(plain.frame()).toBe(colored)
    expect([toneProps('bad', false), toneProps('focus', false), toneProps('bad')]).toEqual([
      {},
      { bold: true },
      { color: 'red' },
    ])
  })
})
