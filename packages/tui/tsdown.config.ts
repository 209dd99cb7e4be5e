import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/cli.ts'],
  platform: 'node',
  target: 'node22.19',
  dts: false,
  minify: true,
  copy: ['../../examples'],
  fixedExtension: false,
  define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': 'false' },
  inputOptions: { resolve: { conditionNames: ['@wxcc-onboard/source', 'node', 'import', 'default'] } },
  deps: { alwaysBundle: [/./], neverBundle: ['react-devtools-core'], onlyBundle: false },
})
