import { createEndpoint } from '../../lib/http/endpoint.ts'
import { getPreferences, putPreferences } from '../../lib/http/endpoints/preferences.ts'
import { dataRim } from '../../lib/runtime/live-rim.ts'

export const config = { runtime: 'edge', regions: ['iad1'] }
export default createEndpoint({ route: '/api/user/preferences', GET: getPreferences, PUT: putPreferences }, dataRim)
