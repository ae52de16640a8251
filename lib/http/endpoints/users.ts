import type { Kysely } from 'kysely'
import { newUserSchema, type UserAnswer } from '../../contract/index.ts'
import { createUser, type Database, findUser } from '../../db/index.ts'
import { answer } from '../answer.ts'
import { identifyNewcomer, type QuotaServices } from '../../quota/index.ts'
import { userNotFound } from '../no-such-learner.ts'
import { parseInput } from '../parse-input.ts'
import { Problem } from '../../errors/index.ts'
import { readJson } from '../read-json.ts'
import { userIdFromPath } from '../user-id.ts'

/** The services of endpoints that only read and write data. */
export interface DataServices {
  readonly db: Kysely<Database>
}

/** `POST /api/user/create`: 201 with the new learner; 409 if the id exists; 429 after too many from this address. */
export async function postUser(request: Request, { db, ...services }: DataServices & QuotaServices): Promise<Response> {
  const { user_id } = parseInput(newUserSchema, await readJson(request))
  const user = await createUser(db, user_id, await identifyNewcomer(request, services))
  if (user) return answer<UserAnswer>(user, 201)
  throw new Problem('user-exists', `A user with the id "${user_id}" exists already.`)
}

/** `GET /api/user/{user_id}`, or with `me`: 200 with the learner; 404 if there is none. */
export async function getUser(request: Request, { db }: DataServices): Promise<Response> {
  const id = userIdFromPath(request)
  const user = await findUser(db, id)
  if (user) return answer<UserAnswer>(user)
  throw userNotFound(id)
}
