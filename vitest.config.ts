import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const postgres = './test/support/share-postgres.ts'
const services = './test/support/start-services.ts'
const endpointSetup = './test/support/use-services.ts'
const failOnNoise = './test/support/fail-on-noise.ts'
const translate = path.join(import.meta.dirname, 'test/support/translate.ts')

/** A worker for each core: half of a suite is waiting for a database, a server or a browser. One of the browser's takes a gigabyte. */
const maxWorkers = Math.min(availableParallelism(), 8)

/** A busy machine is slow, and no test measures it: what is polled for may come late, and so may a test's end. */
const pollMilliseconds = 20_000
const testMilliseconds = 120_000

/**
 * Suites in which an edge runtime could give another answer than Node: its own `Request`, `Response`, streams, `crypto`, URLs and
 * clock. What a statement or a schema decides is the same in both.
 */
const whereEdgeCanDiffer =
  '{*.happy,bodies.error,cross-origin.security,hidden-characters.security,insights,keys.security,learner-data,methods.error,operator,personalize.{breaks,models,reader-leaves,stream,urdu},secrets.security,transfer.security}'

/** One project per kind of machine that the code must run on; `npm test` runs them all. */
export default defineConfig({
  test: {
    maxWorkers,
    expect: { poll: { timeout: pollMilliseconds } },
    testTimeout: testMilliseconds,
    hookTimeout: testMilliseconds,
    projects: [
      {
        resolve: { alias: { '@docusaurus/Translate': translate } },
        test: {
          name: 'unit',
          include: [
            'lib/**/*.test.ts',
            'test/layers/*.test.ts',
            'local/**/*.test.ts',
            'site/**/*.test.{ts,tsx}',
            'bench/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', 'site/build/**'],
          setupFiles: [failOnNoise],
        },
      },
      {
        test: {
          name: 'database',
          globalSetup: [postgres],
          include: ['test/{contract,load,migrations,race,round-trips}/**/*.test.ts'],
          setupFiles: [failOnNoise],
        },
      },
      {
        test: {
          name: 'database-faults-node',
          globalSetup: [postgres],
          include: ['test/faults/**/*.test.ts'],
          setupFiles: [failOnNoise],
        },
      },
      {
        test: {
          name: 'database-faults-edge',
          globalSetup: [postgres],
          environment: 'edge-runtime',
          include: ['test/faults/{database,secrets}.test.ts'],
          setupFiles: [failOnNoise],
        },
      },
      {
        test: {
          name: 'faults',
          include: ['test/model-faults/**/*.test.ts'],
          globalSetup: [services],
          setupFiles: [failOnNoise, endpointSetup],
        },
      },
      {
        test: {
          name: 'endpoints-node',
          include: ['test/api/**/*.test.ts'],
          globalSetup: [services],
          setupFiles: [failOnNoise, endpointSetup],
        },
      },
      {
        test: {
          name: 'endpoints-edge',
          environment: 'edge-runtime',
          include: [`test/api/${whereEdgeCanDiffer}.test.ts`],
          globalSetup: [services],
          setupFiles: [failOnNoise, endpointSetup],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['./test/support/prepare-sites.ts'],
          // Some build a site of their own: with other work beside it that takes five minutes.
          testTimeout: 900_000,
          hookTimeout: 900_000,
        },
      },
    ],
  },
})
