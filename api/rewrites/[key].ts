import { createEndpoint } from '../../lib/http/endpoint.ts'
import { getVersion } from '../../lib/http/endpoints/rewrites.ts'
import { dataRim } from '../../lib/runtime/live-rim.ts'

export const config = { runtime: 'edge', regions: ['iad1'] }
export default createEndpoint({ route: '/api/rewrites/{key}', GET: getVersion }, dataRim)
