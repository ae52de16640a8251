import { createEndpoint, getExport } from '../../../lib/http/index.ts'
import { dataRoot } from '../../../lib/runtime/index.ts'

export const config = { runtime: 'edge', regions: ['iad1'] }
export default createEndpoint({ route: '/api/user/{user_id}/export', GET: getExport }, dataRoot)
