import { defineConfig } from 'vitest/config'

const source = '@wxcc-onboard/source'

export default defineConfig({
  resolve: { conditions: [source, 'node', 'module', 'import', 'default'] },
  ssr: { resolve: { conditions: [source, 'node', 'module', 'import', 'default'] } },
  test: {
    include: ['packages/*/{src,test}/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: ['default', ['json', { outputFile: '.test-results.json' }]],
  },
})
