import { beforeEach, inject } from 'vitest'

/** Points the functions at the services; each test begins with the same environment. */
beforeEach(() => {
  Object.assign(process.env, {
    DATABASE_URL: inject('connectionString'),
    NEON_FETCH_ENDPOINT: inject('fetchEndpoint'),
    OPENAI_BASE_URL: inject('modelBaseUrl'),
    OPENAI_API_KEY: 'test-key',
    OPENAI_MODEL: 'echo',
    INTEGRATOR_KEY: 'an-integrator-key-for-tests',
  })
})
