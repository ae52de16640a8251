/** A server process of its own, with a Neon endpoint of its own: started by `start-api-server.ts`, configured by its environment. */
import path from 'node:path'
import { setEnvironment } from '../../local/environment.ts'
import { loadFunctions } from '../../local/load-functions.ts'
import { startNeonEndpoint } from '../../local/neon-endpoint.ts'
import { startServer } from '../../local/server.ts'

const root = path.join(import.meta.dirname, '../..')
const connectionString = process.env['DATABASE_URL'] ?? ''
const endpoint = await startNeonEndpoint({ connectionString, pool: { max: 4 } })
setEnvironment({ NEON_FETCH_ENDPOINT: endpoint.url })
const server = await startServer({
  siteDir: path.join(root, 'site/static'),
  functions: await loadFunctions(path.join(root, 'api')),
})
process.send?.(server.url)
// The one who started it says when it ends; when that one is gone, so is this.
process.once('disconnect', () => {
  void server.close().then(() => endpoint.close())
})
