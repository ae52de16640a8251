import { createEndpoint } from '../lib/http/endpoint.ts'
import { postPersonalize } from '../lib/http/endpoints/personalize.ts'
import { writingRim } from '../lib/runtime/live-writing-rim.ts'

export const config = { runtime: 'edge', regions: ['iad1'] }
export default createEndpoint({ route: '/api/personalize', POST: postPersonalize }, writingRim)
