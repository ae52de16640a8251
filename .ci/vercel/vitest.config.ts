import { defineConfig } from 'vitest/config'

/** The suite over what `vercel build` made; `.ci/run` calls it after the build. */
export default defineConfig({
  test: {
    name: 'built-functions',
    root: import.meta.dirname,
    include: ['*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
