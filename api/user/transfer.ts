import { createEndpoint } from '../../lib/http/endpoint.ts'
import { postTransfer, putTransfer } from '../../lib/http/endpoints/transfer.ts'
import { transferRim } from '../../lib/runtime/live-rim.ts'

export const config = { runtime: 'edge', regions: ['iad1'] }
export default createEndpoint({ route: '/api/user/transfer', POST: postTransfer, PUT: putTransfer }, transferRim)
