import feedback from '../../api/feedback.ts'
import health from '../../api/health.ts'
import operatorTask from '../../api/operator/[task].ts'
import onboarding from '../../api/onboarding.ts'
import personalize from '../../api/personalize.ts'
import forgetVersions from '../../api/personalize/cache.ts'
import rewrite from '../../api/rewrites/[key].ts'
import user from '../../api/user/[user_id].ts'
import exportUser from '../../api/user/[user_id]/export.ts'
import createUser from '../../api/user/create.ts'
import preferences from '../../api/user/preferences.ts'
import transfer from '../../api/user/transfer.ts'
import { bodyBytesMax, lessonBodyBytesMax } from '../../lib/http/read-json.ts'
import type { EdgeFunction } from './call.ts'

export interface EndpointFile {
  readonly path: string
  readonly edgeFunction: EdgeFunction
  /** The methods it answers. */
  readonly methods: readonly string[]
}

const someId = '3f2b8c1e-4d5a-4b6c-8d7e-9f0a1b2c3d4e'

/** Every function of the API. */
export const endpoints: readonly EndpointFile[] = [
  { path: '/api/user/create', edgeFunction: createUser, methods: ['POST'] },
  { path: `/api/user/${someId}`, edgeFunction: user, methods: ['GET', 'DELETE'] },
  { path: `/api/user/${someId}/export`, edgeFunction: exportUser, methods: ['GET'] },
  { path: '/api/onboarding', edgeFunction: onboarding, methods: ['POST'] },
  { path: '/api/user/preferences', edgeFunction: preferences, methods: ['GET', 'PUT'] },
  { path: '/api/user/transfer', edgeFunction: transfer, methods: ['POST', 'PUT'] },
  { path: '/api/personalize', edgeFunction: personalize, methods: ['POST'] },
  { path: '/api/personalize/cache', edgeFunction: forgetVersions, methods: ['DELETE'] },
  { path: `/api/rewrites/${'0'.repeat(64)}`, edgeFunction: rewrite, methods: ['GET'] },
  { path: '/api/feedback', edgeFunction: feedback, methods: ['POST', 'DELETE'] },
  { path: '/api/operator/sweep', edgeFunction: operatorTask, methods: ['GET'] },
  { path: '/api/health', edgeFunction: health, methods: ['GET'] },
]

interface BodyCall {
  readonly call: string
  readonly edgeFunction: EdgeFunction
  /** The largest body that is read. */
  readonly bytesMax: number
}

/** The calls that take a JSON body. */
export const bodyCalls: readonly BodyCall[] = [
  { call: 'POST /api/user/create', edgeFunction: createUser, bytesMax: bodyBytesMax },
  { call: 'POST /api/onboarding', edgeFunction: onboarding, bytesMax: bodyBytesMax },
  { call: 'PUT /api/user/preferences', edgeFunction: preferences, bytesMax: bodyBytesMax },
  { call: 'PUT /api/user/transfer', edgeFunction: transfer, bytesMax: bodyBytesMax },
  { call: 'POST /api/personalize', edgeFunction: personalize, bytesMax: lessonBodyBytesMax },
  { call: 'POST /api/feedback', edgeFunction: feedback, bytesMax: bodyBytesMax },
  { call: 'DELETE /api/feedback', edgeFunction: feedback, bytesMax: bodyBytesMax },
]
