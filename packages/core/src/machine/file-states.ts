import { answering, entering, given, goingOn, leadingBack, sent } from './chart.ts'
import { choiceInput, holdersInput, orderInput } from './inputs.ts'
import { onboardingSetup } from './onboarding.setup.ts'

/** The CSV route up to where both routes meet: export, import, what was understood, rows, mode (CSV-5 to CSV-13). */
export const fileStates = {
  export: onboardingSetup.createStateConfig({
    id: 'export',
    entry: entering('export'),
    exit: 'clearTrouble',
    initial: 'asking',
    on: leadingBack('export', 'csv'),
    states: {
      asking: { on: { 'export.write': 'writing', 'stage.next': '#import' } },
      writing: {
        entry: 'clearTrouble',
        tags: 'working',
        invoke: {
          id: 'exportPeople',
          src: 'exportPeople',
          input: orderInput,
          onDone: [
            { guard: given('isWellAnswered'), target: 'asking', actions: given('rememberExport') },
            { target: 'asking', actions: given('troubleAnswer') },
          ],
        },
      },
    },
  }),
  import: onboardingSetup.createStateConfig({
    id: 'import',
    entry: entering('import'),
    exit: 'clearTrouble',
    initial: 'asking',
    on: leadingBack('import', 'csv'),
    states: {
      asking: { on: { 'file.open': 'opening', 'stage.next': goingOn('import', '#file') } },
      opening: {
        entry: 'clearTrouble',
        tags: 'working',
        invoke: {
          id: 'openFile',
          src: 'openFile',
          input: choiceInput,
          onDone: [
            { guard: given('isWellAnswered'), target: '#file', actions: given('rememberFile') },
            { target: 'asking', actions: given('troubleAnswer') },
          ],
        },
      },
    },
  }),
  file: onboardingSetup.createStateConfig({
    id: 'file',
    entry: entering('file'),
    on: {
      ...leadingBack('file', 'csv'),
      'repair.choose': { actions: sent('answerFile') },
      'damage.choose': { actions: sent('answerFile') },
      'stage.next': goingOn('file', '#rows'),
    },
  }),
  rows: onboardingSetup.createStateConfig({
    id: 'rows',
    entry: [entering('rows'), 'judgeRows'],
    on: {
      ...leadingBack('rows', 'csv'),
      'bothTrue.choose': { actions: [sent('answerFile'), 'judgeRows'] },
      'payer.choose': { actions: [sent('answerFile'), 'judgeRows'] },
      'problem.acknowledge': answering(),
      'stage.next': goingOn('rows', '#mode'),
    },
  }),
  mode: onboardingSetup.createStateConfig({
    id: 'mode',
    entry: entering('mode'),
    exit: 'clearTrouble',
    initial: 'looking',
    on: leadingBack('mode', 'csv'),
    states: {
      looking: {
        entry: 'clearTrouble',
        tags: 'working',
        always: { guard: 'hasModes', target: 'asking' },
        invoke: {
          id: 'readHolders',
          src: 'readHolders',
          input: holdersInput,
          onDone: [
            { guard: given('hasSucceeded'), target: 'asking', actions: given('judgeModes') },
            { target: 'failed', actions: given('troubleFailure') },
          ],
        },
      },
      asking: {
        on: {
          'mode.choose': { actions: sent('answerFile') },
          'via.choose': [{ guard: sent('isOfferedWay'), actions: sent('answerFile') }, { actions: 'refuse' }],
          'problem.acknowledge': answering(),
          'stage.next': [
            { guard: { type: 'canGoOn', params: 'mode' }, target: '#review', actions: 'takeRows' },
            { actions: 'refuse' },
          ],
        },
      },
      failed: { tags: 'failed', on: { 'connection.retry': 'looking' } },
    },
  }),
}
