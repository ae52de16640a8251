import { afterEach, beforeEach, inject } from 'vitest'
import { openLimits } from '../../local/open-limits.ts'
import { backgroundWork } from './background-work.ts'

const optional = ['ALLOWED_ORIGINS', 'SECTIONS_AT_A_TIME', 'LESSON_PATHS', 'VERCEL_GIT_COMMIT_SHA']

/** Points the functions at the services; each test begins with the same environment. */
beforeEach(() => {
  for (const name of optional) delete process.env[name]
  Object.assign(process.env, {
    ...openLimits,
    DATABASE_URL: inject('connectionString'),
    NEON_FETCH_ENDPOINT: inject('fetchEndpoint'),
    OPENAI_BASE_URL: inject('modelBaseUrl'),
    OPENAI_API_KEY: 'test-key',
    OPENAI_MODEL: 'echo',
  })
})

/** What a test leaves running is finished, and its noise heard, before the next one begins. */
afterEach(backgroundWork)
