import { createEndpoint } from '../../lib/http/endpoint.ts'
import { getOperatorTask } from '../../lib/http/endpoints/operator.ts'
import { operatorRim } from '../../lib/runtime/live-rim.ts'

export const config = { runtime: 'edge', regions: ['iad1'] }
export default createEndpoint({ route: '/api/operator/{task}', GET: getOperatorTask }, operatorRim)
