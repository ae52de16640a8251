import { translate } from '@docusaurus/Translate'
import { ApiProblem } from './call-api.ts'

/** What went wrong, in one sentence: in the page's language where the trouble is known, else as the server puts it. */
export function problemInWords(error: unknown): string {
  if (!(error instanceof ApiProblem)) {
    return translate({ id: 'palimpsest.problem.unexpected', message: 'Something went wrong on this page.' })
  }
  return error.code === 'unreachable'
    ? translate({ id: 'palimpsest.problem.unreachable', message: 'The server could not be reached.' })
    : error.message
}
