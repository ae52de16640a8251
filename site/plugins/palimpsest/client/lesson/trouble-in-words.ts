import { translate } from '@docusaurus/Translate'
import type { Trouble } from './lesson-state.ts'

const words: Readonly<Record<string, string>> = {
  offline: translate({ id: 'palimpsest.trouble.offline', message: 'You are offline.' }),
  unreachable: translate({ id: 'palimpsest.trouble.unreachable', message: 'The server could not be reached.' }),
  'ended-early': translate({ id: 'palimpsest.trouble.ended-early', message: 'The connection broke off.' }),
  'lesson-not-found': translate({
    id: 'palimpsest.trouble.lesson-not-found',
    message: 'The server does not have this lesson yet.',
  }),
  'content-not-published': translate({
    id: 'palimpsest.trouble.content-not-published',
    message: 'The server does not have this edition of the lesson yet.',
  }),
  'not-configured': translate({
    id: 'palimpsest.trouble.not-configured',
    message: 'The server is not set up to personalize lessons.',
  }),
  'database-unavailable': translate({
    id: 'palimpsest.trouble.database-unavailable',
    message: 'The server cannot reach its database.',
  }),
  'model-unavailable': translate({
    id: 'palimpsest.trouble.model-unavailable',
    message: 'The writer cannot be reached.',
  }),
  'budget-reached': translate({
    id: 'palimpsest.trouble.budget-reached',
    message: 'Today’s budget for new versions is used up; tomorrow there is a new one.',
  }),
  'rate-limited': translate({
    id: 'palimpsest.trouble.rate-limited',
    message: 'Too many requests came at once; in a minute it works again.',
  }),
  'internal-error': translate({ id: 'palimpsest.trouble.internal-error', message: 'The server made a mistake.' }),
}

/** Codes that mean no more than that nothing came back: without a network that is why. */
const withoutAnswer = new Set(['unreachable', 'ended-early'])

interface Circumstances {
  /** Sections that are here. */
  readonly arrived: number
  readonly online: boolean
}

/** What went wrong, and what is still there: some sections may have arrived before it did. */
export function troubleInWords(trouble: Trouble | undefined, { arrived, online }: Circumstances): string {
  const left =
    arrived > 0
      ? translate({
          id: 'palimpsest.trouble.some-here',
          message: 'What had arrived stays; the rest is the author’s text.',
        })
      : translate({ id: 'palimpsest.trouble.original-here', message: 'The author’s text is here in full.' })
  return `${whatHappened(trouble, online)} ${left}`
}

/** The same of trouble from which the page goes on by itself. */
export function resumptionInWords(trouble: Trouble | undefined, online: boolean): string {
  const next = online
    ? translate({
        id: 'palimpsest.status.resuming',
        message: 'What is here stays; the page is asking for the rest.',
      })
    : translate({
        id: 'palimpsest.status.awaiting-network',
        message: 'What is here stays; the rest comes when the network is back.',
      })
  return `${whatHappened(trouble, online)} ${next}`
}

function whatHappened(trouble: Trouble | undefined, online: boolean): string {
  const code = trouble?.code ?? ''
  return (
    words[!online && withoutAnswer.has(code) ? 'offline' : code] ??
    trouble?.message ??
    translate({ id: 'palimpsest.trouble', message: 'Something went wrong.' })
  )
}
