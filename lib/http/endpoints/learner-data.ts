import type { ErasedAnswer, ExportAnswer } from '../../contract/index.ts'
import { eraseLearner, exportLearner } from '../../db/index.ts'
import { answer } from '../answer.ts'
import { userNotFound } from '../no-such-learner.ts'
import { userIdFromPath } from '../user-id.ts'
import type { DataServices } from './users.ts'

/**
 * `DELETE /api/user/me`, and with an id: 200 how much was erased with the learner; 404 when there is none, and so when asked again.
 * Nothing of it can be brought back.
 */
export async function deleteUser(request: Request, { db }: DataServices): Promise<Response> {
  const id = userIdFromPath(request)
  const erased = await eraseLearner(db, id)
  if (erased) return answer<ErasedAnswer>({ erased })
  throw userNotFound(id)
}

/** `GET /api/user/me/export`, and with an id: 200 all that is kept about the learner, as a file for them; 404 when there is none. */
export async function getExport(request: Request, { db }: DataServices): Promise<Response> {
  const id = userIdFromPath(request, -2)
  const data = await exportLearner(db, id)
  if (!data) throw userNotFound(id)
  const response = answer<ExportAnswer>(data)
  response.headers.set('content-disposition', 'attachment; filename="palimpsest.json"')
  return response
}
