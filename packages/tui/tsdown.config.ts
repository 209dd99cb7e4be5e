import { defineConfig } from 'tsdown'

/** Commander loads it for commands that are programs of their own; we have none, and it costs a sixth of a start. */
const withoutChildProcesses = {
  name: 'without-child-processes',
  resolveId: (source: string, importer: string | undefined) =>
    source === 'node:child_process' && importer?.includes('/commander/') ? '\0none' : undefined,
  load: (id: string) => (id === '\0none' ? 'export default undefined' : undefined),
}

/** One file instead of many: each costs a millisecond before anything is on screen. */
const groups = [
  { name: 'version', test: /tui\/(?:src\/version\.ts|package\.json)$/, priority: 2 },
  { name: 'help', test: /tui\/src\/(?:commands\/root-help|i18n\/en-help)\.ts$/, priority: 2 },
  { name: 'program', test: /\/commander\/|tui\/src\/commands\/(?:csv-)?program\.ts$|i18n\/en-csv-help\.ts$/ },
  {
    name: 'main',
    test: /tui\/src\/(?:main|compose|exit|commands\/(?:run-command|addresses|context))\.ts$/,
    priority: 1,
  },
]

export default defineConfig({
  entry: ['src/cli.ts'],
  platform: 'node',
  target: 'node22.19',
  dts: false,
  minify: true,
  plugins: [withoutChildProcesses],
  outputOptions: { codeSplitting: { groups } },
  copy: ['../../examples'],
  fixedExtension: false,
  define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': 'false' },
  inputOptions: { resolve: { conditionNames: ['@wxcc-onboard/source', 'node', 'import', 'default'] } },
  deps: { alwaysBundle: [/./], neverBundle: ['react-devtools-core'], onlyBundle: false },
})
