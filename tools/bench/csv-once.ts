/** Does one thing with one file, once, and prints what it took: `node csv-once.ts start|parse|judge|plan FILE`. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Observation } from '../../packages/core/src/domain/organization.ts'
import { detectDamage } from '../../packages/core/src/intake/csv/damage.ts'
import { openCsv } from '../../packages/core/src/intake/csv/open.ts'
import { requestOfRows } from '../../packages/core/src/intake/csv/request.ts'
import { draftOf } from '../../packages/core/src/intake/draft.ts'
import { buildPlan } from '../../packages/core/src/plan/build.ts'
import { hashPlan } from '../../packages/core/src/plan/hash.ts'
import { mendSheet } from '../../packages/core/src/rules/judge-file.ts'
import { judge } from '../../packages/tui/src/csv/judge.ts'
import { parseCsv } from '../../packages/tui/src/csv/parse.ts'

const [what = '', file = ''] = process.argv.slice(2)
const fromTui = createRequire(fileURLToPath(new URL('../../packages/tui/package.json', import.meta.url)))
const { parse } = fromTui('csv-parse/sync') as { parse(bytes: Uint8Array): readonly (readonly string[])[] }

const observation: Observation = {
  organization: { id: '00000000-0000-4000-8000-000000000000', name: 'Acme' },
  operator: { administrator: 'full' },
  platform: 'new',
  capabilities: { fullAdministrator: 'api', ccServiceAdministrator: 'operator', contactCenterUsers: 'api' },
  pools: (['premium', 'standard'] as const).map((license) => ({
    id: license,
    license,
    name: license,
    subscriptionId: 'Sub-A',
    total: 1_000_000,
    assigned: 0,
  })),
  invitationEmails: true,
  people: {},
  users: {},
}

const begin = performance.now()
if (what === 'parse') parse(readFileSync(file))
else if (what !== 'start') await readJudgePlan(what === 'plan')
const milliseconds = performance.now() - begin
console.log(JSON.stringify({ milliseconds, megabytes: peak() / 1000 }))

/** Kilobytes. Linux lets a process inherit the `maxRSS` of the one that started it, but not the peak of its memory. */
function peak(): number {
  const { maxRSS } = process.resourceUsage()
  if (process.platform !== 'linux') return maxRSS
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kilobytes ?? maxRSS)
}

async function readJudgePlan(isPlanned: boolean): Promise<void> {
  const bytes = readFileSync(file)
  const opened = openCsv(bytes, parseCsv)
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  const csv = { ...opened, path: file, sha256: '', bytes }
  const mended = mendSheet(csv.sheet, detectDamage(csv.sheet), () => true)
  const judged = judge(
    csv,
    mended,
    { repair: 'all' },
    { mode: 'add-and-remove', via: 'api', scope: 'licenses', observation },
  )
  if (judged.reading.rejected.length > 0) throw new Error('rows were rejected')
  if (!isPlanned) return
  const request = requestOfRows(judged.reading, observation, { platform: 'new' })
  await hashPlan(buildPlan(draftOf(request), observation))
}
