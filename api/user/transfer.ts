import { createEndpoint, postTransfer, putTransfer } from '../../lib/http/index.ts'
import { transferRoot } from '../../lib/runtime/index.ts'

export const config = { runtime: 'edge', regions: ['iad1'] }
export default createEndpoint({ route: '/api/user/transfer', POST: postTransfer, PUT: putTransfer }, transferRoot)
