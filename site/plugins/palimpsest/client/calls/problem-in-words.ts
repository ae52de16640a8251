import { translate } from '@docusaurus/Translate'
import { ApiProblem } from './call-api.ts'
import { codeInWords } from './code-in-words.ts'

/** What went wrong, in one sentence in the language of the page. */
export function problemInWords(error: unknown, locale: string): string {
  return error instanceof ApiProblem
    ? codeInWords(error, locale)
    : translate({ id: 'palimpsest.problem.unexpected', message: 'Something went wrong on this page.' })
}
