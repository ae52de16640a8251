import { createEndpoint } from '../../lib/http/endpoint.ts'
import { postUser } from '../../lib/http/endpoints/users.ts'
import { dataRim } from '../../lib/runtime/live-rim.ts'

export const config = { runtime: 'edge', regions: ['iad1'] }
export default createEndpoint({ route: '/api/user/create', POST: postUser }, dataRim)
