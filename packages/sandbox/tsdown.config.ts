import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts'],
  platform: 'node',
  dts: true,
  fixedExtension: false,
  // With the tests included, the declarations of tools/ would be written into the repository.
  tsconfig: 'tsconfig.build.json',
})
