import { defineConfig } from 'vitest/config'

const source = '@wxcc-onboard/source'

export default defineConfig({
  resolve: { conditions: [source, 'node', 'module', 'import', 'default'] },
  ssr: { resolve: { conditions: [source, 'node', 'module', 'import', 'default'] } },
  test: {
    include: ['packages/*/{src,test}/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
    // Most of the time is spent waiting for processes and terminals, so more workers than cores pay.
    maxWorkers: 3,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: ['default', ['json', { outputFile: '.test-results.json' }]],
  },
})
