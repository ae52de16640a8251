import { translate } from '@docusaurus/Translate'
import { ApiProblem } from './call-api.ts'

const words: Readonly<Record<string, () => string>> = {
  offline: () => translate({ id: 'palimpsest.trouble.offline', message: 'You are offline.' }),
  unreachable: () => translate({ id: 'palimpsest.trouble.unreachable', message: 'The server could not be reached.' }),
  'ended-early': () => translate({ id: 'palimpsest.trouble.ended-early', message: 'The connection broke off.' }),
  'lesson-not-found': () =>
    translate({ id: 'palimpsest.trouble.lesson-not-found', message: 'The server does not have this lesson yet.' }),
  'content-not-published': () =>
    translate({
      id: 'palimpsest.trouble.content-not-published',
      message: 'The server does not have this edition of the lesson yet.',
    }),
  'transfer-not-found': () =>
    translate({
      id: 'palimpsest.trouble.transfer-not-found',
      message: 'This code does not hold, or not any more. Make a new one on the other device.',
    }),
  'not-configured': () =>
    translate({
      id: 'palimpsest.trouble.not-configured',
      message: 'The server is not set up to personalize lessons.',
    }),
  'database-unavailable': () =>
    translate({ id: 'palimpsest.trouble.database-unavailable', message: 'The server cannot reach its database.' }),
  'model-unavailable': () =>
    translate({ id: 'palimpsest.trouble.model-unavailable', message: 'The writer cannot be reached.' }),
  'internal-error': () =>
    translate({ id: 'palimpsest.trouble.internal-error', message: 'Something went wrong on our side.' }),
}

const limits: Readonly<Record<string, (when: string) => string>> = {
  'budget-reached': (when) =>
    translate(
      {
        id: 'palimpsest.trouble.budget-reached',
        message: 'Today’s budget for new versions is used up; new ones are written again {when}.',
      },
      { when },
    ),
  'too-many-requests': (when) =>
    translate(
      {
        id: 'palimpsest.trouble.too-many-requests',
        message: 'Too many requests came from here today; it works again {when}.',
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
  return words[code]?.() ?? translate({ id: 'palimpsest.trouble', message: 'Something went wrong: {code}.' }, { code })
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
