import type { ProblemCode } from '../../lib/errors/index.ts'

/** Every error code in a sentence; the guide also says what to do. */
export const problemWords: Readonly<Record<ProblemCode, string>> = {
  'invalid-json': 'The body is empty, broken off, no JSON or no UTF-8.',
  'invalid-request': 'A field is missing, unknown or wrong; `detail` names each.',
  'missing-user-id': 'The header `X-User-ID` is missing.',
  'invalid-user-id': 'The id in the header or the path is no UUID.',
  'invalid-key': 'The header `Authorization` holds no key, or one that was never made or was revoked.',
  'missing-scope': 'The key does not have the scope that `detail` names.',
  'content-not-published': '`original_content` is no published version, and no key was sent.',
  'not-found': 'Nothing answers this path.',
  'user-not-found': 'There is no learner with this id.',
  'preferences-not-found': 'The learner has no profile yet.',
  'lesson-not-found': 'There is no such published lesson, or not this version of it.',
  'rewrite-not-found': 'There is no such finished version or rewrite, yet or at all.',
  'transfer-not-found': 'The code is unknown, used or expired; the answer does not say which.',
  'method-not-allowed': 'The header `Allow` names the methods that work.',
  'user-exists': 'There is a learner with this id already.',
  'profile-changed': 'Others changed the same profile again and again meanwhile. Send it again.',
  'body-too-large': 'The body has more bytes than are read: 262,144 where a lesson’s text can be sent, else 4,096.',
  'unsupported-media-type': 'The body is not declared as `application/json`.',
  'invalid-lesson': '`original_content` is no readable Markdown; the message says where.',
  'too-many-requests': 'A limit of the day is reached; `detail` names it.',
  'budget-reached': "The day's budget for writing is used up, and nothing of this lesson is written yet.",
  'internal-error': 'A defect of the server.',
  'not-configured': 'The deployment lacks a setting; `detail` names it.',
  'database-unavailable': 'The database did not answer. To ask twice does no harm.',
}
