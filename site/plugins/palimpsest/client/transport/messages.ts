import { translate } from '@docusaurus/Translate'
import { ApiProblem } from './call-api.ts'

const words: Readonly<Record<string, () => string>> = {
  offline: () => translate({ id: 'palimpsest.error.offline', message: 'You are offline.' }),
  unreachable: () => translate({ id: 'palimpsest.error.unreachable', message: 'The server could not be reached.' }),
  'ended-early': () => translate({ id: 'palimpsest.error.ended-early', message: 'The connection was lost.' }),
  'lesson-not-found': () =>
    translate({ id: 'palimpsest.error.lesson-not-found', message: 'The server does not have this lesson yet.' }),
  'content-not-published': () =>
    translate({
      id: 'palimpsest.error.content-not-published',
      message: 'The server does not have this edition of the lesson yet.',
    }),
  'transfer-not-found': () =>
    translate({
      id: 'palimpsest.error.transfer-not-found',
      message: 'This code is wrong or has expired. Make a new one on the other device.',
    }),
  'not-configured': () =>
    translate({
      id: 'palimpsest.error.not-configured',
      message: 'The server is not set up to personalize lessons.',
    }),
  'database-unavailable': () =>
    translate({ id: 'palimpsest.error.database-unavailable', message: 'The server cannot reach its database.' }),
  'model-unavailable': () =>
    translate({ id: 'palimpsest.error.model-unavailable', message: 'The model cannot be reached.' }),
  'internal-error': () =>
    translate({ id: 'palimpsest.error.internal-error', message: 'Something went wrong on our side.' }),
}

const limits: Readonly<Record<string, (when: string) => string>> = {
  'budget-reached': (when) =>
    translate(
      {
        id: 'palimpsest.error.budget-reached',
        message: 'Today’s limit for new versions has been reached. New ones will be written again {when}.',
      },
      { when },
    ),
  'too-many-requests': (when) =>
    translate(
      {
        id: 'palimpsest.error.too-many-requests',
        message: 'Too many requests came from here today. Try again {when}.',
      },
      { when },
    ),
}

/** How long a limit lasts where the server does not say, in seconds. */
const usualSeconds = 86_400

interface Refusal {
  readonly code: string
  /** What the server's `Retry-After` says. */
  readonly retryAfterSeconds?: number | undefined
}

/** What went wrong, by its code, in the language of the page. A code that has no words is named. */
export function codeMessage({ code, retryAfterSeconds }: Refusal, locale: string): string {
  const limit = limits[code]
  if (limit) {
    return limit(timeFromNow(retryAfterSeconds ?? usualSeconds, locale))
  }
  return words[code]?.() ?? translate({ id: 'palimpsest.error', message: 'Something went wrong: {code}.' }, { code })
}

/** "in 20 minutes", "in 6 hours", "tomorrow": never sooner than it is. */
function timeFromNow(seconds: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const minutes = Math.max(Math.ceil(seconds / 60), 1)
  if (minutes < 90) {
    return format.format(minutes, 'minute')
  }
  const hours = Math.ceil(minutes / 60)
  return hours < 24 ? format.format(hours, 'hour') : format.format(Math.ceil(hours / 24), 'day')
}

/** What went wrong, in one sentence in the language of the page. */
export function problemMessage(error: unknown, locale: string): string {
  return error instanceof ApiProblem
    ? codeMessage(error, locale)
    : translate({ id: 'palimpsest.problem.unexpected', message: 'Something went wrong on this page.' })
}
