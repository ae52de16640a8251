/** The functions and the baselines in a process of their own, as `npm start` serves them, with a Neon endpoint of their own. */
import path from 'node:path'
import { setEnvironment } from '../../local/environment.ts'
import { loadFunctions } from '../../local/load-functions.ts'
import { startNeonEndpoint } from '../../local/neon-endpoint.ts'
import { startServer } from '../../local/server.ts'
import { cachingRecipe } from '../baselines/caching-recipe.ts'
import { wholeLesson } from '../baselines/whole-lesson.ts'
import { readVitals } from './vitals.ts'

const root = path.join(import.meta.dirname, '../..')
const endpoint = await startNeonEndpoint({ connectionString: process.env['DATABASE_URL'] ?? '', pool: { max: 20 } })
setEnvironment({ NEON_FETCH_ENDPOINT: endpoint.url })
const server = await startServer({
  siteDir: path.join(root, 'site/static'),
  functions: {
    ...(await loadFunctions(path.join(root, 'api'))),
    'baselines/whole-lesson.ts': wholeLesson,
    'baselines/caching-recipe.ts': cachingRecipe,
  },
})
process.on('message', () => process.send?.(readVitals(endpoint.statements)))
process.send?.({ url: server.url })
process.once('disconnect', () => {
  void server.close().then(() => endpoint.close())
})
