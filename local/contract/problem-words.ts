import type { ProblemCode } from '../../lib/errors/index.ts'

/** Every error code in a sentence; the guide also says what to do. */
export const problemWords: Readonly<Record<ProblemCode, string>> = {
  'invalid-json': 'The body is empty, incomplete, not JSON or not UTF-8.',
  'invalid-request': 'A field is missing, unknown or wrong; `detail` names each.',
  'missing-user-id': 'The header `X-User-ID` is missing.',
  'invalid-user-id': 'The id in the header or the path is not a UUID.',
  'invalid-key': 'The header `Authorization` has no key, or one that is unknown or revoked.',
  'missing-scope': 'The key does not have the scope that `detail` names.',
  'content-not-published': '`original_content` is not a published version, and no key was sent.',
  'not-found': 'Nothing answers this path.',
  'user-not-found': 'There is no learner with this id.',
  'preferences-not-found': 'The learner has no profile yet.',
  'lesson-not-found': 'There is no such published lesson, or not this version of it.',
  'rewrite-not-found': 'There is no such finished version or rewrite, yet or at all.',
  'transfer-not-found': 'The code is unknown, used or expired; the answer does not say which.',
  'method-not-allowed': 'The header `Allow` names the methods that work.',
  'user-exists': 'There is a learner with this id already.',
  'profile-changed': 'Other requests kept changing the same profile. Send it again.',
  'body-too-large': 'The body is too large: at most 262,144 bytes where a lesson’s text can be sent, else 4,096.',
  'unsupported-media-type': 'The body is not declared as `application/json`.',
  'invalid-lesson': '`original_content` is not valid Markdown; the message says where.',
  'too-many-requests': 'A daily limit is reached; `detail` names it.',
  'budget-reached': 'The daily budget for writing is used up, and no section of this lesson is written yet.',
  'internal-error': 'A defect of the server.',
  'not-configured': 'The deployment lacks a setting; `detail` names it.',
  'database-unavailable': 'The database did not answer. Repeating a request is safe.',
}
