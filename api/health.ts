import { createEndpoint } from '../lib/http/endpoint.ts'
import { getHealth } from '../lib/http/endpoints/health.ts'
import { healthRim } from '../lib/runtime/live-rim.ts'

export const config = { runtime: 'edge', regions: ['iad1'] }
export default createEndpoint({ route: '/api/health', GET: getHealth }, healthRim)
