import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/sqlite.ts'],
  platform: 'node',
  dts: true,
  tsconfig: 'tsconfig.build.json',
  fixedExtension: false,
})
