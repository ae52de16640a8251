import { createEndpoint } from '../lib/http/endpoint.ts'
import { deleteFeedback, postFeedback } from '../lib/http/endpoints/feedback.ts'
import { dataRim } from '../lib/runtime/live-rim.ts'

export const config = { runtime: 'edge', regions: ['iad1'] }
export default createEndpoint({ route: '/api/feedback', POST: postFeedback, DELETE: deleteFeedback }, dataRim)
