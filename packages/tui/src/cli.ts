import process from 'node:process'
import { version } from './version.ts'

const [first, ...more] = process.argv.slice(2)

if (more.length === 0 && (first === '--version' || first === '-V')) {
  process.stdout.write(`${version}\n`)
} else {
  const { main } = await import('./main.ts')
  await main()
}
