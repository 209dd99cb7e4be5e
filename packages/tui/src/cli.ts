import process from 'node:process'
import { version } from './version.ts'

const [first = '', ...more] = process.argv.slice(2)

// What a person or a script asks in passing is answered before anything else is loaded.
if (more.length === 0 && ['--version', '-V'].includes(first)) {
  process.stdout.write(`${version}\n`)
} else if (more.length === 0 && ['--help', '-h', 'help'].includes(first)) {
  const { rootHelp } = await import('./commands/root-help.ts')
  process.stdout.write(rootHelp(process.stdout.columns))
} else {
  const { main } = await import('./main.ts')
  await main()
}
