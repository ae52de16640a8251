import { createEndpoint } from '../../../lib/http/endpoint.ts'
import { getExport } from '../../../lib/http/endpoints/learner-data.ts'
import { dataRim } from '../../../lib/runtime/live-rim.ts'

export const config = { runtime: 'edge', regions: ['iad1'] }
export default createEndpoint({ route: '/api/user/{user_id}/export', GET: getExport }, dataRim)
