import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // the files of a suite share one process: loading the code anew for each costs many of them more than their tests do
    isolate: false,
    // a condition is waited for as long as a busy machine may need
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
})
