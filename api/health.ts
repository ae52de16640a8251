import { createEndpoint, getHealth } from '../lib/http/index.ts'
import { healthRoot } from '../lib/runtime/index.ts'

export const config = { runtime: 'edge', regions: ['iad1'] }
export default createEndpoint({ route: '/api/health', GET: getHealth }, healthRoot)
