import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // the files of a suite share one process: loading the code anew for each costs many of them more than their tests do
    isolate: false,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
})
