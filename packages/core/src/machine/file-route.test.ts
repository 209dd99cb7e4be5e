import { describe, expect, it } from 'vitest'
import { openedText } from '../../test/files.ts'
import { draftFor } from '../../test/samples.ts'
import { checkFileStage, fileStageBlockers, rowProblems } from '../rules/check-file.ts'
import {
  type FileContext,
  noFile,
  withAnswer,
  withModesJudged,
  withOpened,
  withRowsJudged,
} from './file-route.ts'

const header = 'Last Name,Email,Phone Number,Contact Center Premium Agent,Contact Center Standard Agent'
const text = [header, 'L,ada@acme.example,48123456789,TRUE,', 'H,grace@acme.example,,FALSE,FALSE'].join('\n')

async function opened(): Promise<FileContext> {
  return withOpened(noFile(draftFor({}), true), await openedText(text))
}

describe('the stages of a file', () => {
  it('CSV-12: wants a file before anything else', () => {
    expect(checkFileStage('import', noFile(draftFor({}), true)).map(({ code }) => code)).toEqual([
      'file.none',
    ])
  })

  it('CSV-2: wants a word about damage, whatever it is', async () => {
    const file = await opened()
    expect(checkFileStage('file', file).map(({ code, facts }) => [code, facts])).toEqual([
      ['csv.repair-open', { count: 1 }],
    ])
    for (const repair of ['all', 'none', 'each'] as const)
      expect(checkFileStage('file', withAnswer(file, { type: 'repair.choose', repair }))).toEqual([])
  })

  it('CSV-13: says nothing of FALSE before the mode is chosen, and then what it does', async () => {
    const file = withRowsJudged(await opened())
    expect(checkFileStage('rows', file).map(({ code }) => code)).toEqual(['csv.agent-role'])
    const judged = withModesJudged(file, { people: {}, pools: [] })
    expect(checkFileStage('mode', judged).map(({ code }) => code)).toEqual(['csv.mode-open'])
    const adding = withAnswer(judged, { type: 'mode.choose', mode: 'add-only' })
    expect(checkFileStage('mode', adding).map(({ code }) => code)).toContain('csv.agent-role')
    expect(fileStageBlockers(checkFileStage('mode', adding), [])).toEqual([])
  })

  it('CSV-10: names a removal among the rows only where the mode is known', () => {
    const removed = {
      code: 'csv.license-removed',
      severity: 'warning',
      subject: { kind: 'stage' },
      facts: { line: 3 },
    } as const
    const judged = { reading: { rows: [], rejected: [], problems: [] }, problems: [removed] }
    expect([rowProblems(judged, false), rowProblems(judged, true)]).toEqual([[], [removed]])
  })
})
