import { fileURLToPath } from 'node:url'
import { build } from 'tsdown'

/** Bundles the bare Ink programs with the same settings as the program itself. */
export async function buildInk(): Promise<void> {
  await build({
    config: false,
    logLevel: 'warn',
    cwd: fileURLToPath(new URL('./ink-hello', import.meta.url)),
    entry: { hello: 'hello.js', list: 'list.js' },
    platform: 'node',
    target: 'node22.19',
    dts: false,
    minify: true,
    fixedExtension: false,
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': 'false' },
    deps: { alwaysBundle: [/./], neverBundle: ['react-devtools-core'], onlyBundle: false },
  })
}
