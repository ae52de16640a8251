import { createEndpoint } from '../../lib/http/endpoint.ts'
import { getUser } from '../../lib/http/endpoints/users.ts'
import { dataRim } from '../../lib/runtime/live-rim.ts'

export const config = { runtime: 'edge' }
export default createEndpoint({ GET: getUser }, dataRim)
