#!/usr/bin/env node
// No import may stand at the top: this file has to say what is wrong on a Node that cannot load the rest.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major > 22 || (major === 22 && minor >= 19)) {
  const { enableCompileCache } = await import('node:module')
  enableCompileCache?.()
  await import('../dist/cli.js')
} else {
  await runOnNewerNode()
}

async function runOnNewerNode() {
  const newer = process.env.WXCC_ONBOARD_NODE_SOUGHT === '1' ? undefined : await findNode()
  if (newer === undefined) {
    process.stderr.write(
      `wxcc-onboard needs Node.js 22.19 or later; this is ${process.versions.node} (${process.execPath}).\n` +
        'Install a current Node.js, or run it through the workspace: npx pnpm@12.18.0 start\n',
    )
    process.exit(1)
  }
  const { spawn } = await import('node:child_process')
  const child = spawn(newer, process.argv.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, WXCC_ONBOARD_NODE_SOUGHT: '1' },
  })
  // The terminal sends Ctrl-C to both; the child decides what it means.
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.once('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

/** The binary of the npm package `node`, if one is installed beside or above this file. */
async function findNode() {
  const { existsSync, realpathSync } = await import('node:fs')
  const { dirname, join } = await import('node:path')
  const { fileURLToPath } = await import('node:url')
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  let folder = dirname(realpathSync(fileURLToPath(import.meta.url)))
  while (true) {
    const candidate = join(folder, 'node_modules', 'node', 'bin', name)
    if (existsSync(candidate)) return candidate
    const parent = dirname(folder)
    if (parent === folder) return undefined
    folder = parent
  }
}
