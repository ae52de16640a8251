import { translate } from '@docusaurus/Translate'
import { codeMessage } from '../transport/messages.ts'
import type { LessonError } from '../state/lesson-state.ts'

/** Codes that only say that no answer came: while offline, that is the reason. */
const withoutAnswer = new Set(['unreachable', 'ended-early'])

interface Circumstances {
  readonly online: boolean
  /** The language of the page. */
  readonly locale: string
}

/** What went wrong, and what is shown all the same; `arrived` counts the sections that came before the error. */
export function errorMessage(
  error: LessonError | undefined,
  { arrived, ...circumstances }: Circumstances & { readonly arrived: number },
): string {
  const left =
    arrived > 0
      ? translate({
          id: 'palimpsest.error.some-here',
          message: 'Finished sections are kept; the others show the original.',
        })
      : translate({ id: 'palimpsest.error.original-here', message: 'The original is here in full.' })
  return `${whatHappened(error, circumstances)} ${left}`
}

/** The same for an error after which the page tries again by itself. */
export function retryMessage(error: LessonError | undefined, circumstances: Circumstances): string {
  const next = circumstances.online
    ? translate({
        id: 'palimpsest.status.resuming',
        message: 'Keep reading; the rest is still loading.',
      })
    : translate({
        id: 'palimpsest.status.awaiting-network',
        message: 'Keep reading; the rest will load when you are back online.',
      })
  return `${whatHappened(error, circumstances)} ${next}`
}

function whatHappened(error: LessonError | undefined, { online, locale }: Circumstances): string {
  const { code, retryAfterSeconds } = error ?? { code: 'ended-early' }
  return codeMessage({ code: !online && withoutAnswer.has(code) ? 'offline' : code, retryAfterSeconds }, locale)
}
