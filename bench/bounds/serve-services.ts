/** The services of the measured functions, in a process of their own: started by `start-services.ts`. */
import { addKey } from '../../lib/db/index.ts'
import { openLimits } from '../../local/open-limits.ts'
import { publishLesson } from '../../test/support/publish-lesson.ts'
import { startDatabase } from '../../test/support/start-database.ts'
import { startScriptedModel } from '../../test/support/scripted-model.ts'
import { createReader } from '../testbed/create-reader.ts'
import type { Services } from './start-services.ts'

const [database, model] = await Promise.all([startDatabase(), startScriptedModel()])
const plenty = 1_000_000_000
const wanted = {
  name: 'bounds',
  scopes: ['personalize', 'insights'] as const,
  dailyRequests: plenty,
  dailyTokens: plenty,
}
const key = await addKey(database.db, wanted)
const services: Services = {
  settings: {
    ...openLimits,
    DATABASE_URL: database.connectionString,
    NEON_FETCH_ENDPOINT: database.fetchEndpoint,
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_API_KEY: 'simulated',
    OPENAI_MODEL: 'no-such-script',
    CRON_SECRET: 'the-secret-of-the-clock',
    LOG_REQUESTS: 'off',
  },
  learner: await createReader(database.db),
  slug: (await publishLesson(database.db)).slug,
  key: key?.key ?? '',
}
process.send?.(services)
process.once('disconnect', () => void model.close().then(() => database.close()))
