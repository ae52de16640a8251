import { createEndpoint } from '../../lib/http/endpoint.ts'
import { deleteUser } from '../../lib/http/endpoints/learner-data.ts'
import { getUser } from '../../lib/http/endpoints/users.ts'
import { dataRim } from '../../lib/runtime/live-rim.ts'

export const config = { runtime: 'edge', regions: ['iad1'] }
export default createEndpoint({ route: '/api/user/{user_id}', GET: getUser, DELETE: deleteUser }, dataRim)
