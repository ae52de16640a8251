import type { ErasedAnswer, ExportAnswer } from '../../contract/index.ts'
import { eraseLearner, exportLearner } from '../../db/index.ts'
import { answer } from '../answer.ts'
import { userNotFound } from '../no-such-learner.ts'
import { userIdFromPath } from '../user-id.ts'
import type { DataServices } from './users.ts'

/**
 * `DELETE /api/user/me`, or with an id: 200 with how many rows were erased; 404 if there is no such learner, so also
 * when repeated. It cannot be undone.
 */
export async function deleteUser(request: Request, { db }: DataServices): Promise<Response> {
  const id = userIdFromPath(request)
  const erased = await eraseLearner(db, id)
  if (erased) return answer<ErasedAnswer>({ erased })
  throw userNotFound(id)
}

/**
 * `GET /api/user/me/export`, or with an id: 200 with everything stored about the learner, as a file; 404 if there is
 * none.
 */
export async function getExport(request: Request, { db }: DataServices): Promise<Response> {
  const id = userIdFromPath(request, -2)
  const data = await exportLearner(db, id)
  if (!data) throw userNotFound(id)
  const response = answer<ExportAnswer>(data)
  response.headers.set('content-disposition', 'attachment; filename="palimpsest.json"')
  return response
}
