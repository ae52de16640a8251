/** The functions and their rivals in a process of their own, as `npm start` serves them, with a Neon endpoint of their own. */
import path from 'node:path'
import { setEnvironment } from '../../local/environment.ts'
import { loadFunctions } from '../../local/load-functions.ts'
import { startNeonEndpoint } from '../../local/neon-endpoint.ts'
import { startServer } from '../../local/server.ts'
import { cachingRecipe } from '../rivals/caching-recipe.ts'
import { wholeLesson } from '../rivals/whole-lesson.ts'
import { readVitals } from './vitals.ts'

const root = path.join(import.meta.dirname, '../..')
const endpoint = await startNeonEndpoint({ connectionString: process.env['DATABASE_URL'] ?? '', pool: { max: 20 } })
setEnvironment({ NEON_FETCH_ENDPOINT: endpoint.url })
const server = await startServer({
  siteDir: path.join(root, 'site/static'),
  functions: {
    ...(await loadFunctions(path.join(root, 'api'))),
    'rivals/whole-lesson.ts': wholeLesson,
    'rivals/caching-recipe.ts': cachingRecipe,
  },
})
process.on('message', () => process.send?.(readVitals(endpoint.statements)))
process.send?.({ url: server.url })
process.once('disconnect', () => {
  void server.close().then(() => endpoint.close())
})
