import { createEndpoint } from '../../lib/http/endpoint.ts'
import { deletePersonalized } from '../../lib/http/endpoints/forget-versions.ts'
import { dataRim } from '../../lib/runtime/live-rim.ts'

export const config = { runtime: 'edge', regions: ['iad1'] }
export default createEndpoint({ route: '/api/personalize/cache', DELETE: deletePersonalized }, dataRim)
