import transfer from '../../api/user/transfer.ts'
import { call } from './call.ts'

type SentHeaders = Readonly<Record<string, string>>

export const makeCode = (learner: string, headers: SentHeaders = {}): Promise<Response> =>
  call(transfer, 'POST /api/user/transfer', { headers: { 'x-user-id': learner, ...headers } })

export const redeemCode = (code: string, headers: SentHeaders = {}): Promise<Response> =>
  call(transfer, 'PUT /api/user/transfer', { body: { code }, headers })

/** A code that takes this learner's profile to another device. */
export async function aCode(learner: string): Promise<string> {
  const { code } = (await (await makeCode(learner)).json()) as { code: string }
  return code
}
