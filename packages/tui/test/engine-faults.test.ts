import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  type Course,
  isReadBack,
  type Operation,
  operations,
  type Route,
  routes,
  rows,
  run,
  type Trouble,
  troubles,
} from './fault-matrix.ts'

const page = fileURLToPath(new URL('../../../docs/faults.md', import.meta.url))

const quiet = new Map<string, Course>()
const cells = new Map<string, string>()

describe('every trouble at every operation', () => {
  for (const operation of operations)
    for (const route of routes)
      it(`M9, M13: ${operation} without trouble (${route})`, async () => {
        const course = await run(route, operation, undefined)
        expect(course.first.counts.done).toBe(rows)
        quiet.set(`${operation} ${route}`, course)
      })

  for (const trouble of troubles)
    for (const operation of operations.filter((one) => trouble.at?.includes(one) !== false))
      for (const route of routes)
        it(`M9, M13: ${trouble.name}: ${operation} (${route}): nothing is lost, nothing is doubled`, async () => {
          const course = await run(route, operation, trouble)
          const undisturbed = quiet.get(`${operation} ${route}`)
          for (const { people, counts } of [course.first, course.last]) {
            expect(people.length).toBe(rows)
            expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows)
          }
          expect(isReadBack(course.last)).toBe(true)
          expect(course.organization).toEqual(undisturbed?.organization)
          cells.set(keyOf(trouble, operation, route), cellOf(course, undisturbed))
        })

  it('L14: docs/faults.md tells what happens; `vitest run packages/tui/test/engine-faults -u` writes it anew', async () => {
    await expect(pageOf()).toMatchFileSnapshot(page)
  })
})

const keyOf = ({ name }: Trouble, operation: Operation, route: Route): string =>
  `${name} ${operation} ${route}`

function cellOf({ first, attempts }: Course, undisturbed: Course | undefined): string {
  if (!first.isComplete) return `${troubleOf(first)}; resumed: done`
  if (!isReadBack(first)) return 'done, not read back; resumed: read back'
  return attempts > (undisturbed?.attempts ?? 0) ? 'repeated, done' : 'done'
}

/** How many rows did not come to an end, and why. */
function troubleOf({ people }: Course['first']): string {
  const reasons = people
    .filter(({ outcome }) => outcome !== 'done' && outcome !== 'already')
    .map(({ outcome, problems }) => {
      const code = problems.find((problem) => problem.code.startsWith('failure.'))?.code
      return code === undefined ? outcome : `${outcome} (${code.slice('failure.'.length)})`
    })
  const counted = Map.groupBy(reasons, (reason) => reason)
  return [...counted].map(([reason, all]) => `${all.length} ${reason}`).join(', ')
}

function pageOf(): string {
  const table = troubles.map((trouble) => {
    const row = operations.map((operation) => {
      const [manual, file] = routes.map((route) => cells.get(keyOf(trouble, operation, route)) ?? '–')
      return manual === file ? manual : `${manual} · file: ${file}`
    })
    return `| ${[trouble.name, ...row].join(' | ')} |`
  })
  return `# What happens when something goes wrong

Made by \`packages/tui/test/engine-faults.test.ts\` from runs of the engine against the practice organization, over real
sockets; do not edit. Each run is for ${rows} people, two of them new, one of whom becomes a full administrator, and one whose
Standard license is exchanged for Premium. It meets one trouble, once: at the first request of an operation, or, for the
token and the clock, from then on.

- **create** is SCIM's creation, of one person or, for a file, of all new people at once; **license** is
  \`PATCH /licenses/users\`; **role** SCIM's \`PATCH\`; **sync** the looks for Contact Center users while a person presses
  *Synchronize Users*; **verify** the reading back at the end.
- **repeated** says that a request was sent again: after a 429 when it said so, or after 5 seconds; after others half a second
  later. What creates and what changes a role is not sent again; it is looked for during 3 seconds.
- Whatever a cell says, every row is in the report, and after \`resume\` the organization is the same as after a run without
  trouble: nobody was created twice, no license was taken twice, no invitation went out twice.
- **unchanged** and **invisible** are what an API accepted and did not do, looked for during 30 seconds (the engine's default is
  two minutes). Where **file:** stands, people of a file fared otherwise than people who were entered by hand.

| trouble | ${operations.join(' | ')} |
|---|${operations.map(() => '---|').join('')}
${table.join('\n')}
`
}
