import { en } from '../../packages/tui/src/i18n/en.ts'
import { type Binding, bindings, type Scope } from '../../packages/tui/src/keys/bindings.ts'
import { capOf } from '../../packages/tui/src/keys/cap.ts'

/** Where the keys of a scope work. */
const places: Readonly<Record<Scope, string>> = {
  page: 'On every page',
  forward: 'Where there is a next step',
  backward: 'Where there is a step before',
  list: 'Between questions, answers and rows',
  scroll: 'On a page that is longer than the window',
  option: 'On an answer',
  question: 'On a question to confirm',
  button: 'On a button',
  text: 'In a text field',
  people: 'On a person in the list',
  cycle: 'On something with several values',
  exception: 'On a person who gets something else than all',
  path: 'Where a file is typed',
  damages: 'On a damaged cell of a file',
  rows: 'On a row of a file',
  row: 'In the view of one row',
  addresses: 'On the address of a trial account',
  draft: 'On answers that were not approved, on the first page',
  plan: 'On the plan',
  review: 'While reviewing',
  moved: 'On people who changed since the plan was approved',
  failed: 'When something did not work',
  saving: 'While saving',
  task: 'On a task in Control Hub',
  imported: 'File to import in Control Hub',
  reading: 'Imported file that is read back',
  report: 'On the report',
  help: 'In the help and the list of steps',
  confirm: 'When asked whether to leave',
}

/** The page of all keys, made of the table that the wizard itself goes by. */
export function keysPage(): string {
  const scopes = Object.keys(places) as Scope[]
  return [
    '# The keys of the wizard',
    '',
    'Made from the key table by `pnpm docs:generate`; do not edit. While a text field has the focus, single characters',
    'are text: keys with Ctrl, Enter, Tab, Esc and the arrows work there too. `?` (or Ctrl+G) shows on every page the keys',
    'that work on it.',
    ...scopes.flatMap((scope) => [
      '',
      `## ${places[scope]}`,
      '',
      '| key | does |',
      '|---|---|',
      ...rowsOf(scope),
    ]),
    '',
  ].join('\n')
}

function rowsOf(scope: Scope): string[] {
  return Object.entries<Binding>(bindings[scope]).map(([name, { keys }]) => {
    const text: string = en[`key.${scope}.${name}` as keyof typeof en]
    return `| ${keys.map((key) => `\`${capOf(key)}\``).join(', ')} | ${text} |`
  })
}
