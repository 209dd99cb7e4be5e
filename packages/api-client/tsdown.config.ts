import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts', 'src/ports.ts'],
  platform: 'node',
  dts: true,
  tsconfig: 'tsconfig.build.json',
  fixedExtension: false,
})
