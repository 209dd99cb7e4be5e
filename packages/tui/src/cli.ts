import process from 'node:process'
import { version } from './version.ts'

const [first = '', ...more] = process.argv.slice(2)

// What a person or a script asks in passing is answered before anything else is loaded.
if (more.length === 0 && ['--version', '-V'].includes(first)) {
  say(`${version}\n`)
} else if (more.length === 0 && ['--help', '-h', 'help'].includes(first)) {
  const { rootHelp } = await import('./commands/root-help.ts')
  say(rootHelp(process.stdout.columns))
} else {
  const { main } = await import('./main.ts')
  await main()
}

function say(text: string): void {
  process.stdout.on('error', async (error) => (await import('./main.ts')).giveUpOutput(error))
  process.stdout.write(text)
}
