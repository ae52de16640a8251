import { createEndpoint, getOperatorTask } from '../../lib/http/index.ts'
import { operatorRoot } from '../../lib/runtime/index.ts'

export const config = { runtime: 'edge', regions: ['iad1'] }
export default createEndpoint({ route: '/api/operator/{task}', GET: getOperatorTask }, operatorRoot)
