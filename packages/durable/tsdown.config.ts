import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/sqlite.ts', 'src/memory.ts', 'src/conformance.ts', 'src/audit.ts'],
  platform: 'node',
  dts: true,
  tsconfig: 'tsconfig.build.json',
  fixedExtension: false,
})
