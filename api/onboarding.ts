import { createEndpoint } from '../lib/http/endpoint.ts'
import { postOnboarding } from '../lib/http/endpoints/preferences.ts'
import { dataRim } from '../lib/runtime/live-rim.ts'

export const config = { runtime: 'edge', regions: ['iad1'] }
export default createEndpoint({ route: '/api/onboarding', POST: postOnboarding }, dataRim)
