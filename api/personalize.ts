import { createEndpoint, postPersonalize } from '../lib/http/index.ts'
import { writingRoot } from '../lib/runtime/index.ts'

export const config = { runtime: 'edge', regions: ['iad1'] }
export default createEndpoint({ route: '/api/personalize', POST: postPersonalize }, writingRoot)
