import { type PreferencesAnswer, type TransferAnswer, transferSchema } from '../../contract/index.ts'
import { redeemTransfer, storeTransfer, type Transfer } from '../../db/index.ts'
import { encodeTransferCode, transferCodeSymbols } from '../../profile/index.ts'
import { createKeyedHash, identifyMover, type QuotaServices } from '../../quota/index.ts'
import { answer } from '../answer.ts'
import { preferencesNotFound } from '../no-such-learner.ts'
import { parseInput } from '../parse-input.ts'
import { Problem } from '../../errors/index.ts'
import { readJson } from '../read-json.ts'
import { userIdFromHeader } from '../user-id.ts'
import type { DataServices } from './users.ts'

export interface TransferServices extends DataServices, QuotaServices {
  /** Cryptographically random bytes. */
  readonly randomBytes: (count: number) => Uint8Array
}

/**
 * `POST /api/user/transfer`: 201 with a code that moves the profile to another device, once; it replaces an earlier
 * code.
 */
export async function postTransfer(request: Request, services: TransferServices): Promise<Response> {
  const userId = userIdFromHeader(request)
  const code = encodeTransferCode(services.randomBytes(transferCodeSymbols))
  const stored = await storeTransfer(services.db, userId, await describeTransfer(request, code, services))
  if (!stored) throw preferencesNotFound(userId)
  return answer<TransferAnswer>({ code, ...stored }, 201)
}

/**
 * `PUT /api/user/transfer`: 200 with the profile of the learner who made the code, which is then used up; 404 for any
 * other code.
 */
export async function putTransfer(request: Request, services: TransferServices): Promise<Response> {
  const { code } = parseInput(transferSchema, await readJson(request))
  const preferences = await redeemTransfer(services.db, await describeTransfer(request, code, services))
  if (preferences) return answer<PreferencesAnswer>(preferences)
  // Unknown, expired and used codes get the same answer, so that guessing reveals nothing.
  throw new Problem('transfer-not-found', 'This code is wrong or has expired. Make a new one on the other device.')
}

async function describeTransfer(request: Request, code: string, services: TransferServices): Promise<Transfer> {
  const hash = await createKeyedHash(services.hashSecret, 'transfer')
  return { codeHash: await hash(code), subject: await identifyMover(request, services) }
}
